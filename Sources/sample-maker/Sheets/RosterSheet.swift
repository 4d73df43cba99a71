/// 学籍信息表 — a roster workbook as schools send it: the sheet of students, a sheet of samples, a sheet of codes.
struct RosterSheet {
  static let headings = [
    "序号", "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "学号", "院系", "专业", "班级", "年级",
    "联系电话", "邮编", "联系地址", "可报考考点", "备注",
  ]

  /// The data rows, in the order of the headings.
  private(set) var rows: [[Sheet.Cell]]
  private(set) var expected: ExpectedOutcome

  /// A row for each candidate; some may register anywhere, some at two sites.
  init(_ candidates: [Candidate]) {
    rows = candidates.enumerated().map { Self.row($1, number: $0 + 1) }
    expected = ExpectedOutcome(state: "done", read: candidates.count)
  }

  /// The same with four faults of four kinds, one of them on two rows.
  func faulty() -> RosterSheet {
    var sheet = self
    sheet.expected.state = "refused"
    sheet.plant(.blank, "姓名", 2, "REQ")
    sheet.plant("990701,980101", "可报考考点", 5, "SET-07")
    sheet.plant("2000-02-30", "出生日期", 8, "FMT.date")
    for heading in ["性别", "出生日期", "证件类型", "证件号码"] { sheet.set(heading, 14, to: sheet.cell(heading, 11)) }
    for index in [11, 14] { sheet.note("证件号码", index, "OPS-07.twice") }
    return sheet
  }

  /// The workbook's sheets.
  var sheets: [Sheet] {
    let headings = Self.headings.map { Sheet.Cell($0) }
    let sample = CandidateMaker.candidates(1, seed: 1).map { Self.row($0, number: 1) }
    return [
      Sheet(name: "学籍信息模板", rows: [headings] + rows), Sheet(name: "样例数据表", rows: [headings] + sample),
      Sheet(name: "码表", rows: [["性别"], ["1", "男"], ["2", "女"]]),
    ]
  }

  private static func row(_ candidate: Candidate, number: Int) -> [Sheet.Cell] {
    let document = candidate.document
    let kind = [document.kind, document.code, "\(document.code)-\(document.kind)"][number % 3]
    let sites = ["990701", "", "990701；990702", "990701"][number % 4]
    let texts = [
      candidate.name, candidate.isMale ? "男" : "女", candidate.birthSpelling, kind, document.number,
      candidate.ethnicity, candidate.education, candidate.occupation, candidate.studentNumber,
      candidate.department, candidate.major, candidate.className, "2018级", candidate.phone, "990000",
      candidate.address, sites, "",
    ]
    return [.number(Double(number))] + texts.map { Sheet.Cell($0) }
  }

  private func cell(_ heading: String, _ index: Int) -> Sheet.Cell {
    Self.headings.firstIndex(of: heading).map { rows[index][$0] } ?? .blank
  }

  private mutating func set(_ heading: String, _ index: Int, to cell: Sheet.Cell) {
    if let column = Self.headings.firstIndex(of: heading) { rows[index][column] = cell }
  }

  private mutating func plant(_ cell: Sheet.Cell, _ heading: String, _ index: Int, _ rule: String) {
    set(heading, index, to: cell)
    note(heading, index, rule)
  }

  private mutating func note(_ heading: String, _ index: Int, _ rule: String) {
    expected.findings.append(.init(rule: rule, row: index + 2, column: heading))
  }
}
