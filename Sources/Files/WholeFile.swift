@preconcurrency import Glibc
public import Tabular

/// 完整文件 — a file that is written aside and appears under its name only when it is whole: written, synced to the
/// disk, then renamed. Whoever looks sees the old file or the new one, never a half (DOC-08).
public final class WholeFile: ByteSink {
  private let path: String
  private let pathAside: String
  private var descriptor: CInt
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 18

  /// The number of bytes written so far.
  public private(set) var count = 0

  /// Begins a file that will stand at `path`; the folder must exist.
  /// - Throws: `.disk` where it cannot be created.
  public init(path: String) throws(FileError) {
    self.path = path
    pathAside = "\(path).\(getpid()).part"
    descriptor = open(pathAside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.failure(path) }
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(pathAside)
    }
  }

  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    count += bytes.count
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize {
      try writeThrough(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Makes the file appear under its name. Without this call nothing appears.
  /// - Throws: `.disk` where the last bytes, the sync or the rename fail; nothing appears then.
  public func finish() throws(FileError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    // Its number is another file's as soon as it is closed, even where closing fails: it must not be closed again.
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isClosed, rename(pathAside, path) == 0 else {
      let failure = Self.failure(path)
      unlink(pathAside)
      throw failure
    }
  }

  private func flush() throws(FileError) {
    let full = buffer
    buffer.removeAll(keepingCapacity: true)
    try full.withUnsafeBufferPointer { bytes throws(FileError) in
      try writeThrough(UnsafeRawBufferPointer(bytes))
    }
  }

  private func writeThrough(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let put = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if put < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      done += put
    }
  }

  private static func failure(_ path: String) -> FileError {
    let reason = String(cString: strerror(errno))
    return FileError(
      .disk, at: path, zh: "写文件失败（\(reason)）。请检查磁盘空间和文件夹权限。",
      en: "Writing the file failed (\(reason)). Check disk space and the folder's permissions.")
  }
}
