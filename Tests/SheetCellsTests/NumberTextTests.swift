import SheetCells
import Tabular
import Testing

@Suite("Numbers as they were typed")
struct NumberTextTests {
  private func text(_ value: String) -> (String, CellKind?) {
    var bytes: [UInt8] = []
    let kind = NumberText.append(Array(value.utf8).span, to: &bytes)
    return (String(decoding: bytes, as: UTF8.self), kind)
  }

  @Test(
    "The forms a workbook keeps a number in all give what a person types",
    arguments: [
      ("0", "0"), ("-0", "0"), ("0.0", "0"), ("55555", "55555"), ("55555.0", "55555"), ("-12", "-12"),
      ("0.5", "0.5"), (".5", "0.5"), ("-0.25", "-0.25"), ("007", "7"), ("+5", "5"), (" 5 ", "5"),
      ("0.10000000000000001", "0.1"), ("0.30000000000000004", "0.3"),
      ("66.666666666666671", "66.6666666666667"),
      ("1E5", "100000"), ("1.5e+3", "1500"), ("1E-5", "0.00001"), ("1.25E-12", "1.25E-12"), ("12.50", "12.5"),
      ("123456789012345", "123456789012345"), ("999999999999999", "999999999999999"), ("1e-400", "0"),
      ("-1E-11", "-1E-11"), ("123456789012.34", "123456789012.34"),
    ])
  func typed(value: String, expected: String) {
    #expect(text(value) == (expected, .number))
  }

  @Test(
    "IDN-04 a whole number of over 15 digits has lost some, and keeps the file's own text",
    arguments: [
      "1.10101E+17", "4.4030819990230150E+17", "440308199902301500", "1000000000000000", "1E+15",
      "-1234567890123456",
    ])
  func lossy(value: String) {
    #expect(text(value) == (value, .lossyNumber))
  }

  @Test(
    "What is no number is none",
    arguments: ["", " ", "abc", "1,5", "--1", "1.2.3", "0x1F", "inf", "nan", "1e999", "-", ".", "1e"])
  func noNumber(value: String) {
    #expect(text(value) == ("", nil))
  }

  @Test("A number of up to 15 digits survives being written and read", arguments: 0..<50 as Range<UInt64>)
  func survives(seed: UInt64) {
    var bits = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    for _ in 0..<40 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = Int(bits >> 20) % 1_000_000_000_000
      let typed = "\(digits / 1000 + 1).\(digits % 9 + 1)"
      guard let number = Double(typed) else { continue }
      #expect(text(typed) == (typed, .number))
      #expect(text("\(number)") == (typed, .number))
    }
  }

  @Test(
    "A number that a file keeps as a double reads as one that it keeps as text",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (55_555.0, "55555"), (0.1, "0.1"), (1 / 3.0, "0.333333333333333"),
      (999_999_999_999_999.0, "999999999999999"), (1e15, "1000000000000000"),
      (1_458_990_701_010_002.0, "1458990701010002"), (4.403081999023015e17, "4.403081999023015E+17"),
    ])
  func doubles(number: Double, expected: String) {
    var bytes: [UInt8] = []
    let kind = NumberText.append(double: number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    #expect(kind == (number < 1e15 ? .number : .lossyNumber))
    #expect(NumberText.append(double: .nan, to: &bytes) == nil)
  }
}
