internal import CSVFormat
public import ExamModel
internal import Files
internal import Tabular
internal import XLSXFormat

/// 清单文件 — a list of texts as a workbook or a CSV file, by the ending of its path; it appears when it is whole, and no
/// cell of it can run as a formula (ERR-04).
public struct ListFile: Sendable {
  private let path: String
  private let title: String
  private let headings: [String]
  private let now: Instant

  /// A list with a row of headings.
  /// - Throws: `UnfitOption` where the path ends neither in `.xlsx` nor in `.csv`.
  public init(path: String, title: String, headings: [String], now: Instant) throws(UnfitOption) {
    guard [".xlsx", ".csv"].contains(where: path.lowercased().hasSuffix) else {
      throw UnfitOption(
        zh: "-o 的文件名要以 .xlsx 或 .csv 结尾。", en: "The file of -o must end in .xlsx or .csv.")
    }
    self.path = path
    self.title = title
    self.headings = headings
    self.now = now
  }

  /// Writes what `rows` hands on, one text for each heading.
  /// - Returns: how many rows there were.
  /// - Throws: `FileError` where the disk fails, and whatever `rows` throws; nothing appears then.
  public func write(_ rows: (_ take: ([String]) throws -> Void) throws -> Void) throws -> Int {
    try path.lowercased().hasSuffix(".csv") ? writeTable(rows) : writeBook(rows)
  }

  private func writeTable(_ rows: (_ take: ([String]) throws -> Void) throws -> Void) throws -> Int {
    let file = try WholeFile(path: path)
    var writer = try CSVWriter(file, encoding: .utf8BOM)
    try writer.write(headings)
    var count = 0
    try rows { texts in
      try writer.write(texts)
      count += 1
    }
    try writer.finish()
    try file.finish()
    return count
  }

  private func writeBook(_ rows: (_ take: ([String]) throws -> Void) throws -> Void) throws -> Int {
    let book = try ListWorkbookWriter(
      path: path, title: title,
      columns: headings.map {
        ListWorkbookWriter.Column($0, width: Double(max(12, TextWidth.of($0) + 4)))
      },
      properties: WorkbookProperties(created: now.secondsSince1970, title: title, author: "kaowu"))
    var count = 0
    try rows { texts in
      count += 1
      try book.write(texts)
    }
    try book.finish()
    return count
  }
}
