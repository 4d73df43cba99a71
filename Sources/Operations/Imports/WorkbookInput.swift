internal import Files
internal import Tabular
internal import XLSXFormat
internal import ZIPFormat

/// 工作簿输入 — finds the workbook in an upload: a plain .xlsx, or the only one in a ZIP (REG-01).
enum WorkbookInput {
  /// A workbook, and what keeps its bytes where it had to be unpacked.
  struct Opened {
    let workbook: Workbook
    let keeper: TemporaryFolder?
  }

  static func open(_ file: FileSource) throws(FileError) -> Opened {
    let kind = try FileKind.of(file)
    guard kind == .zip else {
      throw kind.refusal(
        wanted: Wording(zh: "工作簿（.xlsx）或只装有它的 ZIP", en: "a workbook (.xlsx), or a ZIP with nothing but it"),
        at: file.name)
    }
    let archive = try ZIPArchive(file, limits: .registration, name: file.name)
    if archive.looksLikeWorkbook { return Opened(workbook: try Workbook(file, name: file.name), keeper: nil) }
    let entries = archive.entries.filter { !$0.isFolder && !$0.isLitter }
    let workbooks = entries.filter { hasSuffix($0.name, ".xlsx") || hasSuffix($0.name, ".xlsm") }
    guard workbooks.count == 1, let entry = workbooks.first else {
      throw workbooks.isEmpty ? try none(entries, archive) : several(workbooks.count, file.name)
    }
    let folder = try TemporaryFolder()
    let path = folder.path("workbook.xlsx")
    let unpacked = try WholeFile(path: path)
    try archive.stream(entry).copyAll(to: unpacked)
    try unpacked.finish()
    return Opened(
      workbook: try Workbook(try FileSource(path: path), name: "\(file.name)/\(entry.path)"), keeper: folder)
  }

  private static func hasSuffix(_ name: String, _ suffix: String) -> Bool {
    name.lowercased().hasSuffix(suffix)
  }

  private static func several(_ count: Int, _ name: String) -> FileError {
    FileError(
      .wrongKind, at: name, zh: "压缩包中有 \(count) 个工作簿，应恰好一个。请每次只压缩一个 .xlsx 文件。",
      en: "The ZIP holds \(count) workbooks and must hold exactly one. Put one .xlsx file into it.")
  }

  /// A ZIP without a workbook says what it holds instead, for that is what was mistaken.
  private static func none(_ entries: [ZIPEntry], _ archive: ZIPArchive) throws(FileError) -> FileError {
    if let old = entries.first(where: { hasSuffix($0.name, ".xls") }) {
      return FileError(
        .wrongKind, at: "\(archive.name)/\(old.path)", zh: "这是旧版 .xls 工作簿。请在电子表格中另存为 .xlsx 后重新压缩。",
        en: "This is an old .xls workbook. Save it as .xlsx and pack it again.")
    }
    return FileError(
      .wrongKind, at: archive.name, zh: "压缩包中没有 .xlsx 工作簿。请把填好的模板压缩成 ZIP 再上传。",
      en: "The ZIP holds no .xlsx workbook. Pack the filled-in template into a ZIP.")
  }
}
