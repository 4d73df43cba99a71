/// 目录项名 — the name of a file in a folder, as the bytes that the disk keeps: a name may be in an old charset, and such
/// a file must still be found, moved and named to people.
public struct FolderEntryName: Sendable, Hashable, Comparable {
  /// The bytes of the name.
  public let bytes: [UInt8]

  /// The most bytes that a name may have.
  public static let most = 255

  /// A name of bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A name of text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The name as people see it; what is not UTF-8 shows as replacement characters.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// By bytes, so that the order is the same on every machine.
  public static func < (one: Self, other: Self) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }

  /// The name with something put between its stem and its ending (`scores.csv`, `-2` → `scores-2.csv`), shortened where
  /// it would be longer than `most` bytes.
  public func inserting(_ mark: String, most: Int = Self.most) -> FolderEntryName {
    let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    // A dot at the very beginning opens no ending, and a very long ending is none.
    let split = dot > 0 && bytes.count - dot <= 16 ? dot : bytes.endIndex
    return FolderEntryName(
      bytes: Self.joined(Array(bytes[..<split]), Array(mark.utf8) + bytes[split...], most: most))
  }

  /// The name with an ending behind it (`scores.csv`, `.txt` → `scores.csv.txt`), shortened where it would be longer
  /// than `most` bytes.
  public func appending(_ ending: String, most: Int = Self.most) -> FolderEntryName {
    FolderEntryName(bytes: Self.joined(bytes, Array(ending.utf8), most: most))
  }

  /// The name without its last ending: `scores.csv` → `scores`.
  public var stem: FolderEntryName {
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return self }
    return FolderEntryName(bytes: Array(bytes[..<dot]))
  }

  /// Whether the name ends so; letters of ASCII in either case.
  public func hasEnding(_ ending: String) -> Bool { text.lowercased().hasSuffix(ending) }

  private static func joined(_ stem: [UInt8], _ rest: [UInt8], most: Int) -> [UInt8] {
    let room = max(0, most - rest.count)
    guard stem.count > room else { return stem + rest }
    var cut = stem[..<room]
    // A character is never cut in two: its first bytes go where its later ones do not fit.
    if stem[room] & 0xC0 == 0x80 {
      while let last = cut.last, last & 0xC0 == 0x80 { cut.removeLast() }
      cut = cut.dropLast()
    }
    return cut + rest
  }
}
