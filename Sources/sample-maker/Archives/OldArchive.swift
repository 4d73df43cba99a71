/// 旧式压缩包 — a ZIP as old Chinese archivers write it, which the strict writer cannot: names in GBK without the flag
/// for UTF-8, or in UTF-8 with it, both in one archive. Everything is stored, as pictures do not get smaller.
struct OldArchive {
  /// How an entry's name is written.
  enum NameEncoding {
    case gbk
    case utf8
  }

  private static let crcTable: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }
  /// 2020-08-20 10:00:00 in MS-DOS form, the same for every entry and every run.
  private static let date: UInt16 = (2020 - 1980) << 9 | 8 << 5 | 20
  private static let time: UInt16 = 10 << 11

  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds an entry; a name that ends in `/` is a folder.
  mutating func add(_ name: String, _ content: [UInt8] = [], names encoding: NameEncoding = .gbk) {
    let nameBytes = encoding == .gbk ? GBText.bytes(name) : Array(name.utf8)
    // Version 2.0, name flag, stored, time, date, check sum, both sizes, name length, no extra field.
    var header = little(UInt16(20)) + little(encoding == .utf8 ? UInt16(1 << 11) : 0) + little(UInt16(0))
    header += little(Self.time) + little(Self.date) + little(checkSum(content))
    header += little(UInt32(content.count)) + little(UInt32(content.count))
    header += little(UInt16(nameBytes.count)) + little(UInt16(0))
    let offset = UInt32(body.count)
    body += little(UInt32(0x0403_4B50)) + header + nameBytes + content
    // Made by MS-DOS; no comment, first disk, no attributes but that of a folder.
    let attributes: UInt32 = name.hasSuffix("/") ? 0x10 : 0
    directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + header
    directory +=
      little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(attributes) + little(offset)
    directory += nameBytes
    count += 1
  }

  /// The archive's bytes.
  var bytes: [UInt8] {
    let end =
      little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(count) + little(count)
      + little(UInt32(directory.count)) + little(UInt32(body.count)) + little(UInt16(0))
    return body + directory + end
  }

  private func checkSum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { Self.crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }

  private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
