/// 压缩包条目 — one entry as the directory describes it. Its name is a label, never a path on disk; its sizes are
/// claims that hold only once the entry has been read to its end.
public struct ZIPEntry: Sendable, Equatable {
  /// The place in the archive, from 1; folders and litter are counted.
  public let index: Int
  /// The whole name, decoded, parts joined by `/`; a folder's ends with `/`.
  public let path: String
  /// The bytes the entry takes in the archive.
  public let compressedSize: Int
  /// The bytes the entry unpacks to.
  public let size: Int

  let method: ZIPMethod
  let checkSum: UInt32
  /// Where the entry's packed bytes begin.
  let dataOffset: Int

  /// Whether the entry is a folder: it has a name and no bytes.
  public var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }

  /// The last component of the path, without a closing `/`.
  public var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether the entry is what macOS, Windows or Office leave behind, not what a person put there (REG-01):
  /// `__MACOSX/`, `._*`, `.DS_Store`, `Thumbs.db`, `desktop.ini`, `~$*`.
  public var isLitter: Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !parts.contains("__MACOSX") else { return true }
    if name.hasPrefix("._") || name.hasPrefix("~$") { return true }
    return [".ds_store", "thumbs.db", "desktop.ini"].contains(name.lowercased())
  }
}
