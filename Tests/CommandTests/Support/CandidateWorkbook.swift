import ExamModel
import XLSXFormat

/// 报名工作簿 — a workbook of invented candidates, every row good unless a test changes it.
struct CandidateWorkbook {
  static let headings = [
    "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "联系电话", "电子邮件", "报考科目1",
  ]
  /// The rows, each with a text for every heading.
  var rows: [[String]]
  var headings = Self.headings
  var sheet = "集体报名信息"

  /// Candidates with ID numbers from `first` on.
  init(_ count: Int, first: Int = 0) { rows = (first..<first + count).map(Self.candidate) }

  /// Changes one cell of a row, counted from 0.
  mutating func set(_ heading: String, of row: Int, to text: String) {
    guard let column = headings.firstIndex(of: heading) else { preconditionFailure("no \(heading)") }
    rows[row][column] = text
  }

  /// Writes the workbook and says where it is.
  @discardableResult
  func write(_ name: String, in fixture: CommandFixture) throws -> String {
    let path = fixture.path(name)
    var book = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1_600_000_000))
    let sheet = try book.addSheet(sheet)
    for (row, texts) in ([headings] + rows).enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        try book.writeText(text, row: row + 1, column: column, in: sheet)
      }
    }
    try book.finish()
    return path
  }

  /// The ID number of a candidate: born on one of ten thousand days, with an odd number of a man for each time round, and
  /// a right check character.
  static func number(_ index: Int) -> String {
    let birth = CalendarDate(year: 1975, month: 1, day: 1)?.adding(days: index % 10_000)
    return CheckCharacter.completed("990701" + (birth?.compact ?? "") + "00\(1 + index / 10_000 * 2)") ?? ""
  }

  private static func candidate(_ index: Int) -> [String] {
    let birth = CalendarDate(year: 1975, month: 1, day: 1)?.adding(days: index % 10_000)
    return [
      "测试", "男", birth?.iso ?? "", "居民身份证", number(index), "汉族", "本科", "学生", "13800000000",
      "candidate\(index)@example.com", index % 2 == 0 ? "14" : "26",
    ]
  }
}
