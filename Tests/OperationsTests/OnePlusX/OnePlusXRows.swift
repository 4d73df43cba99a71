import Imports
import Operations

/// The rows of students, entries and payments that tests make: the student of a number has the same ID everywhere.
enum OnePlusXRows {
  static let students = [
    "姓名", "姓名拼音", "性别", "身份证号", "手机号", "就读专业", "专业层次", "入学年份", "学号", "班级", "考生类型",
  ]
  static let entries = ["计划编号", "证书名称", "证书等级", "姓名", "身份证号", "考核站点", "参考对象类型"]
  static let bySubject = entries + ["科目编号", "科目名称"]
  static let removals = ["计划编号", "身份证号", "科目编号"]
  static let payments = ["计划编号", "姓名", "身份证号", "证书", "证书等级", "科目编号"]

  static let certificate = "测试系统运维"
  static let lower = ["098694", "609371", "794690"]

  /// The ID number of a student; 499 and more have other birthdays.
  static func id(_ number: Int) -> String {
    MadeID.number(
      prefix: "990001", birth: "2001\(MadeID.pad(number / 499 % 12 + 1, 2))11", sequence: number % 499 * 2 + 1
    )
  }

  static func student(_ number: Int) -> TextRow {
    TextRow([
      "姓名": "考生测", "姓名拼音": "Kao Shengce", "性别": "男", "身份证号": id(number), "手机号": "13800000000",
      "就读专业": "软件技术", "专业层次": "高职专科", "入学年份": "2019",
    ])
  }

  static func entry(_ number: Int, level: String = "初级") -> TextRow {
    TextRow([
      "计划编号": OnePlusXFixture.plan, "证书名称": certificate, "证书等级": level, "姓名": "考生测",
      "身份证号": id(number),
    ])
  }

  static func payment(_ number: Int, subject: String? = nil) -> TextRow {
    TextRow([
      "计划编号": OnePlusXFixture.plan, "姓名": "考生测", "身份证号": id(number),
      "证书": subject == nil ? certificate : "", "科目编号": subject ?? "",
    ])
  }

  static func removal(_ number: Int, subject: String = "") -> TextRow {
    TextRow(["计划编号": OnePlusXFixture.plan, "身份证号": id(number), "科目编号": subject])
  }
}

extension OnePlusXFixture {
  /// Imports students of the numbers of a range.
  @discardableResult
  func addStudents(_ numbers: Range<Int>) async throws -> ImportResult {
    try await importing("students", OnePlusXRows.students, numbers.map(OnePlusXRows.student))
  }

  /// Enters students for the certificate at the lower level, at the school's only approved station.
  @discardableResult
  func enter(_ numbers: Range<Int>) async throws -> ImportResult {
    try await importing(
      "entries-by-certificate", OnePlusXRows.entries, numbers.map { OnePlusXRows.entry($0) })
  }

  /// Imports rows under headings.
  func importing(
    _ kind: String, _ headings: [String], _ rows: [TextRow], as user: String = "school990001",
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    try await importing(kind, headings, rows.map { row in headings.map { row[$0] } }, as: user, options)
  }
}
