internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu violations list|add|delete|none|returns|submit`
struct ViolationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "violations", abstract: "违纪缺考：列出、登记、删除、报送、提交 — absences and violations",
    discussion: """
      登记和删除只在“缺考违纪管理”时间内；列出不受限制。成批登记用 kaowu import violations。
      没有违纪缺考的考点也要报送（none）；全部考点报送之后，上级机构提交（submit），提交后不能再改。

      例 / example:
        kaowu violations list --sitting ncre-58 --site 990701
      """,
    subcommands: [
      List.self, Add.self, Delete.self, None.self, Returns.self, Submit.self,
    ])

  /// Which record is meant.
  struct Selection: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Option(help: "准考证号 / the ticket number") var ticket: String

    var request: ViolationRequest { ViolationRequest(sitting: sitting, site: site, ticket: ticket) }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出已登记的违纪缺考 — list what is on record",
      discussion: "例 / example:\n  kaowu violations list --sitting ncre-58 --site 990701 --json")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码，或上级机构 / the site's code") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().violations(sitting: sitting, site: site)
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let rows = items.map { item in
        [
          item.ticket, item.name, item.idNumber, item.subject, item.kindName ?? item.kind ?? "",
          item.note ?? "",
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(items.count) 条。", en: "\(items.count) on record.")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "登记一条，或用 --override 更改 — put one on record, or change it",
      discussion: """
        例 / example:
          kaowu violations add --sitting ncre-58 --site 990701 --ticket 1458990701010001 --kind 缺考
          kaowu violations add --sitting ncre-58 --site 990701 --ticket 1458990701010001 --kind 作弊 \\
            --note 夹带 --override
        """)

    @OptionGroup var selection: Selection
    @Option(help: "违纪类型：缺考、违纪、作弊、其他违规，或 1–4 / the kind") var kind: String
    @Option(help: "情节说明；不写则保留原有的 / what happened") var note: String?
    @Flag(help: "更改已登记的 / change what is on record") var override = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let edit = try await global.office().recordViolation(
        selection.request, kind: kind, note: note, overrides: override)
      try ViolationsCommand.show(edit, global.console)
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除一条，须写明原因 — delete one, with the reason",
      discussion: """
        例 / example:
          kaowu violations delete --sitting ncre-58 --site 990701 --ticket 1458990701010001 --reason 误登
        """)

    @OptionGroup var selection: Selection
    @Option(help: "原因 / why") var reason: String
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard reason.contains(where: { !$0.isWhitespace }) else {
        throw UsageError(zh: "--reason 不能为空，请写明删除的原因。", en: "--reason cannot be blank: say why.")
      }
    }

    func run() async throws {
      let edit = try await global.office().deleteViolation(selection.request, reason: reason)
      try ViolationsCommand.show(edit, global.console)
    }
  }

  private static func show(_ edit: Edit<ViolationEdit>, _ console: Console) throws {
    try console.show(edit, edit.record) {
      let ticket = edit.record.record?.ticket ?? ""
      let kind = edit.record.record?.kindName ?? ""
      return switch edit.record.action {
      case .created:
        Wording(zh: "已登记 \(ticket)：\(kind)。", en: "\(ticket) is on record: \(kind).")
      case .changed: Wording(zh: "已更改 \(ticket)：\(kind)。", en: "\(ticket) is changed: \(kind).")
      case .unchanged, .refused:
        Wording(zh: "\(ticket) 没有变化：\(kind)。", en: "\(ticket) stays as it is: \(kind).")
      case .removed: Wording(zh: "已删除 \(ticket) 的登记。", en: "The record of \(ticket) is deleted.")
      }
    }
  }
}
