@preconcurrency internal import Glibc

/// 绘制锁 — one thread draws at a time: Cairo 1.16 takes its own locks in two orders, and two documents that are drawn at
/// once can wait for each other for ever. Held for one call, so that documents take turns.
enum Drawing {
  /// One thread may take it again: what a failing initialiser lets go of is drawing's, too.
  private nonisolated(unsafe) static let mutex: UnsafeMutablePointer<pthread_mutex_t> = {
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, CInt(PTHREAD_MUTEX_RECURSIVE))
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(mutex, &attributes)
    pthread_mutexattr_destroy(&attributes)
    return mutex
  }()

  /// Waits until nobody else draws; every call of Cairo and Pango stands between this and `end`.
  static func begin() { pthread_mutex_lock(mutex) }

  static func end() { pthread_mutex_unlock(mutex) }
}
