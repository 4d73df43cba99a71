import Tabular

/// YAML 限制 — what keeps a hostile document from taking memory or time beyond its size. Ordinary documents are far
/// from all of them.
enum YAMLBounds {
  /// The most bytes of a document; thousands of sites fit.
  static let mostBytes = 4 << 20
  /// The most levels of nesting.
  static let mostDepth = 64
  /// The most bytes of a key. Key paths are made of keys, so a long one would be repeated for each below it.
  static let mostKeyBytes = 128
  /// The most places that look like an alias or a key which is no single value; see `suspects(in:)`.
  static let mostSuspects = 8

  /// Checks the bytes of a document before anything parses them.
  /// - Throws: a `FileError` with code `.empty`, `.tooLarge` or `.hostile`.
  static func check(_ bytes: [UInt8], as kind: YAMLFileKind) throws(FileError) {
    if bytes.isEmpty {
      throw FileError(
        .empty, zh: "文件是空的。请检查是否选错了文件。", en: "The file is empty. Check that it is the right one.")
    }
    if bytes.count > mostBytes {
      throw FileError(
        .tooLarge, zh: "\(kind.title.zh)有 \(bytes.count) 字节，最多 \(mostBytes) 字节。请检查是否选错了文件。",
        en:
          "The \(kind.title.en) has \(bytes.count) bytes; the most is \(mostBytes). Check that it is the right one."
      )
    }
    if suspects(in: bytes) > mostSuspects {
      throw FileError(
        .hostile, zh: "文件中有很多别名（*名称）或复杂键（? 或 [..]:），\(kind.title.zh)不使用它们。请写出完整的值；如果只是文字，请改用全角的＊和？。",
        en: """
          The file holds many aliases (*name) or complex keys (? or [..]:), which a \(kind.title.en) does not use. \
          Write the values out; where they are only text, leave those characters away.
          """)
    }
  }

  /// How many places a parser might take for an alias or for a key that is a list or a mapping.
  ///
  /// The parser compares keys as deeply as they go, so aliases inside keys double its work with each one, and long
  /// lists as keys multiply it. Neither can happen without the characters counted here. The count knows nothing of
  /// quotes, and so errs on the safe side: a few stars and question marks in names and comments do no harm.
  static func suspects(in bytes: [UInt8]) -> Int {
    var count = 0
    var isLineStart = true
    var isComment = false
    var previous: UInt8 = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A, 0x0D, 0x85, 0xA8, 0xA9:
        // The last three end the line breaks of Unicode. They also lie inside other characters: the line then only
        // seems to end early.
        isLineStart = true
        isComment = false
        previous = 0
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        continue
      case _ where isComment:
        continue
      case UInt8(ascii: "#") where isLineStart:
        isComment = true
      case UInt8(ascii: "?"):
        count += 1
      case UInt8(ascii: "*") where place + 1 < bytes.count && isNameByte(bytes[place + 1]):
        count += 1
      case UInt8(ascii: ":")
      where isLineStart || previous == UInt8(ascii: "]") || previous == UInt8(ascii: "}"):
        count += 1
      default:
        break
      }
      isLineStart = false
      previous = byte
    }
    return count
  }

  /// Whether the name of an alias may begin with a byte.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
