internal import Operations
internal import Storage
internal import Tabular

/// 撤销摘要 — what a person sees of an undo: three lists, each with its reason.
struct UndoSummary {
  private let result: UndoResult
  private let language: Language
  /// So many records of a list are shown on a screen.
  private static let mostLines = 20

  init(_ result: UndoResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  func print(to console: Console) {
    show(result.kept, Wording(zh: "保留，因为后来又改过", en: "Kept, because changed since"), console)
    show(
      result.refused, Wording(zh: "不能撤销，因为有依赖", en: "Not taken back, because something depends on it"),
      console)
    if result.state == UndoResult.refusedState {
      console.say(
        zh:
          "任务 \(result.job) 不能整个撤销：可撤销 \(result.reversed.total)，后来改过 \(result.kept.total)，有依赖 \(result.refused.total)。"
          + "什么都没有改变；只撤销其余的请加 --partial。[REG-19]",
        en:
          "Job \(result.job) cannot be taken back as a whole: \(result.reversed.total) could, \(result.kept.total) changed "
          + "since, \(result.refused.total) depended on. Nothing changed; take back the others with --partial. [REG-19]"
      )
      return
    }
    let trial =
      result.dryRun ? Wording(zh: "试运行：可", en: "Dry run: could take back") : Wording(zh: "已", en: "Took back")
    console.say(
      zh:
        "\(trial.zh)撤销任务 \(result.job)：\(result.reversed.total) 条记录；保留 \(result.kept.total)，有依赖 \(result.refused.total)。",
      en: "\(trial.en) job \(result.job): \(result.reversed.total) records; \(result.kept.total) kept, "
        + "\(result.refused.total) depended on.")
  }

  private func show(_ list: UndoResult.List, _ title: Wording, _ console: Console) {
    guard list.total > 0 else { return }
    console.say(zh: "\(title.zh)：\(list.total)", en: "\(title.en): \(list.total)")
    let lines = list.items.prefix(Self.mostLines).map { item in
      [
        RecordKind(rawValue: item.record)?.title[language] ?? item.record, item.key, item.part ?? "",
        item.message ?? "",
      ]
    }
    for line in Columns.lines(lines, indent: 2) { console.print(line) }
    if list.total > Self.mostLines { console.print("  …") }
  }
}
