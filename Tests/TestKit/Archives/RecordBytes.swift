/// 记录字节 — a record that is put together field by field, lowest byte first.
final class RecordBytes {
  private(set) var bytes: [UInt8] = []

  @discardableResult func put2(_ value: Int) -> RecordBytes { put(value, width: 2) }
  @discardableResult func put4(_ value: Int) -> RecordBytes { put(value, width: 4) }
  @discardableResult func put8(_ value: Int) -> RecordBytes { put(value, width: 8) }

  @discardableResult func put(_ value: Int, width: Int) -> RecordBytes {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    return self
  }
}

/// The CRC-32 of ZIP and PNG, computed bit by bit: slow, short, and independent of the code under test.
public func crc32(of bytes: [UInt8]) -> Int {
  var sum: UInt32 = 0xffff_ffff
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
  }
  return Int(~sum)
}
