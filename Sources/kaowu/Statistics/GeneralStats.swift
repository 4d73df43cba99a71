internal import ArgumentParser
internal import Operations
internal import Programmes
internal import Tabular

/// `kaowu stats general`
struct GeneralStats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "general", abstract: "通用统计：自选行、列、指标、条件 — any fields, measures and conditions",
    discussion: """
      字段 / fields: \(StatisticsField.allCases.map { "\($0.rawValue)（\($0.title.zh)）" }.joined(separator: " "))
      指标 / measures: entries（科目次数） candidates（人数） score>=60 score[60,80)（≥60 且 <80） \
      sum:score|amount mean:score|amount（合计、平均） rate:结果（占有成绩者的比例，如 rate:passed rate:优秀）
      行转列 / columns: 1 个指标最多 2 个列字段，多个指标 1 个 / one measure with two fields, several with one

      例 / example:
        kaowu stats general --rows subject --measures candidates --pivot sex --sitting ncre-58
        kaowu stats general --rows site,subject --measures 'entries,score>=60,score[60,80),rate:passed' --sitting ncre-58
        kaowu stats general --rows class --measures mean:score --where sex=女 --where 'subject=14,15' --sitting ncre-58
        kaowu stats general --preset pass-rates --sitting ncre-58 -o 及格率.xlsx
        kaowu stats general --list --sitting ncre-58
      """)

  @Option(help: "行字段，用逗号分开 / row fields") var rows: String?
  @Option(help: "指标，用逗号分开；含 > 或 [ 的请加引号 / measures; quote those with > or [") var measures: String?
  @Option(help: "转为列的字段 / fields that are turned into columns") var pivot: String?
  @Option(
    name: .customLong("where"),
    help: "条件 字段=值（值可为 a,b，* 代表任意文字）或 score>=60，可写多个 / conditions, any number")
  var conditions: [String] = []
  @Option(help: "常用统计的名称，可再加 --where / a preset, with more conditions if wanted") var preset: String?
  @Flag(help: "列出常用统计 / list the presets") var list = false
  @OptionGroup var options: StatsCommand.Options

  func validate() throws {
    let hasForm = rows != nil || measures != nil || pivot != nil
    let hasParts = rows != nil && measures != nil
    switch (list, preset != nil, hasForm) {
    case (true, false, false) where conditions.isEmpty && options.output == nil: return
    case (false, true, false): return
    case (false, false, true) where hasParts:
      _ = try form()
    default:
      throw UsageError(
        zh: "请写 --rows 和 --measures，或只写 --preset，或只写 --list。例：--rows subject --measures entries。",
        en:
          "Write --rows and --measures, or --preset, or --list alone, such as --rows subject --measures entries."
      )
    }
  }

  func run() async throws {
    let office = try await options.global.office()
    if list {
      try show(try await office.statisticsPresets(sitting: options.sitting))
      return
    }
    let request: StatisticsRequest =
      try preset.map { .preset($0, conditions: conditions) } ?? .form(try form())
    do {
      let table = try await office.generalStatistics(
        request, sitting: options.sitting, organisation: options.site)
      try options.show(table, office)
    } catch let error as WrongForm {
      throw UsageError(error)
    }
  }

  private func form() throws(UsageError) -> StatisticsForm {
    do throws(WrongForm) {
      return try StatisticsForm(
        rows: StatisticsForm.parts(of: rows ?? ""), measures: StatisticsForm.parts(of: measures ?? ""),
        pivots: pivot.map(StatisticsForm.parts) ?? [], conditions: conditions)
    } catch {
      throw UsageError(error)
    }
  }

  private func show(_ presets: [StatisticsPreset]) throws {
    let console = options.global.console
    let items = presets.map(PresetItem.init)
    if console.isJSON {
      try console.print(json: ItemList(items))
      return
    }
    let lines = items.map { item in
      [
        item.name, item.title, item.rows.joined(separator: ","), item.measures.joined(separator: ","),
        item.pivot.joined(separator: ","),
      ]
    }
    let headings = [
      Wording(zh: "名称", en: "name"), Wording(zh: "常用统计", en: "preset"), Wording(zh: "行", en: "rows"),
      Wording(zh: "指标", en: "measures"), Wording(zh: "列", en: "columns"),
    ]
    for line in Columns.lines([headings.map { $0[console.language] }] + lines) { console.print(line) }
  }
}

/// 常用统计项 — one line of `kaowu stats general --list`.
private struct PresetItem: Encodable {
  var name: String
  var title: String
  var group: String
  var rows: [String]
  var measures: [String]
  var pivot: [String]

  init(_ preset: StatisticsPreset) {
    name = preset.name
    title = preset.title
    group = preset.group.rawValue
    rows = preset.form.rows.map(\.rawValue)
    measures = preset.form.measures.map(\.text)
    pivot = preset.form.pivots.map(\.rawValue)
  }
}

extension UsageError {
  /// The words of a statistic's wrong form.
  fileprivate init(_ error: WrongForm) { self.init(zh: error.wording.zh, en: error.wording.en) }
}
