import Tabular
import Testing

@Suite struct TextRowTests {
  private func row(_ texts: String...) -> TextRow {
    var row = TextRow()
    for text in texts { Array(text.utf8).withUnsafeBufferPointer { row.append($0) } }
    return row
  }

  @Test("fields keep their own text, numbers are digits")
  func fields() {
    var row = row("赵测试", "", "x")
    for number in [0, 7, -1, 1_203, .max, .min] { row.append(number) }
    #expect(
      row.fields.indices.map(row.text) == [
        "赵测试", "", "x", "0", "7", "-1", "1203", String(Int.max), String(Int.min),
      ])
    #expect(row.holds(Array("x".utf8), in: 2) && !row.holds(Array("xy".utf8), in: 2))
  }

  @Test("a field that is rewritten has its new text, the others keep theirs")
  func rewriting() {
    var row = row("first", "2020-09-26", "third")
    row.rewrite(1, Array("20200926".utf8))
    #expect(row.fields.indices.map(row.text) == ["first", "20200926", "third"])
    row.rewrite(1, [])
    #expect(row.fields.indices.map(row.text) == ["first", "", "third"])
  }

  @Test("a row grows with its texts")
  func growth() {
    let long = String(repeating: "长", count: 1_000)
    var row = row("a", long, "", long + long)
    row.append(1)
    row.rewrite(0, Array(long.utf8))
    #expect(row.fields.indices.map(row.text) == [long, long, "", long + long, "1"])
  }

  @Test("an emptied row is used again and remembers nothing")
  func reuse() {
    var row = row("first", "second")
    row.removeAll()
    #expect(row.fields.isEmpty)
    row.append(2)
    #expect(row.fields.count == 1 && row.text(0) == "2")
  }
}
