import Imports
import Operations
import Storage

/// A row of a roster workbook that is right in every cell; a test changes the fields that it is about.
struct Student: Sendable {
  /// What the roster and registrations have in common.
  var person: Candidate
  var grade = "2020级"
  /// 可报考考点; blank for anywhere in the province.
  var sites = "990701"

  /// The student of a number from 0, the same person as the candidate of that number.
  init(_ number: Int, _ change: (inout Student) -> Void = { _ in }) {
    person = Candidate(number)
    change(&self)
  }

  var id: String { person.id }

  /// The headings of a roster workbook, in the template's order.
  static let headings = [
    "序号", "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "学号", "院系", "专业", "班级", "年级",
    "联系电话", "邮编", "联系地址", "可报考考点", "备注",
  ]

  /// The cell below a heading.
  func cell(_ heading: String) -> SheetCell {
    switch heading {
    case "年级": .text(grade)
    case "可报考考点": .text(sites)
    default: person.cell(heading)
    }
  }

  /// The students of the numbers from `first`.
  static func some(_ count: Int, from first: Int = 0) -> [Student] {
    (first..<first + count).map { Student($0) }
  }
}

extension OfficeFixture {
  /// Imports students; the one at index 0 stands in row 2.
  func enroll(
    _ students: [Student], headings: [String] = Student.headings, site: String = "990701",
    as user: String? = nil,
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let sheet = SheetFile(
      "学籍信息模板",
      rows: [headings.map { .text($0) }] + students.map { student in headings.map(student.cell) })
    let path = newPath(".xlsx")
    try sheet.write(to: path)
    return try await importing("roster", path, site: site, as: user, options)
  }

  /// The roster as it is stored: site, name, education, and where each may register (`*` for anywhere).
  func roster() async throws -> [String: [String]] {
    try await database.read { session in
      var all: [String: [String]] = [:]
      try session.forEach(
        """
        SELECT r.document_number, r.site, r.name, r.education, r.anywhere, a.site
        FROM roster r LEFT JOIN roster_site a ON a.document_number = r.document_number
        ORDER BY r.document_number, a.site
        """, []
      ) { row in
        let known = all[row.text(0)] ?? [row.text(1), row.text(2), row.text(3), row.flag(4) ? "*" : ""]
        all[row.text(0)] = known.dropLast() + [known[3] + (row.optionalText(5).map { " " + $0 } ?? "")]
      }
      return all
    }
  }
}
