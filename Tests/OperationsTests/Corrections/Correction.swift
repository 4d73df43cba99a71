import Imports
import Operations

/// A row of a corrections workbook: nothing but the number and the reason unless a test fills in more.
struct Correction: Sendable {
  var id: String
  var reason = "户籍更名"
  /// The other cells, by heading.
  var cells: [String: String] = [:]

  /// A correction of the candidate of a number.
  init(_ number: Int, _ cells: [String: String] = [:], _ change: (inout Correction) -> Void = { _ in }) {
    id = Candidate(number).id
    self.cells = cells
    change(&self)
  }

  static let headings = [
    "序号", "证件号码", "更正原因", "姓名", "新证件号码", "证件类型", "性别", "出生日期", "班级", "联系电话", "电子邮件", "备注",
  ]

  func cell(_ heading: String) -> SheetCell {
    switch heading {
    case "证件号码": .text(id)
    case "更正原因": .text(reason)
    default: .text(cells[heading] ?? "")
    }
  }
}

extension OfficeFixture {
  /// A moment inside the window for corrections.
  static let correctionTime = "2020-10-01 10:00"

  /// Candidates, some months later.
  static func afterExam(candidates: Int, _ plan: SittingPlan = SittingPlan()) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(plan)
    _ = try await fixture.register(Candidate.some(candidates))
    try fixture.setClock(correctionTime)
    return fixture
  }

  /// Imports corrections; the one at index 0 stands in row 2.
  func correct(
    _ rows: [Correction], as user: String? = nil, _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = newPath(".xlsx")
    let headings = Correction.headings
    try SheetFile("更正", rows: [headings.map { .text($0) }] + rows.map { headings.map($0.cell) }).write(
      to: path)
    return try await importing("corrections", path, as: user, options)
  }
}
