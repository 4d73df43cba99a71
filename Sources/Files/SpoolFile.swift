@preconcurrency import Glibc
public import Tabular

/// 暂存文件 — bytes put aside one after the other, and read again later: what is too much for the memory, and not yet known
/// to be wanted. It has no name that anybody could find, and is gone with the last reference.
///
/// Used by one task at a time.
public final class SpoolFile: @unchecked Sendable {
  private let descriptor: CInt
  private var buffer: [UInt8] = []
  /// How many bytes are on the disk.
  private var written = 0
  private static let bufferSize = 1 << 20

  /// An empty file below the system's temporary folder.
  /// - Throws: `.disk` where it cannot be created.
  public init() throws(FileError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/kaowu-spool-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Self.failure }
    unlink(path)
    // It is nothing to programs that are started meanwhile.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Puts bytes aside.
  /// - Returns: where they lie.
  /// - Throws: `.disk` where there is no room for them.
  public func append(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    let start = written + buffer.count
    buffer.append(contentsOf: bytes)
    return start..<start + bytes.count
  }

  /// Bytes that were put aside.
  /// - Throws: `.disk` where they cannot be read.
  public func bytes(in range: Range<Int>) throws(FileError) -> [UInt8] {
    try flush()
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { bytes, count in
      while done < range.count {
        let got = pread(
          descriptor, bytes.baseAddress! + done, range.count - done, off_t(range.lowerBound + done))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        done += got
      }
      count = done
    }
    guard done == range.count else { throw Self.failure }
    return bytes
  }

  private func flush() throws(FileError) {
    var done = 0
    while done < buffer.count {
      let put = buffer.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + done, $0.count - done, off_t(written + done))
      }
      if put < 0 {
        if errno == EINTR { continue }
        throw Self.failure
      }
      done += put
    }
    written += done
    buffer.removeAll(keepingCapacity: true)
  }

  private static var failure: FileError {
    let reason = String(cString: strerror(errno))
    return FileError(
      .disk, zh: "临时文件写不下或读不出（\(reason)）。请检查临时文件夹的磁盘空间。",
      en: "A temporary file cannot be written or read (\(reason)). Check the space of the temporary folder.")
  }
}
