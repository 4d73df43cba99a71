internal import Files
internal import Tabular
internal import XLSFormat
internal import XLSXFormat
internal import ZIPFormat

/// 工作簿输入 — finds the workbook in an upload: a plain one, or the only one in a ZIP (REG-01). The older .xls is taken
/// where the kind of import takes it (VIO-01), and named for what it is elsewhere.
struct WorkbookInput {
  /// A workbook, and what keeps its bytes where it had to be unpacked.
  struct Opened {
    let workbook: AnyWorkbook
    let keeper: TemporaryFolder?
    /// The ending that a file must have to be opened as what this one is.
    let ending: String

    init(_ workbook: AnyWorkbook, named name: String, keeper: TemporaryFolder? = nil) {
      self.workbook = workbook
      self.keeper = keeper
      // A workbook with macros is refused under the name of one without.
      ending = workbook.kind == "xlsx" && hasSuffix(name, ".xlsm") ? ".xlsm" : ".\(workbook.kind)"
    }
  }

  private let takesOld: Bool

  /// - Parameter takesOld: whether an .xls is taken.
  init(takesOld: Bool) { self.takesOld = takesOld }

  func open(_ file: FileSource) throws(FileError) -> Opened {
    let kind = try FileKind.of(file)
    if kind.isOldWorkbook, takesOld {
      return Opened(.xls(try XLSWorkbook(file, name: file.name)), named: file.name)
    }
    guard kind == .zip else { throw kind.refusal(wanted: wanted, at: file.name) }
    let archive = try ZIPArchive(file, limits: .registration, name: file.name)
    if archive.looksLikeWorkbook {
      return Opened(.xlsx(try Workbook(file, name: file.name)), named: file.name)
    }
    let entries = archive.entries.filter { !$0.isFolder && !$0.isLitter }
    let workbooks = entries.filter { entry in endings.contains { Self.hasSuffix(entry.name, $0) } }
    guard workbooks.count == 1, let entry = workbooks.first else {
      throw workbooks.isEmpty ? try none(entries, archive) : several(workbooks.count, file.name)
    }
    let folder = try TemporaryFolder()
    let path = folder.path("workbook")
    let unpacked = try WholeFile(path: path)
    try archive.stream(entry).copyAll(to: unpacked)
    try unpacked.finish()
    let (source, name) = (try FileSource(path: path), "\(file.name)/\(entry.path)")
    let isOld = try FileKind.of(source).isOldWorkbook
    return Opened(
      isOld && takesOld ? .xls(try XLSWorkbook(source, name: name)) : .xlsx(try Workbook(source, name: name)),
      named: entry.name, keeper: folder)
  }

  private var endings: [String] { [".xlsx", ".xlsm"] + (takesOld ? [".xls"] : []) }

  private var wanted: Wording {
    takesOld
      ? Wording(
        zh: "工作簿（.xlsx 或 .xls）或只装有它的 ZIP", en: "a workbook (.xlsx or .xls), or a ZIP with nothing but it")
      : Wording(zh: "工作簿（.xlsx）或只装有它的 ZIP", en: "a workbook (.xlsx), or a ZIP with nothing but it")
  }

  private static func hasSuffix(_ name: String, _ suffix: String) -> Bool {
    name.lowercased().hasSuffix(suffix)
  }

  private func several(_ count: Int, _ name: String) -> FileError {
    FileError(
      .wrongKind, at: name, zh: "压缩包中有 \(count) 个工作簿，应恰好一个。请每次只压缩一个 .xlsx 文件。",
      en: "The ZIP holds \(count) workbooks and must hold exactly one. Put one .xlsx file into it.")
  }

  /// A ZIP without a workbook says what it holds instead, for that is what was mistaken.
  private func none(_ entries: [ZIPEntry], _ archive: ZIPArchive) throws(FileError) -> FileError {
    if let old = entries.first(where: { Self.hasSuffix($0.name, ".xls") }) {
      return FileError(
        .wrongKind, at: "\(archive.name)/\(old.path)", zh: "这是旧版 .xls 工作簿。请在电子表格中另存为 .xlsx 后重新压缩。",
        en: "This is an old .xls workbook. Save it as .xlsx and pack it again.")
    }
    return FileError(
      .wrongKind, at: archive.name, zh: "压缩包中没有 .xlsx 工作簿。请把填好的模板压缩成 ZIP 再上传。",
      en: "The ZIP holds no .xlsx workbook. Pack the filled-in template into a ZIP.")
  }
}

extension FileKind {
  /// Whether it is worth opening as an .xls: also where the container does not show at its beginning what is in it.
  var isOldWorkbook: Bool { self == .oldWorkbook || self == .ole2 }
}
