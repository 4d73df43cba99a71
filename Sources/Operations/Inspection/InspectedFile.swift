internal import CSVFormat
internal import DBFFormat
internal import Files
internal import ImageFormat
public import Tabular
internal import XLSFormat
internal import XLSXFormat
internal import ZIPFormat

/// 查看文件 — a file as the readers see it, no store needed: its kind by content, its sheets, entries, columns and rows.
/// A file that the readers refuse is a `FileError`; nothing is ever written.
public struct InspectedFile {
  private let source: any ByteSource
  private let name: String
  private let keeper: TemporaryFolder?
  private let content: Content

  private enum Content {
    case workbook(AnyWorkbook)
    case csv
    case dbf
    case archive(ZIPArchive)
    case picture
  }

  /// Opens a file, or one entry of a ZIP.
  /// - Throws: a `FileError` for a kind that has no reader, and for a file that is not what it should be (OPS-04).
  public init(path: String, entry: String? = nil) throws(FileError) {
    let file = try FileSource(path: path)
    guard let entry else {
      try self.init(file, name: file.name, keeper: nil)
      return
    }
    let archive = try ZIPArchive(file, limits: .photosMost, name: file.name)
    guard let found = archive.entry(entry) else {
      throw FileError(
        .missing, at: file.name, zh: "压缩包中没有条目“\(entry)”。可先不带 --entry 查看有哪些。",
        en: "The archive has no entry “\(entry)”. Inspect it without --entry to see which there are.")
    }
    let folder = try TemporaryFolder()
    let unpacked = try WholeFile(path: folder.path("entry"))
    try archive.stream(found).copyAll(to: unpacked)
    try unpacked.finish()
    try self.init(try FileSource(path: folder.path("entry")), name: "\(file.name)/\(entry)", keeper: folder)
  }

  private init(_ source: any ByteSource, name: String, keeper: TemporaryFolder?) throws(FileError) {
    self.source = source
    self.name = name
    self.keeper = keeper
    let kind = try FileKind.of(source)
    switch kind {
    case .zip:
      let archive = try ZIPArchive(source, limits: .photosMost, name: name)
      content =
        archive.looksLikeWorkbook ? .workbook(.xlsx(try Workbook(source, name: name))) : .archive(archive)
    case .oldWorkbook, .ole2: content = .workbook(.xls(try XLSWorkbook(source, name: name)))
    case .text: content = .csv
    case .dbf: content = .dbf
    case .jpeg, .png: content = .picture
    default: throw kind.refusal(wanted: Self.readable, at: name)
    }
  }

  private static let readable = Wording(
    zh: "工作簿（.xlsx、.xls）、CSV、DBF、ZIP 或照片（JPEG、PNG）",
    en: "a workbook (.xlsx, .xls), CSV, DBF, ZIP or picture (JPEG, PNG)")

  /// What the file holds, counted by reading all of it.
  /// - Parameter sheet: the one sheet of a workbook that is counted; all of them where it is nil.
  /// - Throws: a `FileError` where its inside is not what it should be, `.missing` where there is no such sheet.
  public func summary(sheet: String? = nil) throws(FileError) -> InspectionSummary {
    if let sheet { try requireSheets(sheet) }
    switch content {
    case .workbook(let workbook):
      let named = try sheet.map { sheet throws(FileError) in try workbook.place(of: sheet, in: name) }
      return try Self.summary(of: named.map { [$0] } ?? Array(workbook.sheets.indices), in: workbook)
    case .csv: return try csvSummary()
    case .dbf: return try dbfSummary()
    case .archive(let archive):
      var summary = InspectionSummary(kind: "zip")
      summary.entries = archive.entries.map { .init(name: $0.path, bytes: $0.size) }
      return summary
    case .picture: return try pictureSummary()
    }
  }

  /// The rows of a table, the headings of a DBF first.
  /// - Parameter sheet: the sheet of a workbook; the first where it is nil.
  /// - Throws: `.unsupported` for a file without rows.
  public func rows(sheet: String? = nil) throws(FileError) -> any RowReader {
    if let sheet { try requireSheets(sheet) }
    switch content {
    case .workbook(let workbook):
      return try workbook.rows(at: workbook.place(of: sheet, in: name))
    case .csv: return try CSVReader(source)
    case .dbf: return HeadedRows(try DBFReader(source))
    case .archive, .picture:
      throw FileError(
        .unsupported, at: name, zh: "这种文件没有行。压缩包中的表格可用 --entry 指出。",
        en: "This file has no rows. Name a table inside a ZIP with --entry.")
    }
  }

  private func requireSheets(_ sheet: String) throws(FileError) {
    if case .workbook = content { return }
    throw FileError(
      .missing, at: name, zh: "这不是工作簿，没有工作表“\(sheet)”。请去掉 --sheet。",
      en: "This is no workbook and has no sheet “\(sheet)”. Leave out --sheet.")
  }

  private static func summary(
    of sheets: [Int], in workbook: AnyWorkbook
  ) throws(FileError) -> InspectionSummary {
    var summary = InspectionSummary(kind: workbook.kind)
    var counted: [InspectionSummary.Sheet] = []
    var row = RawRow()
    for sheet in sheets {
      var reader = try workbook.rows(at: sheet)
      var (last, cells) = (0, 0)
      while try reader.read(into: &row) {
        last = row.number
        cells += row.cells.count
      }
      counted.append(.init(name: workbook.sheets[sheet], rows: last, cells: cells))
    }
    summary.sheets = counted
    return summary
  }

  private func csvSummary() throws(FileError) -> InspectionSummary {
    var reader = try CSVReader(source)
    var summary = InspectionSummary(kind: "csv")
    summary.encoding = reader.encoding.rawValue
    var row = RawRow()
    var records = 0
    while try reader.read(into: &row) {
      if summary.columns == nil {
        summary.columns = row.cells.map(row.text(of:))
      } else {
        records += 1
      }
    }
    summary.columns = summary.columns ?? []
    summary.records = records
    return summary
  }

  private func dbfSummary() throws(FileError) -> InspectionSummary {
    var reader = try DBFReader(source)
    var summary = InspectionSummary(kind: "dbf")
    summary.encoding = reader.encoding
    summary.columns = reader.columns.map(\.name)
    var row = RawRow()
    while try reader.read(into: &row) {}
    summary.records = reader.liveCount
    return summary
  }

  private func pictureSummary() throws(FileError) -> InspectionSummary {
    switch ImageChecker(limits: .most).check(try source.bytes(in: 0..<source.count)) {
    case .success(let image):
      var summary = InspectionSummary(kind: image.info.format.rawValue)
      summary.image = .init(width: image.info.width, height: image.info.height)
      return summary
    case .failure(let problem):
      let (message, advice) = (problem.message, problem.advice)
      throw FileError(.damaged, at: name, zh: message.zh + advice.zh, en: "\(message.en) \(advice.en)")
    }
  }
}

/// The headings of a DBF as its first row, then its records.
private struct HeadedRows: RowReader {
  private var reader: DBFReader
  private var isAtHeadings = true

  init(_ reader: DBFReader) { self.reader = reader }

  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    guard isAtHeadings else { return try reader.read(into: &row) }
    isAtHeadings = false
    reader.readHeadings(into: &row)
    return true
  }
}
