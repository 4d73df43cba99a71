internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu inspect FILE`
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "查看文件：种类、编码、工作表或条目、各行 — what the readers see",
    discussion: """
      例 / example:
        kaowu inspect 报名.xlsx
        kaowu inspect 机考数据.zip --entry 990701.DBF --csv
      """)

  @Argument(help: "文件 / the file", completion: .file()) var file: String
  @Option(help: "工作表，默认第一个 / the sheet") var sheet: String?
  @Option(help: "压缩包中的条目 / an entry of a ZIP") var entry: String?
  @Option(help: "只显示前几行 / the first rows only") var rows: Int?
  @Flag(help: "以 CSV 输出各行 / print the rows as CSV") var csv = false

  @OptionGroup var global: GlobalOptions

  /// How many rows a person is shown where nothing else was asked for.
  private static let fewRows = 5

  func run() throws {
    let console = global.console
    let inspected = try InspectedFile(path: file, entry: entry)
    if csv {
      try RowPrinter(mostRows: rows).print(try inspected.rows(sheet: sheet), to: StandardOutput())
      return
    }
    let summary = try inspected.summary()
    if console.isJSON {
      try console.print(json: summary)
      return
    }
    for line in lines(summary, in: console.language) { console.print(line) }
    if summary.entries == nil, summary.image == nil {
      try RowPrinter(mostRows: rows ?? Self.fewRows).print(
        try inspected.rows(sheet: sheet), to: StandardOutput())
    }
  }

  private func lines(_ summary: InspectionSummary, in language: Language) -> [String] {
    var lines = [Wording(zh: "种类：\(summary.kind)", en: "kind: \(summary.kind)")[language]]
    if let encoding = summary.encoding {
      lines.append(Wording(zh: "编码：\(encoding)", en: "encoding: \(encoding)")[language])
    }
    for sheet in summary.sheets ?? [] {
      lines.append(
        Wording(
          zh: "工作表“\(sheet.name)”：\(sheet.rows) 行，\(sheet.cells) 个单元格",
          en: "sheet “\(sheet.name)”: \(sheet.rows) rows, \(sheet.cells) cells")[language])
    }
    for entry in summary.entries ?? [] { lines.append("  \(entry.name)  \(entry.bytes) B") }
    if let columns = summary.columns {
      let names = columns.joined(separator: language == .zh ? "、" : ", ")
      lines.append(Wording(zh: "列：\(names)", en: "columns: \(names)")[language])
    }
    if let records = summary.records {
      lines.append(Wording(zh: "记录：\(records)", en: "records: \(records)")[language])
    }
    if let image = summary.image {
      lines.append(
        Wording(zh: "像素：\(image.width)×\(image.height)", en: "pixels: \(image.width)×\(image.height)")[
          language])
    }
    return lines
  }
}
