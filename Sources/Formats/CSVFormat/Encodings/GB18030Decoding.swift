internal import Files

/// GB 18030 解码表 — turns GB 18030 into UTF-8 by tables that are filled once from the C library: a character
/// costs one look-up, three times as fast as calling iconv on the text.
struct GB18030Decoding: Sendable {
  /// The tables; nil where the C library of this machine does not know GB 18030.
  static let shared = GB18030Decoding()

  /// Packed UTF-8 of the two-byte codes by (lead − 0x81) × 192 + (trail − 0x40); 0 where there is none.
  private let pairs: [UInt32]
  /// Packed UTF-8 of the four-byte codes of the basic plane, in their order from 0x81308130; 0 where there is
  /// none.
  private let quads: [UInt32]

  private static let leads = 126
  private static let trails = 192
  private static let basicQuads = 39_420
  /// The place of 0x90308130, which stands for U+10000; from here on codes and scalars run in step.
  private static let firstHighQuad = 189_000
  private static let euro = UTF8Text.packed(0x20AC)

  private init?() {
    guard let converter = CharacterConverter(from: "GB18030", to: "UTF-32LE") else { return nil }
    var pairs = [UInt32](repeating: 0, count: Self.leads * Self.trails)
    for index in pairs.indices {
      let code = UInt32(0x81 + index / Self.trails) << 8 | UInt32(0x40 + index % Self.trails)
      if let scalar = converter.scalar(of: code, length: 2) { pairs[index] = UTF8Text.packed(scalar) }
    }
    var quads = [UInt32](repeating: 0, count: Self.basicQuads)
    for index in quads.indices {
      let high = UInt32(0x81 + index / 12_600) << 24 | UInt32(0x30 + index / 1260 % 10) << 16
      let low = UInt32(0x81 + index / 10 % 126) << 8 | UInt32(0x30 + index % 10)
      if let scalar = converter.scalar(of: high | low, length: 4) { quads[index] = UTF8Text.packed(scalar) }
    }
    self.pairs = pairs
    self.quads = quads
  }

  /// Turns GB 18030 into UTF-8 as far as it is whole and valid. The lone byte 0x80 is the euro sign.
  func transcode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Transcoding {
    pairs.withUnsafeBufferPointer { pairs in
      var from = 0
      var to = 0
      while from < input.count {
        let lead = input[from]
        if lead < 0x80 {
          if input.count - from >= 8 {
            let eight = input.loadUnaligned(fromByteOffset: from, as: UInt64.self)
            if eight & 0x8080_8080_8080_8080 == 0 {
              output.storeBytes(of: eight, toByteOffset: to, as: UInt64.self)
              from += 8
              to += 8
              continue
            }
          }
          output[to] = lead
          from += 1
          to += 1
          continue
        }
        var word: UInt32 = 0
        var length = 1
        if lead == 0x80 {
          word = Self.euro
        } else if lead < 0xFF {
          if from + 1 == input.count { return Transcoding(consumed: from, produced: to) }
          let trail = input[from + 1]
          if trail >= 0x40, trail < 0xFF {
            word = pairs[Int(lead &- 0x81) * Self.trails + Int(trail &- 0x40)]
            length = 2
          } else if trail >= 0x30, trail <= 0x39 {
            guard let whole = quad(input, from) else { return Transcoding(consumed: from, produced: to) }
            word = whole
            length = 4
          }
        }
        if word == 0 { return Transcoding(consumed: from, produced: to, isBroken: true) }
        output.storeBytes(of: word.littleEndian, toByteOffset: to, as: UInt32.self)
        from += length
        to += UTF8Text.length(ofPacked: word)
      }
      return Transcoding(consumed: from, produced: to)
    }
  }

  /// The packed UTF-8 of the four-byte code at `from`, whose first two bytes are right; 0 where it stands for
  /// nothing, nil where its end is not there yet.
  private func quad(_ input: UnsafeRawBufferPointer, _ from: Int) -> UInt32? {
    let left = input.count - from
    if left > 2, input[from + 2] < 0x81 || input[from + 2] == 0xFF { return 0 }
    if left > 3, input[from + 3] < 0x30 || input[from + 3] > 0x39 { return 0 }
    if left < 4 { return nil }
    let high = (Int(input[from]) - 0x81) * 10 + Int(input[from + 1]) - 0x30
    let place = (high * 126 + Int(input[from + 2]) - 0x81) * 10 + Int(input[from + 3]) - 0x30
    if place < quads.count { return quads[place] }
    let scalar = place - Self.firstHighQuad + 0x10000
    return (0x10000...0x10FFFF).contains(scalar) ? UTF8Text.packed(UInt32(scalar)) : 0
  }
}
