public import Tabular

/// 工作簿中的一张表 — a sheet of a workbook: its name and its rows.
public struct SittingSheetRows {
  /// The name on its tab.
  public var name: String
  /// Its rows, from the first.
  public var rows: any RowReader

  /// A sheet.
  public init(name: String, rows: any RowReader) {
    self.name = name
    self.rows = rows
  }
}

/// 考次文件 — one YAML document or one workbook that says everything a centre sets before work begins (SET-08).
public enum SittingFile {
  /// Reads a sitting file.
  /// - Returns: the definition with the findings about its form; `SittingCheck` finds the rest.
  /// - Throws: a `FileError` where it is no YAML document at all (`.damaged`, with the line), no UTF-8
  ///   or nothing but a text or a list (`.wrongKind`), empty, over 4 MiB (`.tooLarge`), or uses anchors, aliases or more than 64 levels
  ///   (`.hostile`).
  public static func read(_ bytes: [UInt8]) throws(FileError) -> SittingDocument {
    var reader = SittingReader()
    let root = try DocumentNode.parse(bytes, as: .sitting)
    guard case .mapping = root.content else {
      throw FileError(
        .wrongKind, zh: "这不是考次文件：文件里没有“键: 值”。请检查是否选错了文件。",
        en: "This is no sitting file: it holds no “key: value”. Check that it is the right file.")
    }
    let definition = reader.definition(root)
    return reader.document(with: definition)
  }

  /// Reads a workbook that says what a sitting file says (SET-08); see `SittingSheet.all` for its sheets.
  /// - Returns: as `read(_:)`; places are cells.
  /// - Throws: a `FileError` where a sheet is damaged or the workbook has too many rows.
  public static func read(sheets: [SittingSheetRows]) throws(FileError) -> SittingDocument {
    var book = SittingBookReader()
    try book.read(sheets)
    var tree = SittingBookTree(book)
    let root = tree.root()
    var reader = SittingReader(places: tree.places, findings: book.findings + tree.findings)
    let definition = reader.definition(root)
    return reader.document(with: definition)
  }

  /// Reads a sitting file from a source; see `read(_:)`.
  public static func read(_ source: any ByteSource) throws(FileError) -> SittingDocument {
    // One byte over the limit is enough to be refused; more is not read.
    try read(source.bytes(in: 0..<min(source.count, YAMLBounds.mostBytes + 1)))
  }
}
