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
      abstract: "编排整个考点，全部编排或全不编排 — give every entry a seat, all or nothing",
      discussion: """
        所有报考都已支付、考点有地址时才能编排。再次运行会重新编排；生成准考证号以后须先清除。

        例 / example:
          kaowu arrange run --sitting ncre-58 --site 990701
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @OptionGroup var global: GlobalOptions

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
      let outcome = try await global.office().arrange(sitting: sitting, site: site)
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
      console.say(
        zh: """
          已编排 \(run.seated) 科次（共 \(run.entries)）。选择意向日期的 \(run.preferred.asked) 科次中，\
          \(run.preferred.kept) 科次符合意向，\(run.preferred.asked - run.preferred.kept) 科次不符合。
          """,
        en: """
          \(run.seated) of \(run.entries) entries have a seat. Of \(run.preferred.asked) that asked for a day \
          \(run.preferred.kept) got it, \(run.preferred.asked - run.preferred.kept) did not.
          """)
    }
  }

  struct Clear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
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
      abstract: "列出考场批次的座位、已用、剩余和科目 — rooms and batches with their seats",
      discussion: "例 / example:\n  kaowu arrange show --sitting ncre-58 --site 990701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码，也可以是上级机构 / the site's code, or an organisation's above it") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().batches(sitting: sitting, site: site)
      if console.isJSON {
        try console.print(json: ItemList(items))
      } else {
        for item in items { console.print(Self.line(item, console.language)) }
        console.say(
          zh: "共 \(items.count) 个批次，\(Self.sum(items, \.seats)) 个座位，已用 \(Self.sum(items, \.used))。",
          en: "\(items.count) batches, \(Self.sum(items, \.seats)) seats, \(Self.sum(items, \.used)) used.")
      }
    }

    private static func line(_ item: BatchUse, _ language: Language) -> String {
      let subjects = item.subjects.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
      let words = Wording(
        zh: "座位 \(item.seats) 已用 \(item.used) 剩余 \(item.free)",
        en: "\(item.seats) seats, \(item.used) used, \(item.free) free")
      let place = "\(item.site) \(item.room)#\(item.batch)  \(item.date) \(item.start)–\(item.end)"
      return "\(place)  \(words[language])  \(subjects.joined(separator: " "))"
    }

    private static func sum(_ items: [BatchUse], _ number: (BatchUse) -> Int) -> Int {
      items.reduce(0) { $0 + number($1) }
    }
  }
}
