internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu arrange run|clear|show`
struct ArrangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrange", abstract: "考场编排：编排、清除、查看 — arrange a site's entries into its rooms",
    discussion: "例 / example:\n  kaowu arrange run --sitting ncre-58 --site 990701",
    subcommands: [Run.self, Clear.self, Show.self])

  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "编排整个考点或所选考生，全部编排或全不编排 — give every entry a seat, all or nothing",
      discussion: """
        所有报考都已支付、考点有地址时才能编排。再次运行会重新编排；生成准考证号以后须先清除。
        给出 --candidates、--batches 或 --preferred 时，只编排所选的、还没有座位的报考，已有的座位不变。
        With a selection only what has no seat yet is arranged, around the seats that stand.

        例 / example:
          kaowu arrange run --sitting ncre-58 --site 990701
          kaowu arrange run --sitting ncre-58 --site 990701 --preferred --batches 批次.txt
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Option(help: "文件，每行一个证件号码 / a file of ID numbers", completion: .file()) var candidates: String?
    @Option(help: "文件，每行一个批次（03#2）或考场（03）/ a file of batches or rooms", completion: .file())
    var batches: String?
    @Flag(help: "只编排选择了意向日期的考生 / only those who asked for a day") var preferred = false
    @OptionGroup var global: GlobalOptions

    private var selection: ArrangementSelection {
      var selection = ArrangementSelection()
      (selection.candidatesPath, selection.batchesPath, selection.onlyPreferred) = (
        candidates, batches, preferred
      )
      return selection
    }

    /// The counts, and where there is no arrangement the reasons.
    private struct Result: Encodable {
      var entries: Int
      var seated: Int
      var preferred: ArrangementRun.Preferred
      var findings: [FindingLine]?
      var findingsTotal: Int?
    }

    func run() async throws {
      let console = global.console
      let outcome = try await global.office().arrange(
        sitting: sitting, site: site, selection: selection)
      let (run, total) = (outcome.run, outcome.findings.count)
      let findings = outcome.findings.prefix(ImportResult.mostShown).map {
        FindingLine($0, in: console.language)
      }
      if console.isJSON {
        try console.print(
          json: Result(
            entries: run.entries, seated: run.seated, preferred: run.preferred,
            findings: findings.isEmpty ? nil : findings, findingsTotal: findings.isEmpty ? nil : total))
      } else {
        for finding in findings { console.print(finding.line(in: console.language)) }
      }
      guard findings.isEmpty else {
        console.say(
          zh: "不能编排：\(run.entries) 科次，共 \(total) 个原因（以上是前 \(findings.count) 个）；没有改变任何座位。",
          en:
            "The \(run.entries) entries cannot be arranged: \(total) reasons (above are the first \(findings.count)); no seat was changed."
        )
        throw ExitStatus.findings
      }
      let bound = Self.bound(run.preferred)
      console.say(
        zh: """
          已编排 \(run.seated) 科次（共 \(run.entries)）。选择意向日期的 \(run.preferred.asked) 科次中，\
          \(run.preferred.kept) 科次符合意向，\(run.preferred.asked - run.preferred.kept) 科次不符合\(bound.zh)。
          """,
        en: """
          \(run.seated) of \(run.entries) entries have a seat. Of \(run.preferred.asked) that asked for a day \
          \(run.preferred.kept) got it, \(run.preferred.asked - run.preferred.kept) did not\(bound.en).
          """)
    }

    /// How far the kept wishes are from what any arrangement could keep.
    private static func bound(_ preferred: ArrangementRun.Preferred) -> Wording {
      if preferred.kept == preferred.asked { return Wording(zh: "", en: "") }
      return preferred.kept == preferred.atMost
        ? Wording(zh: "（已是最多）", en: " (no arrangement keeps more)")
        : Wording(
          zh: "（任何编排最多 \(preferred.atMost)）", en: " (no arrangement keeps more than \(preferred.atMost))")
    }
  }

  struct Clear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clear",
      abstract: "清除考点的全部编排和准考证号 — take all seats and ticket numbers away",
      discussion: "例 / example:\n  kaowu arrange clear --sitting ncre-58 --site 990701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let cleared = try await global.office().clearArrangement(sitting: sitting, site: site)
      if console.isJSON { try console.print(json: ["cleared": cleared]) }
      console.say(zh: "已清除 \(cleared) 科次的编排。", en: "The seats of \(cleared) entries were cleared.")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "列出考场批次的座位、已用、剩余和科目 — rooms and batches with their seats",
      discussion: "例 / example:\n  kaowu arrange show --sitting ncre-58 --site 990701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码，也可以是上级机构 / the site's code, or an organisation's above it") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let items = try await global.office().batches(sitting: sitting, site: site)
      try BatchLines.print(items, to: global.console)
    }
  }
}
