internal import Files
public import Tabular
internal import ZIPFormat

/// 清单工作簿写出器 — writes a workbook that is one long list: headings that stay in sight, filter buttons, a row for each
/// record. It says the same as `WorkbookWriter` says of such a sheet, part by part, and is made for many rows: they go
/// straight into the archive, which is packed on another core meanwhile. What has several sheets, formats of its own,
/// comments or charts is written by `WorkbookWriter`.
///
/// Every text is written as text: nothing can run as a formula (ERR-04). Memory stays flat however many rows there are.
/// The file appears under its name only when it is whole (DOC-08); without `finish()` nothing appears.
public final class ListWorkbookWriter {
  /// 列 — one column of the list.
  public struct Column: Sendable {
    public var heading: String
    /// In Latin characters; a Chinese one takes two.
    public var width: Double
    /// Whether values that are numbers are written as numbers.
    public var isNumber: Bool

    /// A column.
    public init(_ heading: String, width: Double, isNumber: Bool = false) {
      self.heading = heading
      self.width = width
      self.isNumber = isNumber
    }
  }

  private let parts: ListParts
  private let file: WholeFile
  private let archive: ZIPWriter
  private var rows: ListRows

  /// So many bytes of rows are collected before they are handed on.
  private static let pieceSize = 1 << 16
  /// A tenth larger than at level 6, in half of its time.
  private static let compression = ZIPWriter.Compression.deflated(level: 4)

  /// Begins a workbook that will stand at `path`; the folder must exist.
  /// - Parameters:
  ///   - title: becomes the sheet's name, as far as a name can hold it.
  ///   - printing: prepares the sheet for paper; nil leaves it as it comes.
  /// - Throws: `.disk` where it cannot be created, `.tooLarge` for a heading over 32,767 characters or more columns than a
  ///   sheet has.
  public init(
    path: String, title: String, columns: [Column], printing: SheetPrinting? = nil,
    properties: WorkbookProperties
  ) throws(FileError) {
    let name = WorkbookWriter.sheetName(fitting: title)
    parts = ListParts(sheet: name, columns: columns, printing: printing, properties: properties)
    rows = try ListRows(columns, sheet: name)
    file = try WholeFile(path: path)
    archive = ZIPWriter(file)
    try archive.add("[Content_Types].xml", bytes: Array(parts.contentTypes.utf8))
    try archive.add("_rels/.rels", bytes: Array(parts.relationships.utf8))
    try archive.begin("xl/worksheets/sheet1.xml", compression: Self.compression)
    try archive.write(parts.sheetHead)
    try rows.appendHeadings(columns.map(\.heading))
  }

  /// Writes a row: one text for each column, an empty one for a blank cell.
  /// - Throws: `.tooLarge` for a text over 32,767 characters or more rows than a sheet has, `.disk` where the disk fails.
  public func write(_ texts: [String]) throws(FileError) {
    try rows.append(texts)
    if rows.bytes.count >= Self.pieceSize { try flush() }
  }

  /// Writes a row that says something in its first cell instead of being a record.
  public func write(note: String) throws(FileError) {
    try rows.append(note: note)
  }

  /// Makes the file appear under its name.
  /// - Throws: `.disk` where anything of that fails; nothing appears then.
  public func finish() throws(FileError) {
    try flush()
    let lastRow = max(rows.lastRow, 2)
    try archive.write(parts.sheetTail(lastRow: lastRow))
    try archive.endEntry()
    try archive.add("xl/workbook.xml", bytes: Array(parts.workbook(lastRow: lastRow).utf8))
    try archive.add("xl/_rels/workbook.xml.rels", bytes: Array(parts.workbookRelationships.utf8))
    try archive.add("xl/styles.xml", bytes: Array(ListParts.styles.utf8))
    try archive.add("docProps/core.xml", bytes: Array(parts.coreProperties.utf8))
    try archive.finish()
    try file.finish()
  }

  private func flush() throws(FileError) {
    try archive.write(rows.bytes)
    rows.removeAll()
  }
}

/// 打印设置 — how a list is prepared for paper: A4, all columns on one page's width, the headings again on every page.
public enum SheetPrinting: Sendable {
  case portrait
  case landscape
}
