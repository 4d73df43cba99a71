import Tabular
import Testing

@Suite struct RawRowTests {
  @Test("cells keep their own text, kind and column")
  func cells() {
    var row = RawRow()
    row.append("赵测试".utf8, column: 1)
    row.append("".utf8, column: 2)
    row.append("36526".utf8, column: 7, kind: .number, isFormula: true)
    #expect(row.cells.map(\.column) == [1, 2, 7])
    #expect(row.cells.map { row.text(of: $0) } == ["赵测试", "", "36526"])
    #expect(
      row.cells.map(\.kind) == [.text, .text, .number] && row.cells.map(\.isFormula) == [false, false, true])
    #expect(row.text(column: 7) == "36526" && row.text(column: 0) == nil && row.text(column: 2) == "")
  }

  @Test("an emptied row is used again and remembers nothing")
  func reuse() {
    var row = RawRow()
    row.number = 3
    row.append("first".utf8, column: 0)
    row.removeAll()
    #expect(row.cells.isEmpty && row.bytes.isEmpty && row.text(column: 0) == nil)
    row.append("2".utf8, column: 0)
    #expect(row.text(column: 0) == "2" && row.bytes.count == 1)
  }

  @Test("bytes that are no UTF-8 become replacement characters, never a trap")
  func noUTF8() {
    var row = RawRow()
    row.append([0xFF, 0x41, 0xC3], column: 0)
    #expect(row.text(column: 0) == "\u{FFFD}A\u{FFFD}")
  }

  @Test("a finding's rule is its code up to the wording")
  func rules() {
    let template = FindingTemplate(
      "REG-12/age", message: Wording(zh: "", en: ""), advice: Wording(zh: "", en: ""))
    #expect(
      Finding(template, at: Place()).rule == "REG-12" && Finding(template, at: Place()).code == "REG-12/age")
  }

  @Test("memory is read at any place, clipped to its bytes", arguments: 0...12, 0...12)
  func memory(start: Int, length: Int) throws {
    let bytes = (0..<10).map { UInt8($0) }
    let got = try MemorySource(bytes).bytes(in: start..<start + length)
    #expect(got == Array(bytes.dropFirst(start).prefix(length)))
  }
}
