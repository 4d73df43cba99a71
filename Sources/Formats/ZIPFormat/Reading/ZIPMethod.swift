/// How an entry's bytes are packed; the two ways that every archiver has.
enum ZIPMethod: Int, Sendable {
  case stored = 0
  case deflated = 8

  /// The number that stands in a method's place where an entry is encrypted with AES.
  static let numberOfAES = 99

  /// What archivers call a method, for the error that refuses it.
  static func name(of method: Int) -> String {
    switch method {
    case 1: "Shrink"
    case 2...5: "Reduce"
    case 6: "Implode"
    case 9: "Deflate64"
    case 12: "BZIP2"
    case 14: "LZMA"
    case 93: "Zstandard"
    case 94: "MP3"
    case 95: "XZ"
    case 96: "JPEG"
    case 97: "WavPack"
    case 98: "PPMd"
    default: "#\(method)"
    }
  }
}
