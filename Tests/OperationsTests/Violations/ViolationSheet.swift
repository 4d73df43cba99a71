import Files
import Imports
import Operations
import Tabular
import TestKit

/// 违纪缺考表 — workbooks of violations in rows of texts: `ticket, name, ID, subject, kind, description`.
enum ViolationSheet {
  static let headings = ["准考证号", "姓名", "证件号码", "考试科目", "违纪类型", "情节说明"]

  /// In which form the workbook is written.
  enum Form: String, CaseIterable, Sendable {
    case xlsx, xls
  }

  /// A row of a candidate's entry, with the right name and ID number.
  /// - Parameter examined: the subject of the ticket, where the row names another one.
  static func row(
    _ entry: Int, _ candidate: TestCandidate, _ subject: String, _ kind: String, _ note: String = "",
    examined: String? = nil
  ) -> [String] {
    [
      ScoreSheet.ticket(entry, examined ?? subject), candidate.name, candidate.documentNumber, subject, kind,
      note,
    ]
  }
}

extension SeatingFixture {
  /// Imports rows of violations; the headings are in row 1.
  func importViolations(
    _ rows: [[String]], headings: [String] = ViolationSheet.headings, as form: ViolationSheet.Form = .xlsx,
    site: String = site, by user: String = "root", _ set: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path: String
    switch form {
    case .xlsx: path = try workbook("violations.xlsx", sheet: "违纪缺考", [headings] + rows)
    case .xls:
      let book = OldWorkbookBuilder([.init("违纪缺考", texts: [headings] + rows)])
      path = try folder.file("violations.xls", book.bytes())
    }
    return try await importFile("violations", path, site: site, as: user, set)
  }

  /// What is on record, by entry: `1 3 夹带`.
  func violations() async throws -> [String] {
    try await rows("entry, kind, note", from: "violation ORDER BY entry")
  }
}
