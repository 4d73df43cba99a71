internal import Exports
internal import Imports
internal import Operations
internal import Tabular

/// 导入摘要 — what a person sees of an import: the findings, the counts, and where the report lies.
struct ImportSummary {
  private let result: ImportResult
  private let groups: [ReportedGroup]

  private init(_ result: ImportResult, _ groups: [ReportedGroup]) {
    self.result = result
    self.groups = groups
  }

  /// Prints a result: one JSON object with single findings for programs, equal findings in one line for people.
  static func print(_ result: ImportResult, from office: Office, to console: Console) async throws {
    if console.isJSON { return try console.print(json: result) }
    let groups = try await office.findingGroups(of: result, in: console.language)
    ImportSummary(result, groups).print(to: console)
  }

  private func print(to console: Console) {
    for group in groups { console.print(FindingLine(group).line(in: console.language)) }
    let shown = groups.reduce(0) { $0 + $1.count }
    if result.findingsTotal > shown {
      console.say(
        zh: "……共 \(result.findingsTotal) 个问题，以上是前 \(groups.count) 类 \(shown) 个，全部见报告。",
        en: """
          … \(result.findingsTotal) findings; these are the first \(shown), of \(groups.count) kinds; the report has all.
          """)
    }
    for change in result.changes ?? [] {
      console.say(
        zh: "第 \(change.row) 行 \(change.field)：\(change.old ?? "（空）") → \(change.new ?? "（空）")",
        en: "row \(change.row) \(change.field): \(change.old ?? "(blank)") → \(change.new ?? "(blank)")")
    }
    if let earlier = result.sameAs { console.say(same(as: earlier)) }
    if let error = result.error { console.print("✗ " + reason(error, console.language)) }
    if let queue = result.queue { return print(queue, to: console) }
    console.say(outcome)
    if let entries { console.say(entries) }
    if let made = result.made { console.say(zh: "编号：\(made)", en: "Number: \(made)") }
    for line in balance(console.language) { console.print(line) }
    if let continues = result.continues {
      console.say(zh: "这些是任务 \(continues) 未导入的行。", en: "These are rows that job \(continues) did not take.")
    }
    if let rest = result.rest { console.say(words(of: rest)) }
    if let path = result.reports.workbook { console.say(zh: "报告：\(path)", en: "Report: \(path)") }
    if let path = result.reports.annotated {
      console.say(zh: "原表，出错的格已标出（改好后可再次导入）：\(path)", en: "Your file with the bad cells marked: \(path)")
    }
    if let path = result.reports.rejected, result.rows.failed > 0 {
      console.say(zh: "未导入的行（改好后可再次导入）：\(path)", en: "Rows not taken, to be mended and sent again: \(path)")
    }
  }

  /// A job that no worker has finished yet.
  private func print(_ queue: QueuePlace, to console: Console) {
    if queue.already == true {
      console.say(
        zh: "同样的内容已在排队，没有再排一次。", en: "The same content is in the queue already and was not queued again.")
    }
    for line in QueueLine(place: queue).lines(of: result.job) { console.say(line) }
  }

  private var outcome: Wording {
    let (rows, state) = (result.rows, ImportWords.outcome(of: result))
    // What is refused or only tried counts as it would have been, and must not read as if it had been taken.
    if result.state == "refused" || result.dryRun {
      let trial = Wording(zh: result.dryRun ? "试运行：" : "", en: result.dryRun ? "Dry run: " : "")
      return Wording(
        zh: """
          \(trial.zh)\(state.zh)（任务 \(result.job)）。读取 \(rows.read) 行：有错误 \(rows.failed)，\
          其余可新增 \(rows.created)，可更新 \(rows.updated)，未变 \(rows.unchanged)，跳过 \(rows.skipped)。
          """,
        en: """
          \(trial.en)\(state.en) (job \(result.job)). \(rows.read) rows read: \(rows.failed) failed; of the others \
          \(rows.created) could be created, \(rows.updated) updated, \(rows.unchanged) unchanged, \(rows.skipped) skipped.
          """)
    }
    return Wording(
      zh: """
        \(state.zh)（任务 \(result.job)）。读取 \(rows.read) 行：新增 \(rows.created)，更新 \(rows.updated)，\
        未变 \(rows.unchanged)，跳过 \(rows.skipped)，有错误 \(rows.failed)。
        """,
      en: """
        \(state.en) (job \(result.job)). \(rows.read) rows read: \(rows.created) created, \
        \(rows.updated) updated, \(rows.unchanged) unchanged, \(rows.skipped) skipped, \(rows.failed) failed.
        """)
  }

  private func same(as earlier: ImportResult.Earlier) -> Wording {
    let time = earlier.at.prefix(16).map { $0 == "T" ? " " : String($0) }.joined()
    return Wording(
      zh: "内容与任务 \(earlier.job) 相同（\(time) 由 \(earlier.by) 导入）。",
      en: "The content is that of job \(earlier.job), taken on \(time) by \(earlier.by).")
  }

  /// What became of the rows by site and subject, where there is more than one of them.
  private func balance(_ language: Language) -> [String] {
    guard result.balance.contains(where: { $0.subject != nil }) || result.balance.count > 1 else { return [] }
    let heads = [
      Wording(zh: "考点", en: "site"), Wording(zh: "科目", en: "subject"), Wording(zh: "读取", en: "read"),
      Wording(zh: "新增", en: "created"), Wording(zh: "更新", en: "updated"),
      Wording(zh: "未变", en: "unchanged"), Wording(zh: "跳过", en: "skipped"), Wording(zh: "有错误", en: "failed"),
    ].map { $0[language] }
    let lines = result.balance.map { group in
      let rows = group.rows
      return [group.site, group.subject ?? "—"]
        + [rows.read, rows.created, rows.updated, rows.unchanged, rows.skipped, rows.failed].map(String.init)
    }
    return Columns.lines([heads] + lines, right: Set(2...7), indent: 2)
  }

  private func words(of rest: RestBalance) -> Wording {
    let jobs = rest.jobs.joined(separator: "、")
    let later =
      jobs.isEmpty
      ? Wording(zh: "", en: "")
      : Wording(zh: "（任务 \(jobs)）", en: " (job \(rest.jobs.joined(separator: ", ")))")
    return Wording(
      zh: "未导入的 \(rest.rejected) 行：后来已导入 \(rest.taken)\(later.zh)，还剩 \(rest.open)。",
      en:
        "Of the \(rest.rejected) rows not taken \(rest.taken) were taken later\(later.en), \(rest.open) are open."
    )
  }

  private var entries: Wording? {
    let entries = result.entries
    guard entries.created + entries.removed + entries.kept > 0, result.state == "done", !result.dryRun else {
      return nil
    }
    return Wording(
      zh: "科次：新增 \(entries.created)，删除 \(entries.removed)，因已缴费保留 \(entries.kept)。",
      en:
        "Entries: \(entries.created) created, \(entries.removed) removed, \(entries.kept) kept because paid.")
  }

  private func reason(_ error: String, _ language: Language) -> String {
    guard error == ImportResult.interruptedError else { return error }
    return Wording(
      zh: "导入时进程被中断，什么都没有写入。请重新导入。", en: "The process was interrupted; nothing was taken. Import again.")[
        language]
  }
}
