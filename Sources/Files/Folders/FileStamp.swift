@preconcurrency import Glibc

/// 文件印记 — what the disk says of a file without opening it. Two equal stamps mean the same file, untouched between.
public struct FileStamp: Sendable, Equatable {
  /// 文件类别 — what stands under a name.
  public enum Kind: Sendable {
    case regular
    case folder
    case link
    /// A pipe, a socket or a device.
    case other
  }

  /// What it is.
  public let kind: Kind
  /// Its size in bytes.
  public let size: Int
  /// When its content changed last, in nanoseconds since 1970, as far as who wrote it did not set another time.
  public let modified: Int
  /// When the file changed last in any way, its name among them; set by the system alone.
  public let changed: Int
  private let device: UInt
  private let inode: UInt

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  /// The time now on the clock that stamps files, in nanoseconds since 1970.
  public static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
