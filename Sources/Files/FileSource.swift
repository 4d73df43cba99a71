@preconcurrency import Glibc
public import Tabular

/// 文件字节源 — a file on disk, read at any place. The file is closed when the last reference goes.
public final class FileSource: ByteSource {
  /// The file's last path component, for messages.
  public let name: String
  public let count: Int
  private let descriptor: CInt

  /// Opens a regular file for reading.
  /// - Throws: `.unreadable` where there is no such file, it may not be read, or it is a folder or a device.
  public init(path: String) throws(FileError) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      let (code, reason) = (errno, String(cString: strerror(errno)))
      if descriptor >= 0 { close(descriptor) }
      guard code != ENOENT else {
        throw FileError(
          .unreadable, at: name, zh: "没有这个文件。请检查路径。", en: "There is no such file. Check the path.")
      }
      throw FileError(
        .unreadable, at: name, zh: "文件打不开（\(reason)）。请检查路径和权限。",
        en: "The file cannot be opened (\(reason)). Check its path and permissions.")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(
        .unreadable, at: name, zh: "这不是普通文件（是文件夹或设备）。请给出文件的路径。",
        en: "This is not a regular file (a folder or a device). Name a file.")
    }
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    var done = 0
    while done < buffer.count {
      let got = pread(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
      if got < 0 {
        if errno == EINTR { continue }
        let reason = String(cString: strerror(errno))
        throw FileError(
          .disk, at: name, zh: "读取失败（\(reason)）。请检查磁盘后重试。",
          en: "Reading failed (\(reason)). Check the disk and try again.")
      }
      if got == 0 { break }
      done += got
    }
    return done
  }
}
