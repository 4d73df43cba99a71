internal import Files

/// GB 18030 编码表 — turns characters into GB 18030 by a table that is filled once from the C library. Every
/// character has a code.
struct GB18030Encoding: Sendable {
  /// The table; nil where the C library of this machine does not know GB 18030.
  static let shared = GB18030Encoding()

  /// The code of each scalar of the basic plane, its first byte in the lowest eight bits.
  private let codes: [UInt32]

  /// The code points that stood in for 24 characters until Unicode had them. They are written as the codes of
  /// those characters and so read back as them: U+E81E, once 龴, comes back as U+9FB4.
  private static let standIns: [(first: UInt32, code: UInt32, count: UInt32)] = [
    (0xE78D, 0xA6D9, 7), (0xE794, 0xA6EC, 2), (0xE796, 0xA6F3, 1), (0xE816, 0xFE51, 3), (0xE81E, 0xFE59, 1),
    (0xE826, 0xFE61, 1), (0xE82B, 0xFE66, 2), (0xE831, 0xFE6C, 2), (0xE83B, 0xFE76, 1), (0xE843, 0xFE7E, 1),
    (0xE854, 0xFE90, 2), (0xE864, 0xFEA0, 1),
  ]

  private init?() {
    guard let converter = CharacterConverter(from: "UTF-32LE", to: "GB18030") else { return nil }
    var codes = [UInt32](repeating: 0, count: 0x10000)
    for scalar in codes.indices where Unicode.Scalar(UInt32(scalar)) != nil {
      codes[scalar] = converter.code(of: UInt32(scalar)) ?? 0
    }
    for (first, code, count) in Self.standIns {
      for step in 0..<count { codes[Int(first + step)] = UInt32(UInt16(code + step).byteSwapped) }
    }
    self.codes = codes
  }

  /// Adds the code of a scalar to `bytes`.
  func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    var word = scalar.value < 0x10000 ? codes[Int(scalar.value)] : Self.highCode(scalar.value)
    repeat {
      bytes.append(UInt8(truncatingIfNeeded: word))
      word >>= 8
    } while word != 0
  }

  /// Beyond the basic plane codes and scalars run in step from 0x90308130, U+10000.
  private static func highCode(_ scalar: UInt32) -> UInt32 {
    let place = scalar - 0x10000
    return 0x90 + place / 12_600 | (0x30 + place / 1260 % 10) << 8 | (0x81 + place / 10 % 126) << 16
      | (0x30 + place % 10) << 24
  }
}
