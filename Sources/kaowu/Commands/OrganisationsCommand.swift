internal import ArgumentParser
internal import ExamModel
internal import Operations
internal import Tabular

/// `kaowu organisations list|edit|audit`
struct OrganisationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisations", abstract: "机构：列出、修改、审核 — organisations",
    discussion: "例 / example:\n  kaowu organisations list --sitting ncre-58 --site 9907",
    subcommands: [List.self, Modify.self, Audit.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出机构及其下级 — list an organisation and those below",
      discussion: "例 / example:\n  kaowu organisations list --sitting ncre-58 --site 9907 --json")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码，\"\" 为中心 / the organisation's code") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().organisations(sitting: sitting, site: site)
        .map { SittingView.OrganisationItem($0) }
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let words = SittingWords(console.language)
      let rows = items.map { item in
        [
          item.code, item.name, item.address ?? words("无地址", "no address"),
          item.enabled ? "" : words("未启用", "disabled"), item.audited ? words("已审核", "audited") : "",
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(items.count) 个机构。", en: "\(items.count) organisations.")
    }
  }

  struct Modify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "修改机构的名称或地址，不受操作时间限制 — change a name or an address",
      discussion: """
        信息已审核的机构不能修改，须由上级先取消审核。

        例 / example:
          kaowu organisations edit --sitting ncre-58 --site 990701 --address 测试省地市七学院路2号
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码 / the organisation's code") var site: String
    @Option(help: "新的名称 / the new name") var name: String?
    @Option(help: "新的地址，\"\" 为没有 / the new address") var address: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard name != nil || address != nil else {
        throw UsageError(zh: "请用 --name 或 --address 写出新的值。", en: "Give a new value with --name or --address.")
      }
    }

    func run() async throws {
      let console = global.console
      let edit = try await global.office().editOrganisation(site, in: sitting, name: name, address: address)
      try console.show(edit, SittingView.OrganisationItem(edit.record)) {
        Wording(zh: "机构 \(site) 的信息已修改。", en: "Organisation \(site) was changed.")
      }
    }
  }

  struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "audit",
      abstract: "审核机构信息，或取消审核 — audit an organisation, or take that back",
      discussion: """
        只有上级机构的管理员可以审核。审核不影响机构的使用，只是不能再修改它的信息。

        例 / example:
          kaowu organisations audit --sitting ncre-58 --site 990701
          kaowu organisations audit --sitting ncre-58 --site 990701 --undo --reason 地址有误
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码 / the organisation's code") var site: String
    @Flag(help: "取消审核 / take the audit back") var undo = false
    @Option(help: "原因 / why") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let organisation = try await global.office().setAudited(!undo, of: site, in: sitting, reason: reason)
      if console.isJSON { try console.print(json: SittingView.OrganisationItem(organisation)) }
      if undo {
        console.say(zh: "机构 \(site) 的审核已取消。", en: "The audit of organisation \(site) was taken back.")
      } else {
        console.say(zh: "机构 \(site) 的信息已审核。", en: "Organisation \(site) is audited.")
      }
    }
  }
}
