internal import Exports
internal import Imports
internal import Operations
internal import Tabular

/// 操作结果显示 — what a change of candidates found and did, for a person and for programs.
struct CandidateOutcomeView {
  private let outcome: CandidateOutcome

  init(_ outcome: CandidateOutcome) { self.outcome = outcome }

  private struct Change: Encodable {
    var idNumber: String
    var field: String
    var old: String?
    var new: String?
  }

  private struct Item: Encodable {
    var matched: Int
    var changed: Int
    var entries: Int
    var registrations: Int
    var kept: Int
    var dryRun: Bool
    var findingsTotal: Int
    var findings: [FindingLine]
    var changes: [Change]?
  }

  /// Prints it; `done` says what was done, or would be, where there are no findings.
  /// - Throws: `ExitStatus.findings` where there are.
  func print(to console: Console, isDryRun: Bool = false, done: Wording) throws {
    let language = console.language
    let lines = outcome.findings.map { FindingLine($0, in: language) }
    if console.isJSON {
      let changes = outcome.changes.map {
        Change(idNumber: $0.idNumber, field: $0.field[language], old: $0.old, new: $0.new)
      }
      try console.print(
        json: Item(
          matched: outcome.matched, changed: outcome.isRefused ? 0 : outcome.changed,
          entries: outcome.isRefused ? 0 : outcome.entries,
          registrations: outcome.isRefused ? 0 : outcome.registrations, kept: outcome.kept, dryRun: isDryRun,
          findingsTotal: outcome.findingsTotal, findings: lines, changes: isDryRun ? changes : nil))
    } else {
      for line in lines { console.print(line.line(in: language)) }
      for change in outcome.changes {
        console.print(
          "\(change.idNumber)  \(change.field[language])：\(change.old ?? "") → \(change.new ?? "")")
      }
    }
    guard !outcome.isRefused else {
      console.say(
        zh: "有 \(outcome.findingsTotal) 个问题，什么都没有改。",
        en: "\(outcome.findingsTotal) findings; nothing was changed.")
      throw ExitStatus.findings
    }
    console.say(
      isDryRun
        ? Wording(zh: "试运行，没有修改。\(done.zh)", en: "Dry run, nothing changed. \(done.en)") : done)
  }
}
