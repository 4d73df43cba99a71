import Testing

@testable import XLSXFormat

@Suite("Escaped characters")
struct EscapedTextTests {
  @Test(
    "What is escaped resolves to what it was",
    arguments: [
      "", "plain", "_", "_x", "_x0041_", "__x0041__", "_x005F_", "a\u{1}b\0c\rd\te\nf", "_xZZZZ_", "_x0041",
      "é_x00e9_", "_x0_x0041_",
    ])
  func identity(text: String) {
    let escaped = EscapedText.escaping(text)
    #expect(escaped.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0a })
    var bytes = Array("before _x0041_".utf8)
    let start = bytes.count
    bytes += Array(escaped.utf8)
    EscapedText.resolve(&bytes, from: start)
    #expect(String(decoding: bytes[start...], as: UTF8.self) == text)
    #expect(String(decoding: bytes[..<start], as: UTF8.self) == "before _x0041_")
  }
}
