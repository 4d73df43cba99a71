/// 1+X 样例 — one workbook of the 1+X programme, and what its import must say.
struct OnePlusXCase {
  var kind: String
  var name: String
  var headings: [String]
  var rows: [[String]]
  var findings: [ExpectedOutcome.Finding] = []

  var sheet: Sheet {
    Sheet(name: "数据", rows: ([headings] + rows).map { $0.map { Sheet.Cell($0) } })
  }

  var expected: ExpectedOutcome {
    ExpectedOutcome(state: findings.isEmpty ? "done" : "refused", read: rows.count, findings: findings)
  }

  /// Writes a text into a cell and notes what it must be found as.
  mutating func plant(_ text: String, _ heading: String, row: Int, _ rule: String) {
    set(text, heading, row: row)
    expect(rule, heading, row: row)
  }

  /// Writes a text into a cell.
  mutating func set(_ text: String, _ heading: String, row: Int) {
    guard let column = headings.firstIndex(of: heading) else { return }
    rows[row][column] = text
  }

  /// Notes what must be found in a cell; plant in the order of the rows.
  mutating func expect(_ rule: String, _ heading: String, row: Int) {
    findings.append(.init(rule: rule, row: row + 2, column: heading))
  }
}
