import ExamModel
import Synchronization

/// A clock that stands where a test sets it (WIN-06).
final class SettableClock: Sendable {
  private let time: Mutex<Instant>

  init(_ time: Instant) { self.time = Mutex(time) }

  var now: Instant { time.withLock { $0 } }

  func set(_ time: Instant) { self.time.withLock { $0 = time } }
}

extension Instant {
  /// An instant as people write it: `2020-08-20 10:00`.
  init(wall text: String) throws {
    guard let instant = Instant(text) else { throw NotAnInstant(text: text) }
    self = instant
  }

  struct NotAnInstant: Error {
    let text: String
  }
}
