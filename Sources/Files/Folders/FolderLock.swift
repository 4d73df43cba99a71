@preconcurrency import Glibc
public import Tabular

/// 文件夹锁 — keeps a second program from the same folder for as long as it lives. The system lets go of it when the
/// process ends, however that ends.
public final class FolderLock: Sendable {
  private let descriptor: CInt

  /// Takes the lock on a file of a folder, making the file where it is not there.
  /// - Returns: nil where somebody else has it.
  /// - Throws: `.disk` where the file cannot be made.
  public init?(_ name: String, in folder: Folder) throws(FileError) {
    descriptor = openat(folder.descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Folder.failure("\(folder.path)/\(name)", errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK else { throw Folder.failure("\(folder.path)/\(name)", errno) }
      return nil
    }
  }

  /// A program that is just being started from here holds a copy of the descriptor for a moment: closing ours alone would
  /// leave the lock with it.
  deinit {
    guard descriptor >= 0 else { return }
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
