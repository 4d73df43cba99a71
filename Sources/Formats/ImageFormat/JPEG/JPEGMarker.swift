/// JPEG 标记 — the second byte of a marker; the first is always 0xFF.
enum JPEGMarker {
  static let huffmanTables: UInt8 = 0xC4
  static let arithmeticConditioning: UInt8 = 0xCC
  static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
  static let startOfImage: UInt8 = 0xD8
  static let endOfImage: UInt8 = 0xD9
  static let startOfScan: UInt8 = 0xDA
  static let quantisationTables: UInt8 = 0xDB
  static let restartInterval: UInt8 = 0xDD
  static let applicationData: ClosedRange<UInt8> = 0xE0...0xEF
  static let comment: UInt8 = 0xFE

  static let jfif: UInt8 = 0xE0
  static let exif: UInt8 = 0xE1
  static let adobe: UInt8 = 0xEE

  /// A marker's name as the standard has it, for messages.
  static func name(_ marker: UInt8) -> String {
    switch marker {
    case huffmanTables: "DHT"
    case arithmeticConditioning: "DAC"
    case startOfImage: "SOI"
    case startOfScan: "SOS"
    case quantisationTables: "DQT"
    case restartInterval: "DRI"
    case 0xC0...0xCF: "SOF\(marker - 0xC0)"
    case restarts: "RST"
    case applicationData: "APP\(marker - 0xE0)"
    case comment: "COM"
    default: "marker 0x\(String(marker, radix: 16))"
    }
  }
}
