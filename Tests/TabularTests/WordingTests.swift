import Tabular
import Testing

@Suite struct WordingTests {
  @Test(
    "placeholders are filled by their numbers; what is none stays as it is",
    arguments: [
      ("{0} and {1}", ["a", "b"], "a and b"), ("{1} before {0}", ["a", "b"], "b before a"),
      ("{0}{0}", ["a"], "aa"), ("{2} of {0}", ["a"], "{2} of a"), ("no place", ["a"], "no place"),
      ("{0}", [], "{0}"), ("{", ["a"], "{"), ("{}", ["a"], "{}"), ("{x} {0}", ["a"], "{x} a"),
      ("{{0}}", ["a"], "{a}"), ("{-1}{0", ["a"], "{-1}{0"), ("", ["a"], ""), ("{0}", ["{1}"], "{1}"),
      ("{0} {1}", ["{1}", "b"], "{1} b"), ("第 {0} 行", ["十"], "第 十 行"),
    ])
  func filling(template: String, arguments: [String], expected: String) {
    #expect(Wording(zh: template, en: "").filled(with: arguments, in: .zh) == expected)
    #expect(Wording(zh: "", en: template).filled(with: arguments, in: .en) == expected)
  }

  @Test("each language has its own text")
  func languages() {
    let wording = Wording(zh: "好", en: "good")
    #expect(wording[.zh] == "好" && wording[.en] == "good")
  }

  @Test("a file error's message has its place where it is known")
  func fileErrors() {
    var error = FileError(.damaged, at: "xl/workbook.xml", zh: "损坏。", en: "Damaged.")
    #expect(error.message(in: .zh) == "xl/workbook.xml：损坏。")
    #expect(error.message(in: .en) == "xl/workbook.xml: Damaged.")
    error.place = nil
    #expect(error.message(in: .zh) == "损坏。")
  }
}
