import ExamModel
import Testing

@Suite struct TextCleaningTests {
  @Test(
    "IDN-03 what typing and copying left behind is found, and the clean number offered",
    arguments: [
      "９９０１０１２０００01010014", " 990101200001010014", "990101200001010014 ", "'990101200001010014",
      "‘990101200001010014", "\u{A0}990101200001010014", "990101\u{A0}200001010014",
      "990101\u{200B}200001010014",
      "\u{FEFF}990101200001010014", "990101200001010014\u{3000}", "990101 20000101 0014",
      "＇990101200001010014\n",
      "990101200001010014\u{202C}",
    ])
  func numbers(text: String) {
    #expect(TextCleaning.cleaned(text) == "990101200001010014")
  }

  @Test(
    "IDN-03 full-width letters become letters",
    arguments: [("Ｈ12345678", "H12345678"), ("Ｅａ1234567", "Ea1234567")])
  func letters(text: String, clean: String) {
    #expect(TextCleaning.cleaned(text) == clean)
  }

  @Test(
    "IDN-03 clean text stays as it is",
    arguments: ["990101200001010014", "", "南字第990001号", "测试（甲）12-3", "E12345678"])
  func clean(text: String) {
    #expect(TextCleaning.cleaned(text) == nil)
  }

  @Test("IDN-03 free text keeps its inner blanks")
  func freeText() {
    #expect(TextCleaning.cleaned("南字 第１号", keepsInnerBlanks: true) == "南字 第1号")
    #expect(TextCleaning.cleaned("AB 12", keepsInnerBlanks: true) == nil)
    #expect(TextCleaning.cleaned("AB\u{A0}12 ", keepsInnerBlanks: true) == "AB 12")
  }

  @Test("IDN-03 nothing but litter leaves an empty text")
  func onlyLitter() {
    #expect(TextCleaning.cleaned(" \u{200B}'") == "")
  }
}
