/// 压缩包条目 — one entry as the directory describes it. Its name is a label, never a path on disk; its sizes are
/// claims that hold only once the entry has been read to its end.
public struct ZIPEntry: Sendable, Equatable {
  /// The place in the archive, from 1; folders and litter are counted.
  public let index: Int
  /// The whole name, decoded, parts joined by `/`; a folder's ends with `/`.
  public let path: String
  /// Whether the entry is a folder: it has a name and no bytes.
  public let isFolder: Bool
  /// The bytes the entry takes in the archive.
  public let compressedSize: Int
  /// The bytes the entry unpacks to.
  public let size: Int

  let method: ZIPMethod
  let checkSum: UInt32
  /// Where the entry's packed bytes begin.
  let dataOffset: Int

  /// The last component of the path, without a closing `/`.
  public var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether the entry is something macOS, Windows or Office leaves behind, not something a person put there (REG-01):
  /// `__MACOSX/`, `._*`, `.DS_Store`, `Thumbs.db`, `desktop.ini`, `~$*`.
  public var isLitter: Bool {
    if path.split(separator: "/").contains("__MACOSX") { return true }
    let name = name
    if name.hasPrefix("._") || name.hasPrefix("~$") { return true }
    return [".ds_store", "thumbs.db", "desktop.ini"].contains(name.lowercased())
  }
}

/// How an entry's bytes are packed.
enum ZIPMethod: UInt16, Sendable {
  case stored = 0
  case deflated = 8
}
