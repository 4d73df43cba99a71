import ExamModel
import Testing

@Suite struct HundredthsTests {
  @Test(
    "numbers are read exactly",
    arguments: [
      ("85", 8500), ("085", 8500), ("85.5", 8550), ("85.05", 8505), ("0", 0), ("-1", -100), ("-0.5", -50),
    ])
  func reading(text: String, value: Int) {
    #expect(Hundredths(text)?.value == value)
  }

  @Test(
    "what is no such number is nil",
    arguments: [
      "", "-", ".5", "5.", "5.123", "1e2", "８５", " 5", "5 ", "--5", "5.5.5", "1234567890", "+5", "缺考",
    ])
  func notNumbers(text: String) {
    #expect(Hundredths(text) == nil)
  }

  @Test("numbers are written in the shortest form", arguments: ["85", "85.5", "85.05", "-0.5", "0", "-1"])
  func writing(text: String) {
    #expect(Hundredths(text)?.description == text)
  }
}
