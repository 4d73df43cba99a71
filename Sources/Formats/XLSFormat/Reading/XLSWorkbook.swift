import SheetCells
public import Tabular
import ZIPFormat

/// 旧版工作簿 — an .xls file of Excel 5 to 2003, opened for reading. Opening reads what the sheets share; their rows are
/// read while they are asked for. A cell reads exactly as the same cell of an .xlsx: what is imported does not depend on
/// the format (VIO-01).
public final class XLSWorkbook: Sendable {
  /// The sheets that hold cells, in the order of their tabs, hidden ones included; charts have none.
  public let sheets: [XLSSheet]
  private let name: String
  private let stream: CompoundStream
  private let globals: WorkbookGlobals
  private let limits: XLSLimits

  /// Opens a workbook.
  /// - Parameter name: the file's name, for messages.
  /// - Throws: `.empty`, `.wrongKind` (no workbook, or an .xlsx), `.encrypted` (a password), `.unsupported` (older than
  ///   Excel 5), `.damaged`, `.truncated` or `.tooLarge` (OPS-04).
  public init(
    _ source: any ByteSource, name: String, limits: XLSLimits = .standard
  ) throws(FileError) {
    let kind = try FileKind.of(source)
    guard kind == .oldWorkbook || kind == .ole2 else {
      throw kind.refusal(wanted: Self.wanted, at: name)
    }
    guard source.count <= limits.fileBytes else { throw Self.tooLarge(limits, name) }
    let file = try CompoundFile(source, name: name)
    // A file for both Excel 95 and 97 holds the same workbook twice.
    let newer = try file.stream(named: "workbook")
    guard let stream = newer == nil ? try file.stream(named: "book") : newer else {
      throw FileKind.ole2.refusal(wanted: Self.wanted, at: name)
    }
    self.name = name
    self.stream = stream
    self.limits = limits
    globals = try WorkbookGlobals(stream, name: name, limits: limits)
    sheets = globals.sheets
  }

  /// Whether its dates count from 1904, which a serial number without a date format does not say by itself.
  public var countsFrom1904: Bool { globals.dateSystem == .from1904 }

  /// The sheet with this name; the case of letters makes no difference, as in a spreadsheet.
  /// - Throws: `.missing` where there is none, with the names that there are.
  public func sheet(named name: String) throws(FileError) -> XLSSheet {
    if let sheet = sheets.first(where: { $0.name.lowercased() == name.lowercased() }) { return sheet }
    throw FileError.noSheet(named: name, among: sheets.map(\.name), in: self.name)
  }

  /// The rows of a sheet, from its first.
  /// - Throws: `.damaged` where no sheet begins at the place that the workbook names.
  public func rows(of sheet: XLSSheet) throws(FileError) -> XLSSheetReader {
    XLSSheetReader(
      try CellRecords(
        RecordReader(stream, at: sheet.offset, name: name), sheet: sheet.name, globals: globals,
        mostCells: limits.cells))
  }

  private static let wanted = Wording(zh: "旧版 Excel 工作簿（.xls）", en: "an old Excel workbook (.xls)")

  private static func tooLarge(_ limits: XLSLimits, _ name: String) -> FileError {
    FileError(
      .tooLarge, at: name, zh: "工作簿超过 \(limits.fileBytes >> 20) MiB。请拆成几个文件。",
      en: "The workbook has over \(limits.fileBytes >> 20) MiB. Split it into several files.")
  }
}
