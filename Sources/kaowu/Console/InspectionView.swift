internal import Operations
internal import Tabular

/// 查看视图 — what a person sees of a file: what it is, what it holds, and its first rows or entries. ID numbers are
/// masked (IDN-06); `--csv` and `--json` show everything.
struct InspectionView {
  private let summary: InspectionSummary
  private let rows: [InspectedFile.FirstRow]
  private let mostEntries: Int
  private let language: Language

  /// The widest that a cell, and a row of cells, is shown.
  private static let widestCell = 16
  private static let widestRow = 110

  init(
    _ summary: InspectionSummary, rows: [InspectedFile.FirstRow], mostEntries: Int, in language: Language
  ) {
    self.summary = summary
    self.rows = rows
    self.mostEntries = mostEntries
    self.language = language
  }

  var lines: [String] { Columns.lines(facts) + entryLines + rowLines }

  private var facts: [[String]] {
    var facts = [[words("种类", "kind"), kind]]
    if let encoding = summary.encoding { facts.append([words("编码", "encoding"), encoding]) }
    for (index, sheet) in (summary.sheets ?? []).enumerated() {
      facts.append([
        index == 0 ? words("工作表", "sheets") : "", sheet.name,
        words("\(sheet.rows) 行", "\(sheet.rows) rows"),
        words("\(sheet.cells) 个单元格", "\(sheet.cells) cells"),
      ])
    }
    if let columns = summary.columns {
      facts.append([words("列", "columns"), String(columns.count)])
    }
    if let records = summary.records { facts.append([words("记录", "records"), String(records)]) }
    if let image = summary.image {
      facts.append([words("像素", "pixels"), "\(image.width)×\(image.height)"])
    }
    if let entries = summary.entries { facts.append([words("条目", "entries"), String(entries.count)]) }
    return facts
  }

  private var kind: String {
    switch summary.kind {
    case "xlsx", "xls": words("工作簿（\(summary.kind)）", "workbook (\(summary.kind))")
    case "csv": words("文本表格（csv）", "table as text (csv)")
    case "dbf": words("数据表（dbf）", "table (dbf)")
    case "zip": words("压缩包（zip）", "archive (zip)")
    case "jpeg", "png": words("照片（\(summary.kind)）", "picture (\(summary.kind))")
    default: summary.kind
    }
  }

  private var entryLines: [String] {
    guard let entries = summary.entries else { return [] }
    let shown = entries.prefix(mostEntries).map { ["\($0.bytes) B", ScreenText.masked($0.name)] }
    let lines = Columns.lines(Array(shown), right: [0], indent: 2)
    guard entries.count > shown.count else { return lines }
    return lines + [
      words(
        "  ……还有 \(entries.count - shown.count) 个条目；--rows 可多看几个，--json 列出全部。",
        "  … and \(entries.count - shown.count) more; see more with --rows, all with --json.")
    ]
  }

  private var rowLines: [String] {
    guard !rows.isEmpty else { return [] }
    let cells = rows.map { row in
      [String(row.number)] + row.texts.map { Columns.cut(ScreenText.masked($0), to: Self.widestCell) }
    }
    return [words("前 \(rows.count) 行：", "the first \(rows.count) rows:")]
      + Columns.lines(cells, right: [0], indent: 2).map { Columns.cut($0, to: Self.widestRow) }
  }

  private func words(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
}
