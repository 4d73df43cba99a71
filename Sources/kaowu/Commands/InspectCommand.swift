internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu inspect FILE`
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "查看文件：种类、编码、工作表或条目、各行 — what the readers see",
    discussion: """
      种类看内容，不看扩展名：xlsx xls csv dbf zip jpeg png。不需要数据库，也不写任何文件。
      The kind is told by the content. No store is needed, and nothing is written.

      例 / example:
        kaowu inspect 报名.xlsx
        kaowu inspect 报名.xlsx --sheet 集体报名信息 --rows 20
        kaowu inspect 机考数据.zip --entry 990701.DBF --csv
      """)

  @Argument(help: "文件 / the file", completion: .file()) var file: String
  @Option(help: "工作表，默认第一个 / the sheet") var sheet: String?
  @Option(help: "压缩包中的条目 / an entry of a ZIP") var entry: String?
  @Option(help: "只显示前几行（或前几个条目）/ the first rows or entries only") var rows: Int?
  @Flag(help: "以 CSV（UTF-8）输出各行，号码不遮盖 / print the rows as CSV, ID numbers whole") var csv = false

  @OptionGroup var global: GlobalOptions

  /// How many rows and entries a person is shown where nothing else was asked for.
  private static let (fewRows, fewEntries) = (5, 20)

  func validate() throws {
    if let rows, rows < 0 {
      throw UsageError(
        zh: "--rows 应为 0 或更大的整数，不能是 \(rows)。", en: "--rows is 0 or more; it cannot be \(rows).")
    }
    if csv, global.json {
      throw UsageError(
        zh: "--csv 和 --json 只能选一个。", en: "Take either --csv or --json.")
    }
  }

  func run() throws {
    let console = global.console
    let inspected = try InspectedFile(path: file, entry: entry)
    if csv {
      try RowPrinter(mostRows: rows).print(try inspected.rows(sheet: sheet), to: StandardOutput())
      return
    }
    let summary = try inspected.summary(sheet: sheet)
    if console.isJSON {
      try console.print(json: summary)
      return
    }
    let hasRows = summary.entries == nil && summary.image == nil
    let first = hasRows ? try inspected.firstRows(rows ?? Self.fewRows, sheet: sheet) : []
    let view = InspectionView(
      summary, rows: first, mostEntries: rows ?? Self.fewEntries, in: console.language)
    for line in view.lines { console.print(line) }
  }
}
