/// 字段位 — the bytes that a value's field has in a record; blank until something is put there. What does not fit is counted,
/// so that a person can be told how much would have been needed.
struct FieldSlot {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes the value has so far.
  private(set) var needed = 0

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  /// How many bytes the field has.
  var width: Int { bytes.count }

  mutating func put(_ byte: UInt8) {
    if needed < bytes.count { bytes[needed] = byte }
    needed += 1
  }

  mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
    if let from = text.baseAddress, let to = bytes.baseAddress, needed + text.count <= bytes.count {
      (to + needed).update(from: from, count: text.count)
    }
    needed += text.count
  }

  /// Leaves so many of the first bytes blank.
  mutating func skip(_ count: Int) { needed += count }

  /// Makes all of it blank again.
  func clear() { bytes.update(repeating: .space) }
}

extension UInt8 {
  static let space: UInt8 = 0x20
}
