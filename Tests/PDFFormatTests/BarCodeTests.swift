import PDFFormat
import Tabular
import Testing

@Suite("Bar codes")
struct BarCodeTests {
  private func text(_ code: BarCode) -> String { code.modules.map { $0 ? "1" : "0" }.joined() }

  @Test("DOC-02 a ticket number is Code 128 in pairs of digits: start C, eight pairs, check, stop")
  func pairs() throws {
    let code = try text(BarCode("1458990701010011"))
    #expect(code.count == 11 * 10 + 13)
    #expect(code.hasPrefix("11010011100"))
    #expect(code.hasSuffix("1100011101011"))
  }

  /// The standard's own patterns for the values 0 to 9, and for the check value.
  @Test("DOC-02 the bars of each pair are those of the standard, and so is the check character")
  func patterns() throws {
    let patterns = [
      "11011001100", "11001101100", "11001100110", "10010011000", "10010001100", "10001001100", "10011001000",
      "10011000100", "10001100100", "11001001000",
    ]
    // 105 + 1×1 + 2×2 = 110; 110 mod 103 = 7.
    #expect(
      try text(BarCode("0102")) == "11010011100" + patterns[1] + patterns[2] + patterns[7] + "1100011101011")
  }

  @Test("what Code 128 does not hold is an error", arguments: ["", "准考证", String(repeating: "1", count: 61)])
  func unfit(_ text: String) {
    let error = #expect(throws: FileError.self) { try BarCode(text) }
    #expect(error?.code == .unsupported)
  }
}
