@preconcurrency import Glibc
public import Tabular

/// 文件夹 — an open folder. All work on its files goes through the open folder by their bare names, so that nothing that
/// happens to the path above it, and no link in it, leads elsewhere.
public final class Folder: Sendable {
  /// The path by which it was opened.
  public let path: String
  let descriptor: CInt

  /// Opens a folder that is there.
  /// - Throws: `.unreadable` where there is none, or it may not be looked into.
  public init(path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 {
      let reason = String(cString: strerror(errno))
      throw FileError(
        .unreadable, at: path, zh: "文件夹打不开（\(reason)）。请检查路径和权限。",
        en: "The folder cannot be opened (\(reason)). Check its path and permissions.")
    }
  }

  /// Opens a folder in a folder, making it where it is not there. A link to a folder is not followed.
  /// - Throws: `.disk` where it cannot be made or is something else.
  public init(_ name: String, in parent: Folder) throws(FileError) {
    path = "\(parent.path)/\(name)"
    if mkdirat(parent.descriptor, name, 0o755) != 0, errno != EEXIST { throw Self.failure(path, errno) }
    descriptor = openat(parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor < 0 { throw Self.failure(path, errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The names in the folder, in order.
  /// - Throws: `.unreadable` where it cannot be read.
  public func names() throws(FileError) -> [FolderEntryName] {
    // A descriptor of its own: reading moves the place at which the next reading goes on.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let listing = fdopendir(own) else {
      let reason = String(cString: strerror(errno))
      if own >= 0 { close(own) }
      throw FileError(
        .unreadable, at: path, zh: "文件夹读不出来（\(reason)）。请检查权限和磁盘。",
        en: "The folder cannot be read (\(reason)). Check permissions and the disk.")
    }
    defer { closedir(listing) }
    var names: [FolderEntryName] = []
    while let entry = readdir(listing) {
      // Bytes are read one by one: an entry is as long as its name, and not as long as its type.
      let start = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
      let first = UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: UInt8.self)
      let bytes = Array(
        UnsafeBufferPointer(start: first, count: strlen(UnsafePointer<CChar>(OpaquePointer(first)))))
      if bytes != [0x2E], bytes != [0x2E, 0x2E] { names.append(FolderEntryName(bytes: bytes)) }
    }
    return names.sorted()
  }

  /// What stands under a name, not what a link points to; nil where there is nothing.
  public func stamp(of name: FolderEntryName) -> FileStamp? {
    var status = stat()
    return name.withPath { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
      ? FileStamp(status) : nil
  }

  /// Removes a file; one that is not there is no error.
  public func remove(_ name: FolderEntryName) { _ = name.withPath { unlinkat(descriptor, $0, 0) } }

  /// 移动结果 — what became of a move.
  public enum Move: Sendable {
    case moved
    /// There was no such file any more.
    case vanished
    /// Something has that name already; nothing was moved.
    case taken
    /// This file may not be moved; the reason in the system's words.
    case refused(String)
  }

  /// Moves a file into a folder of the same disk under a name that is free there, in one step, and sees to it that both
  /// folders are on the disk as they are then. Whoever moves into a folder holds its lock, so that a free name stays
  /// free from the look to the move.
  /// - Throws: `.disk` where the disk fails or is full.
  public func move(
    _ name: FolderEntryName, to target: Folder, as newName: FolderEntryName
  ) throws(FileError) -> Move {
    if target.stamp(of: newName) != nil { return .taken }
    let status = name.withPath { old in
      newName.withPath { renameat(descriptor, old, target.descriptor, $0) }
    }
    guard status != 0 else {
      try target.sync()
      try sync()
      return .moved
    }
    switch errno {
    case ENOENT: return .vanished
    case EEXIST, EISDIR: return .taken
    case EACCES, EPERM, EBUSY: return .refused(String(cString: strerror(errno)))
    default: throw Self.failure("\(target.path)/\(newName.text)", errno)
    }
  }

  /// Sees to it that names made and removed so far survive a power cut.
  /// - Throws: `.disk` where the disk fails.
  public func sync() throws(FileError) {
    // Some network disks cannot sync a folder and keep no names in memory either.
    if fsync(descriptor) != 0, errno != EINVAL { throw Self.failure(path, errno) }
  }

  static func failure(_ path: String, _ code: CInt) -> FileError {
    let reason = String(cString: strerror(code))
    return FileError(
      .disk, at: path, zh: "文件夹或文件写不了（\(reason)）。请检查磁盘空间和文件夹权限。",
      en: "The folder or file cannot be written (\(reason)). Check disk space and the folder's permissions.")
  }
}

extension FolderEntryName {
  /// The name as the C library wants it.
  func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return characters.withUnsafeBufferPointer { pointer in
      // The buffer holds the closing zero at least, so it has a base address.
      pointer.baseAddress.map(body) ?? body("")
    }
  }
}
