import ExamModel
import Testing

@Suite struct PersonNameTests {
  @Test(
    "good names have no faults",
    arguments: [
      "赵测试", "欧阳测试", "阿卜杜拉·买买提", "John Smith", "Anne-Marie O'Neil", "John F. Test", "José Pérez",
      "𬱖测", "赵[同音字]试", "卡丽·Test",
    ])
  func good(name: String) {
    #expect(PersonName.read(name) == .init(faults: []))
  }

  @Test("a wrong separator is named, and the name with · offered", arguments: ["•", "‧", "・", "．", "∙", "⋅"])
  func separators(separator: String) {
    let reading = PersonName.read("阿卜杜拉\(separator)买买提")
    #expect(reading.faults == .separator)
    #expect(reading.suggestion == "阿卜杜拉·买买提")
  }

  @Test(
    "a blank stands between Latin words only, one and plain",
    arguments: [
      ("张 三", "张三"), ("张　三", "张三"), (" 张三", "张三"), ("张三\u{A0}", "张三"), ("John  Smith", "John Smith"),
      ("John\u{A0}Smith", "John Smith"), ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"), ("张三\n", "张三"),
    ])
  func blanks(name: String, suggestion: String) {
    let reading = PersonName.read(name)
    #expect(reading.faults == .blank)
    #expect(reading.suggestion == suggestion)
  }

  @Test("characters without width are named")
  func invisible() {
    #expect(PersonName.read("张\u{200B}三") == .init(faults: .invisible, suggestion: "张三"))
    #expect(PersonName.read("张\u{1}三").faults == .invisible)
    #expect(PersonName.read(" \u{FEFF}").suggestion == nil)
  }

  @Test("all faults of a name are found together")
  func together() {
    let reading = PersonName.read("阿卜杜拉• 买\u{200B}买提")
    #expect(reading.faults == [.separator, .blank, .invisible])
    #expect(reading.suggestion == "阿卜杜拉·买买提")
  }
}
