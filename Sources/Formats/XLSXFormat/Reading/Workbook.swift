import SheetCells
import Synchronization
public import Tabular
import ZIPFormat

/// 工作簿 — an .xlsx or .xlsm file, opened for reading. Opening reads the small parts only; the texts that the sheets
/// share are read with the first sheet, once.
public final class Workbook: Sendable {
  /// The sheets that hold cells, in the order of their tabs, hidden ones included; charts have none.
  public let sheets: [WorkbookSheet]
  let package: Package
  let parts: WorkbookParts
  private let styles: CellStyles
  private let strings = Mutex<SharedStrings?>(nil)

  /// Opens a workbook.
  /// - Parameter name: the file's name, for messages.
  /// - Throws: `.empty`, `.wrongKind` (no workbook, an old .xls), `.encrypted` (a password), `.unsupported` (.xlsb),
  ///   `.damaged`, `.truncated`, `.hostile` or `.tooLarge` (OPS-04).
  public init(
    _ source: any ByteSource, name: String, limits: WorkbookLimits = .standard
  ) throws(FileError) {
    try Self.checkKind(source, name: name)
    package = Package(
      try ZIPArchive(source, limits: limits.archive, name: name), name: name, limits: limits)
    parts = try WorkbookParts(package)
    sheets = parts.sheets
    if let part = parts.stylesPart {
      styles = try CellStyles(package.bytes(part), part: part, limits: limits.xml)
    } else {
      styles = CellStyles()
    }
  }

  /// Whether its dates count from 1904, which a serial number without a date format does not say by itself.
  public var countsFrom1904: Bool { parts.dateSystem == .from1904 }

  /// The sheet with this name; the case of letters makes no difference, as in a spreadsheet.
  /// - Throws: `.missing` where there is none, with the names that there are.
  public func sheet(named name: String) throws(FileError) -> WorkbookSheet {
    if let sheet = sheets.first(where: { $0.name.lowercased() == name.lowercased() }) { return sheet }
    throw FileError.noSheet(named: name, among: sheets.map(\.name), in: package.name)
  }

  /// The rows of a sheet, from its first.
  /// - Throws: `.damaged`, `.truncated`, `.hostile` or `.tooLarge` where the shared strings or the sheet's first bytes
  ///   are not what they should be.
  public func rows(of sheet: WorkbookSheet) throws(FileError) -> SheetReader {
    let decoder = CellDecoder(
      sheet: sheet.name, strings: try sharedStrings(), styles: styles, dateSystem: parts.dateSystem,
      cellCharacters: package.limits.cellCharacters)
    let scanner = try XMLScanner(package.stream(sheet.part), part: sheet.part, limits: package.limits.xml)
    return SheetReader(SheetScanner(scanner, decoder: decoder, mostCells: package.limits.cells))
  }

  private func sharedStrings() throws(FileError) -> SharedStrings {
    try strings.withLock { strings throws(FileError) in
      if let strings { return strings }
      let read = try readSharedStrings()
      strings = read
      return read
    }
  }

  private func readSharedStrings() throws(FileError) -> SharedStrings {
    guard let part = parts.stringsPart else { return SharedStrings() }
    return try SharedStrings(
      package.stream(part), part: part, expectedBytes: package.entry(part)?.size ?? 0, limits: package.limits)
  }

  private static func checkKind(_ source: any ByteSource, name: String) throws(FileError) {
    let kind = try FileKind.of(source)
    guard kind == .zip else {
      throw kind.refusal(wanted: Wording(zh: "Excel 工作簿（.xlsx）", en: "an Excel workbook (.xlsx)"), at: name)
    }
  }
}
