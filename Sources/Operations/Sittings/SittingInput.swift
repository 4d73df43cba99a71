internal import Files
internal import Programmes
internal import Tabular
internal import ZIPFormat

/// 考次输入 — reads a sitting from whichever file holds it: YAML text, or a workbook (.xlsx, .xls, or a ZIP with nothing but
/// one). The file's content says which, not its name.
enum SittingInput {
  /// What a file says.
  /// - Throws: `FileError` where it is neither, or damaged; it names the file beside the line.
  static func read(_ path: String) throws(FileError) -> SittingDocument {
    let file = try FileSource(path: path)
    switch try FileKind.of(file) {
    case .zip, .oldWorkbook, .ole2, .encryptedOffice: return try workbook(file)
    default: return try text(file)
    }
  }

  private static func workbook(_ file: FileSource) throws(FileError) -> SittingDocument {
    let opened = try WorkbookInput(takesOld: true).open(file)
    var sheets: [SittingSheetRows] = []
    for (place, name) in opened.workbook.sheets.enumerated() {
      sheets.append(SittingSheetRows(name: name, rows: try opened.workbook.rows(at: place)))
    }
    let document = try SittingFile.read(sheets: sheets)
    // The rows are read from the unpacked file, which goes with its keeper.
    withExtendedLifetime(opened.keeper) {}
    return document
  }

  private static func text(_ file: FileSource) throws(FileError) -> SittingDocument {
    do throws(FileError) {
      return try SittingFile.read(file)
    } catch {
      var named = error
      named.place = error.place.map { "\(file.name) \($0)" } ?? file.name
      throw named
    }
  }
}
