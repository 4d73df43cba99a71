import CXlsxWriter
import Glibc
public import Tabular

/// 工作簿写出器 — writes formatted workbooks: reports, templates, statistics. Memory stays flat however many rows there
/// are, because each row goes to disk when the next one begins: rows of a sheet are written in ascending order.
///
/// Rows are numbered as a spreadsheet shows them, from 1; columns from 0. Every text is written as text: nothing that
/// is written can run as a formula (ERR-04). The file appears under its name only when it is whole (DOC-08), after
/// it was read back; without `finish()` nothing appears.
public struct WorkbookWriter: ~Copyable {
  /// 工作表 — a sheet of the workbook that is being written.
  public struct Sheet: Sendable, Hashable {
    let index: Int
  }

  struct OpenSheet {
    let name: String
    let pointer: UnsafeMutablePointer<lxw_worksheet>
    var isHidden = false
    var lastRow = 0
    /// How many rows have a value; what is read back must have as many.
    var rowsWithValue = 0
    var lastRowWithValue = 0
  }

  let path: String
  private let pathAside: String
  /// nil once it was closed.
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  var sheets: [OpenSheet] = []
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  /// The style that was asked for last: cells of one style mostly stand together, and comparing costs less than hashing.
  private var lastFormat: (style: CellStyle, format: UnsafeMutablePointer<lxw_format>)?

  /// Begins a workbook that will stand at `path`; the folder must exist.
  /// - Throws: `.disk` where it cannot be created.
  public init(path: String, properties: WorkbookProperties) throws(FileError) {
    self.path = path
    pathAside = "\(path).\(getpid()).part"
    // The library creates its file at the end only; whether there can be one is better known now.
    let descriptor = open(pathAside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .writingFailed(at: path, reason: String(cString: strerror(errno))) }
    close(descriptor)
    var options = lxw_workbook_options()
    options.constant_memory = 1
    // Rows wait beside the file, so that only its own disk must have room for them.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let folderText = CText(folder)
    options.tmpdir = folderText.pointer
    workbook = workbook_new_opt(pathAside, &options)
    guard let workbook else { throw .writingFailed(at: path, reason: "out of memory") }
    let title = CText(properties.title)
    let author = CText(properties.author)
    var document = lxw_doc_properties()
    document.title = title.pointer
    document.author = author.pointer
    document.created = time_t(max(1, properties.created))
    workbook_set_properties(workbook, &document)
  }

  deinit {
    if let workbook {
      for sheet in sheets { sheet.discardRows() }
      lxw_workbook_free(workbook)
      unlink(pathAside)
    }
  }

  /// Adds a sheet behind those that there are. The first one that is not hidden is shown when the file is opened.
  /// - Throws: `.unsupported` for a name that a sheet cannot have; see `sheetName(fitting:)`.
  public mutating func addSheet(_ name: String, isHidden: Bool = false) throws(FileError) -> Sheet {
    let error = workbook_validate_sheet_name(workbook, name)
    guard error == LXW_NO_ERROR, !name.isEmpty else {
      throw FileError(error == LXW_NO_ERROR ? LXW_ERROR_PARAMETER_VALIDATION : error, at: name)
    }
    guard let pointer = workbook_add_worksheet(workbook, name) else {
      throw .writingFailed(at: path, reason: "no temporary file")
    }
    if isHidden {
      worksheet_hide(pointer)
    } else if sheets.allSatisfy(\.isHidden) {
      worksheet_activate(pointer)
      worksheet_set_first_sheet(pointer)
    }
    sheets.append(OpenSheet(name: name, pointer: pointer, isHidden: isHidden))
    return Sheet(index: sheets.count - 1)
  }

  /// A name that a sheet can have, made of any text: forbidden characters become `_`, the rest is cut to 31 characters.
  public static func sheetName(fitting text: String) -> String {
    var name = ""
    for character in text.trimmingPrefix("'") {
      let next = "[]:*?/\\".contains(character) || character.isNewline ? "_" : character
      guard name.utf16.count + next.utf16.count <= 31 else { break }
      name.append(next)
    }
    while name.hasSuffix("'") { name.removeLast() }
    return name.isEmpty ? "Sheet" : name
  }

  /// Writes the file, reads it back, and makes it appear under its name.
  /// - Throws: `.disk` where anything of that fails; nothing appears then.
  public consuming func finish() throws(FileError) {
    let sheets = sheets
    let closing = workbook
    workbook = nil
    let error = workbook_close(closing)
    do throws(FileError) {
      guard error == LXW_NO_ERROR else { throw FileError(error, at: path) }
      try Self.check(pathAside, holds: sheets, name: path)
      try Self.publish(pathAside, as: path)
    } catch {
      unlink(pathAside)
      throw error
    }
  }

  /// The library's form of a style; each is made once.
  mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if style == .plain { return nil }
    if let lastFormat, lastFormat.style == style { return lastFormat.format }
    if let format = formats[style] {
      lastFormat = (style, format)
      return format
    }
    guard let format = workbook_add_format(workbook) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  /// A chart of the library's, which belongs to the workbook.
  func newChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(workbook, UInt8(type.rawValue))
  }
}
