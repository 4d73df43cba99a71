internal import ArgumentParser
internal import Operations
internal import Tabular

extension ViolationsCommand {
  struct Returns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "returns",
      abstract: "各考点的报送情况 — whether each site has reported",
      discussion: "例 / example:\n  kaowu violations returns --sitting ncre-58 --site 9907")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点或上级机构代码；默认本机构 / a site or an organisation above") var site: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let returns = try await global.office().violationReturns(sitting: sitting, site: site)
      if console.isJSON {
        try console.print(json: ItemList(returns))
        return
      }
      let rows = returns.map { item in
        [
          item.site, item.name, ViolationsCommand.words(of: item)[console.language],
          item.submittedAt ?? "",
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      let missing = returns.count { $0.state == .missing }
      console.say(
        zh: "共 \(returns.count) 个考点，\(missing) 个没有报送。",
        en: "\(returns.count) sites, \(missing) without a report.")
    }
  }

  struct None: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "none",
      abstract: "报送“无违纪缺考”，或撤回 — report that there were none, or take that back",
      discussion: "例 / example:\n  kaowu violations none --sitting ncre-58 --site 990701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Flag(help: "撤回 / take it back") var withdraw = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let (console, office) = (global.console, try await global.office())
      let item =
        withdraw
        ? try await office.withdrawNoViolations(sitting: sitting, site: site)
        : try await office.reportNoViolations(sitting: sitting, site: site)
      if console.isJSON { try console.print(json: item) }
      console.say(
        withdraw
          ? Wording(zh: "考点 \(site) 已撤回“无违纪缺考”。", en: "Site \(site) took its nil return back.")
          : Wording(zh: "考点 \(site) 已报送：无违纪缺考。", en: "Site \(site) has reported: no violations."))
    }
  }

  struct Submit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "submit",
      abstract: "上级机构提交；全部考点须已报送，提交后不能再改 — submit once all sites have reported; then nothing changes",
      discussion: "例 / example:\n  kaowu violations submit --sitting ncre-58 --site 9907")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点的上级机构代码 / the organisation above the sites") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let submission = try await global.office().submitViolations(sitting: sitting, organisation: site)
      if console.isJSON { try console.print(json: submission) }
      let (sites, none, records) = (submission.sites, submission.nilReturns, submission.records)
      console.say(
        submission.isNew
          ? Wording(
            zh: "已提交：\(sites) 个考点，共 \(records) 条，其中 \(none) 个考点无违纪缺考。",
            en: "Submitted: \(sites) sites, \(records) on record; \(none) sites without violations.")
          : Wording(
            zh: "\(submission.organisation) 已于 \(submission.submittedAt) 提交过，没有变化。",
            en: "\(submission.organisation) submitted at \(submission.submittedAt) already; nothing changes."
          ))
    }
  }

  fileprivate static func words(of item: ViolationReturn) -> Wording {
    switch item.state {
    case .records: Wording(zh: "\(item.records) 条", en: "\(item.records) on record")
    case .none: Wording(zh: "无违纪缺考", en: "no violations")
    case .missing: Wording(zh: "未报送", en: "not reported")
    }
  }
}
