import Programmes
import Tabular
import Testing

@Suite struct HeadingMatcherTests {
  private let matcher = HeadingMatcher(
    Layout(
      name: "test",
      columns: [
        LayoutColumn(field: "number", heading: "序号", type: .ignored),
        LayoutColumn(field: "name", heading: "姓名", aliases: ["XM"], isRequired: true),
        LayoutColumn(field: "document", heading: "证件号码", aliases: ["身份证号"], isRequired: true),
        LayoutColumn(field: "subject1", heading: "报考科目1", isRequired: true),
        LayoutColumn(field: "subject2", heading: "报考科目2"),
        LayoutColumn(field: "subjects", heading: "报考科目", replaces: ["subject1", "subject2"]),
        LayoutColumn(field: "amount", heading: "金额(元)"),
      ]))

  private func match(_ texts: String...) -> HeadingMatch {
    matcher.match(texts.enumerated().map { ($0, $1) })
  }

  @Test("REG-02 columns are found in any order")
  func order() {
    let match = match("报考科目1", "证件号码", "姓名")
    #expect(match.positions == [nil, 2, 1, 0, nil, nil, nil])
    #expect(match.missing == [])
    #expect(matcher.isHeader(match))
  }

  @Test(
    "REG-02 headings match after trimming, folding, and without * and （必填）",
    arguments: [
      "姓名", " 姓名 ", "*姓名", "姓名*", "姓名（必填）", "姓名(必填)", "姓　名", "＊姓名", "xm", "ＸＭ", "姓\n名", "\u{FEFF}姓名",
    ])
  func folding(heading: String) {
    #expect(match(heading).positions[1] == 0)
  }

  @Test("REG-02 full-width digits and brackets in headings are the same")
  func widths() {
    let match = match("报考科目１", "金额（元）")
    #expect(match.positions[3] == 0)
    #expect(match.positions[6] == 1)
  }

  @Test("REG-02 unknown headings are told, missing required ones all at once")
  func unknown() {
    let match = match("姓名", "爱好", "", "星座")
    #expect(match.unknown.map(\.text) == ["爱好", "星座"])
    #expect(match.unknown.map(\.position) == [1, 3])
    #expect(match.missing == [2, 3])
  }

  @Test("REG-02 a heading that stands twice is told, under its alias too")
  func doubled() {
    let match = match("姓名", "证件号码", "XM", "身份证号")
    #expect(match.doubled.map(\.position) == [2, 3])
    #expect(match.doubled.map(\.column) == [1, 2])
    #expect(match.positions[1] == 0)
  }

  @Test("one column 报考科目 stands in for the numbered ones")
  func replaced() {
    #expect(match("姓名", "证件号码", "报考科目").missing == [])
    #expect(match("姓名", "证件号码", "报考科目2").missing == [3])
  }

  @Test("REG-02 hint rows and rows of people are no headers")
  func header() {
    #expect(!matcher.isHeader(match("填表说明：姓名必填", "", "证件号码按文本填写")))
    #expect(!matcher.isHeader(match("1", "赵测试", "990101200001010014", "14")))
    #expect(!matcher.isHeader(match("姓名")))
    #expect(matcher.isHeader(match("序号", "姓名")))
  }

  @Test("positions are those of the file, where a row leaves cells out")
  func gaps() {
    var row = RawRow()
    row.append("姓名".utf8, column: 3)
    row.append("证件号码".utf8, column: 7)
    #expect(matcher.match(row).positions == [nil, 3, 7, nil, nil, nil, nil])
  }
}
