import Testing

@testable import ImageFormat

/// The window shows the bits that are there, whatever was passed before.
@Suite struct JPEGBitWindowTests {
  @Test("a look shows the next bits, and the place counts those passed", arguments: 0..<20 as Range<UInt64>)
  func looks(seed: UInt64) {
    var random = SeededBits(seed: seed)
    let data = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
    let digits = data.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0) & 1) } }
    data.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      var window = JPEGBitWindow(on: start)
      var place = 0
      // The last bytes are only there to be looked beyond.
      while place < digits.count - 128 {
        window.fill()
        var held = JPEGBitWindow.least
        while held >= 16 {
          let count = Int.random(in: 1...16, using: &random)
          #expect(window.look(count) == digits[place..<place + count].reduce(0) { $0 << 1 | $1 })
          let passed = Int.random(in: 0...16, using: &random)
          window.pass(passed)
          place += passed
          held -= passed
          #expect(window.place == place)
        }
      }
    }
  }
}
