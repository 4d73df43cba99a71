/// 违纪缺考表 — absences and violations of some of the tickets, their kinds spelled in all the ways that people spell them.
struct ViolationSheet {
  static let headings = ["准考证号", "姓名", "证件号码", "考试科目", "违纪类型", "情节说明"]
  private static let kinds = [
    ("1", "缺考", ""), ("1", "1", ""), ("2", "违纪", "未在指定座位就座"), ("1", "1-缺考", ""), ("3", "作弊", "夹带"),
    ("1", "缺考", ""), ("4", "（4）其他违规", "拒不交还草稿纸"),
  ]

  /// The codes by ticket number.
  private(set) var codes: [String: String] = [:]
  /// The data rows, in the order of the headings.
  private(set) var rows: [[Sheet.Cell]] = []

  /// One in 29 of the tickets.
  init(_ tickets: [ScoreFile.Ticket]) {
    for (number, ticket) in tickets.enumerated() where number % 29 == 10 {
      let (code, spelling, note) = Self.kinds[rows.count % Self.kinds.count]
      codes[ticket.number] = code
      // A row may leave out all but the ticket number and the kind.
      let about = rows.count % 3 == 2 ? ["", "", ""] : [ticket.name, ticket.document, ticket.subject]
      rows.append(([ticket.number] + about + [spelling, note]).map { Sheet.Cell($0) })
    }
  }

  /// The row number that a spreadsheet shows for a data row.
  static func rowNumber(_ index: Int) -> Int { index + 2 }

  /// Sets a cell of a data row.
  mutating func set(_ heading: String, ofRow index: Int, to cell: Sheet.Cell) {
    guard let column = Self.headings.firstIndex(of: heading) else { return }
    rows[index][column] = cell
  }

  /// The text of a cell of a data row.
  func text(_ heading: String, ofRow index: Int) -> String {
    guard let column = Self.headings.firstIndex(of: heading), case .text(let text) = rows[index][column]
    else {
      return ""
    }
    return text
  }

  var sheet: Sheet { Sheet(name: "违纪缺考", rows: [Self.headings.map { Sheet.Cell($0) }] + rows) }
}
