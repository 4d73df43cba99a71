import CSVFormat
import Files
import Tabular

/// 准考证清单 — the tickets that were given out, from a CSV with the machine-test data's field names or their Chinese
/// headings; other columns may stand between.
enum TicketFile {
  private static let headings = [
    "ticket": ["ZKZH", "准考证号"], "registration": ["BMH", "报名号"], "name": ["XM", "姓名"],
    "document": ["ZJH", "证件号码"],
    "subject": ["KMDM", "科目代码"], "sex": ["XB", "性别"],
  ]

  /// The tickets in the file's order.
  /// - Throws: `.missing` where a column is not there.
  static func read(path: String) throws(FileError) -> [ScoreFile.Ticket] {
    var reader = try CSVReader(FileSource(path: path))
    var row = RawRow()
    guard try reader.read(into: &row) else { throw missing("ZKZH") }
    var columns: [String: Int] = [:]
    for (field, names) in headings {
      guard let cell = row.cells.first(where: { names.contains(row.text(of: $0).uppercased()) }) else {
        throw missing(names.joined(separator: "/"))
      }
      columns[field] = cell.column
    }
    var tickets: [ScoreFile.Ticket] = []
    while try reader.read(into: &row) {
      func text(_ field: String) -> String { columns[field].flatMap { row.text(column: $0) } ?? "" }
      tickets.append(
        ScoreFile.Ticket(
          number: text("ticket"), registration: text("registration"), name: text("name"),
          document: text("document"), subject: text("subject"),
          sex: text("sex")))
    }
    return tickets
  }

  private static func missing(_ column: String) -> FileError {
    FileError(
      .missing, zh: "清单里没有 \(column) 列。请用 kaowu inspect --csv 从机考数据导出。",
      en: "The list has no column \(column). Export it from the machine-test data with kaowu inspect --csv.")
  }
}
