import Files
import Tabular
import Testing

@testable import CSVFormat

@Suite("Text tables")
struct TextTableTests {
  @Test("the basic plane and samples of all others survive GB 18030, as the C library writes them")
  func scalars() throws {
    let encoding = try #require(GB18030Encoding.shared)
    let decoding = try #require(GB18030Decoding.shared)
    guard let library = CharacterConverter(from: "UTF-32LE", to: "GB18030") else { return }
    var standIns = 0
    var differing: [UInt32] = []
    for value in Array(UInt32(1)..<0x10000) + Array(stride(from: UInt32(0x10000), through: 0x10FFFF, by: 101))
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var code: [UInt8] = []
      encoding.append(scalar, to: &code)
      let text = decode(code, decoding)
      if let expected = library.code(of: value) {
        let word = code.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        if word != expected || text != [scalar] { differing.append(value) }
      } else {
        standIns += 1
        if text?.count != 1 || text == [scalar] { differing.append(value) }
      }
    }
    #expect(differing.isEmpty)
    #expect(standIns == 24)
  }

  private func decode(_ bytes: [UInt8], _ decoding: GB18030Decoding) -> [Unicode.Scalar]? {
    withUnsafeTemporaryAllocation(byteCount: CSVEncoding.room(for: bytes.count), alignment: 8) { output in
      let done = bytes.withUnsafeBytes { decoding.transcode($0, into: output) }
      guard done.consumed == bytes.count else { return nil }
      return Array(String(decoding: output[..<done.produced], as: UTF8.self).unicodeScalars)
    }
  }

  @Test("every one-, two- and three-byte beginning is judged as the standard library does")
  func utf8() {
    var differing: [[UInt8]] = []
    for pair in 0..<0x10000 {
      for last in [0x41, 0x80, 0xBF, 0xC0] as [UInt8] {
        let bytes = [UInt8(pair >> 8), UInt8(pair & 0xFF), last]
        let (valid, _) = bytes.withUnsafeBytes(UTF8Text.validPrefix)
        if (valid == 3) != (String(validating: bytes, as: UTF8.self) != nil) { differing.append(bytes) }
      }
    }
    #expect(differing.isEmpty)
  }

  @Test(
    "four-byte sequences are judged as the standard library does",
    arguments: [0xF0, 0xF1, 0xF3, 0xF4, 0xF5] as [UInt8])
  func longUTF8(lead: UInt8) {
    let edges: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    var differing: [[UInt8]] = []
    for second in UInt8.min...UInt8.max {
      for third in edges {
        for fourth in edges {
          let bytes = [lead, second, third, fourth]
          let (valid, _) = bytes.withUnsafeBytes(UTF8Text.validPrefix)
          if (valid == 4) != (String(validating: bytes, as: UTF8.self) != nil) { differing.append(bytes) }
        }
      }
    }
    #expect(differing.isEmpty)
  }

  @Test("a character that is not yet complete is no damage")
  func incomplete() {
    for text in ["é", "中", "\u{2CC56}"] {
      let bytes = Array(("12345678" + text).utf8)
      for length in 8..<bytes.count {
        let (valid, isBroken) = bytes[..<length].withUnsafeBytes(UTF8Text.validPrefix)
        #expect(valid == 8 && !isBroken)
      }
    }
  }
}
