import Tabular

/// 目录项 — one name of a container: a folder, or a stream with the first sector of its chain.
struct DirectoryEntry {
  /// The name in small letters: case makes no difference in a container.
  var name: String
  var isStream: Bool
  var start: UInt32
  /// In bytes.
  var size: Int
  /// The places of its neighbours in the folder's tree, and of what is in it.
  private var left, right, child: Int

  private static let byteCount = 128
  private static let streamKind: UInt8 = 2

  /// All entries of a directory.
  /// - Parameter usesLongSizes: whether sizes have eight bytes; in files of the older version the upper four mean nothing.
  static func all(_ bytes: [UInt8], usesLongSizes: Bool) -> [DirectoryEntry] {
    stride(from: 0, to: bytes.count - byteCount + 1, by: byteCount).map { place in
      // The length counts bytes, the zero at the end among them.
      let letters = max(0, min(bytes.little16(at: place + 64), 64) / 2 - 1)
      let units = (0..<letters).map { UInt16(bytes.little16(at: place + 2 * $0)) }
      let upper = usesLongSizes ? bytes.little32(at: place + 124) : 0
      return DirectoryEntry(
        name: String(decoding: units, as: UTF16.self).lowercased(), isStream: bytes[place + 66] == streamKind,
        start: UInt32(bytes.little32(at: place + 116)),
        // What does not fit a file's size is larger than any file.
        size: upper > 0 ? Int(Int32.max) << 16 : bytes.little32(at: place + 120),
        left: bytes.little32(at: place + 68), right: bytes.little32(at: place + 72),
        child: bytes.little32(at: place + 76))
    }
  }

  /// The entries of the topmost folder. Each is visited once, even where the tree runs in a circle.
  static func topmost(_ entries: [DirectoryEntry]) -> [DirectoryEntry] {
    guard let root = entries.first else { return [] }
    var found: [DirectoryEntry] = []
    var visited = [Bool](repeating: false, count: entries.count)
    var waiting = [root.child]
    while let place = waiting.popLast() {
      guard entries.indices.contains(place), !visited[place] else { continue }
      visited[place] = true
      found.append(entries[place])
      waiting += [entries[place].left, entries[place].right]
    }
    return found
  }
}
