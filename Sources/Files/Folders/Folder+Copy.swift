@preconcurrency import Glibc
public import Tabular

extension Folder {
  /// 副本 — a copy of a file: the file's stamp before and after, and the SHA-256 of what was copied.
  public struct Copy: Sendable {
    /// The file as it was opened.
    public let before: FileStamp
    /// The file when its last byte was copied; not equal to `before` where somebody wrote meanwhile.
    public let after: FileStamp
    /// The SHA-256 of the copy, 64 hexadecimal digits.
    public let sha256: String
  }

  /// Copies a regular file to a path, hashing it on the way; links are not followed, pipes and devices not opened.
  /// - Returns: nil where there is no such file (any more).
  /// - Throws: `.unreadable` where the file cannot be read, `.disk` where the copy cannot be written.
  public func copy(_ name: FolderEntryName, to path: String) throws(FileError) -> Copy? {
    let source = name.withPath { openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard source >= 0 else {
      if errno == ENOENT { return nil }
      throw Self.unreadable(name, errno)
    }
    defer { close(source) }
    let before = try Self.stamp(of: source, name)
    guard before.kind == .regular else { throw Self.unreadable(name, EINVAL) }
    let target = try WholeFile(path: path)
    let hash = ContentHash()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = buffer.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw Self.unreadable(name, errno)
      }
      try buffer.withUnsafeBufferPointer { bytes throws(FileError) in
        let piece = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<got]))
        hash.update(piece)
        try target.write(piece)
      }
    }
    try target.finish()
    return Copy(before: before, after: try Self.stamp(of: source, name), sha256: hash.finish())
  }

  private static func stamp(of file: CInt, _ name: FolderEntryName) throws(FileError) -> FileStamp {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw unreadable(name, errno) }
    return FileStamp(status)
  }

  private static func unreadable(_ name: FolderEntryName, _ code: CInt) -> FileError {
    let reason = String(cString: strerror(code))
    return FileError(
      .unreadable, at: name.text, zh: "文件读不出来（\(reason)）。请检查文件的权限和磁盘，再重新投递。",
      en: "The file cannot be read (\(reason)). Check its permissions and the disk, then drop it again.")
  }
}
