import Programmes
import Tabular
import Testing

@Suite struct CodeLookupTests {
  private let lookup = CodeLookup(
    CodeTable(
      name: "fruit", title: "水果",
      items: [
        .init(code: "01", name: "苹果", aliases: ["红苹果"]), .init(code: "02", name: "香蕉"),
        .init(code: "010", name: "大西瓜"), .init(code: "A1", name: "Green Apple"),
      ]))

  @Test(
    "a cell may hold the code, a name, or both",
    arguments: [
      ("01", "01"), ("1", "01"), ("苹果", "01"), ("红苹果", "01"), ("01-苹果", "01"), ("1-苹果", "01"),
      ("01-红苹果", "01"),
      ("(02)香蕉", "02"), ("（02）香蕉", "02"), ("02－香蕉", "02"), ("０２", "02"), ("10", "010"), ("010", "010"),
      ("green apple", "A1"), ("a1", "A1"), (" 香 蕉 ", "02"), ("02 - 香蕉", "02"),
    ])
  func known(text: String, code: String) {
    #expect(lookup.find(text) == .code(code))
  }

  @Test(
    "an unknown text gets the one near match there is",
    arguments: [
      ("苹菓", "01"), ("苹果。", "01"), ("西瓜", "010"), ("大西", "010"), ("大西瓜汁", "010"), ("Gren Apple", "A1"),
      ("葡萄", nil), ("3", nil), ("", nil), ("梨", nil), ("大瓜西", "010"),
      ("O1", "01"), ("o2.", "02"), ("l0", "010"), ("01苹果汁", "01"), ("02香", "02"), ("02苹", nil),
      ("新鲜香蕉", "02"),
      ("苹果香蕉", nil), ("ol", nil),
    ])
  func near(text: String, code: String?) {
    guard case .unknown(let near) = lookup.find(text) else {
      Issue.record("\(text) was found")
      return
    }
    #expect(near?.code == code)
  }

  @Test("a code with another code's name says two things; neither is suggested")
  func contradiction() {
    guard case .unknown(let near) = lookup.find("(01)香蕉") else {
      Issue.record("a contradiction was taken")
      return
    }
    #expect(near == nil)
  }

  @Test(
    "hostile texts are looked up without harm",
    arguments: ["(", "()", "-", "--", "(01", ")01(", "01-", "\u{0}"])
  func hostile(text: String) {
    if case .code(let code) = lookup.find(text) { Issue.record("\(text) was taken for \(code)") }
    _ = lookup.find(String(repeating: text, count: 5_000))
  }

  @Test("codes have names")
  func names() {
    #expect(lookup.name(of: "02") == "香蕉")
    #expect(lookup.name(of: "99") == nil)
  }
}
