/// 值摘要 — eight bytes that tell values apart, the same in every run and on every machine; they need not withstand anybody.
/// A value is taken eight bytes at a time, each step a multiplication whose two halves are folded together.
struct ValueDigest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The digest in two bytes.
  var short: UInt16 { UInt16(truncatingIfNeeded: value ^ value >> 16 ^ value >> 32 ^ value >> 48) }

  /// The digest of one text.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> ValueDigest {
    var digest = ValueDigest()
    digest.add(text)
    return digest
  }

  /// The digest of one text.
  static func of(_ text: String) -> ValueDigest {
    var text = text
    return text.withUTF8(of)
  }

  /// The digest of several numbers in their order.
  static func of(_ numbers: [UInt64]) -> ValueDigest {
    var digest = ValueDigest()
    for number in numbers { digest.add(number) }
    return digest
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(text)
    let count = bytes.count
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    var place = 0
    while count - place >= 8 {
      add(word(place))
      place += 8
    }
    // What is left over, or again the last eight bytes: the length, which comes last, says which.
    if place < count {
      if count >= 8 {
        add(word(count - 8))
      } else {
        add(bytes.reduce(0) { $0 << 8 | UInt64($1) })
      }
    }
    add(UInt64(count))
  }

  mutating func add(_ number: UInt64) {
    let product = (value ^ number).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = product.high ^ product.low &+ 0xD6E8_FEB8_6659_FD93
  }
}
