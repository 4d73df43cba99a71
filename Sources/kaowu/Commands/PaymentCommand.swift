internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu payment create|show|list|pay|refresh|delete|applications|confirm|withdraw`
struct PaymentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payment", abstract: "集体缴费批次和缴费申请单 — collective payment batches, payment applications",
    discussion: """
      例 / example:
        kaowu payment create --sitting ncre-58 --site 990701 --where 班级=会计一班
        kaowu payment show --sitting ncre-58 --site 990701
        kaowu payment pay --sitting ncre-58 --site 990701
        kaowu payment confirm --all --sitting one-plus-x-20 --as body
      """,
    subcommands: [
      Create.self, Show.self, List.self, Pay.self, Refresh.self, Delete.self, Applications.self,
      Confirm.self, Withdraw.self,
    ])

  /// Which batch is meant.
  struct Batch: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Option(help: "批次，如 990701-3 或 3；默认最新的 / the batch; the newest unless named") var batch: String?
    @OptionGroup var global: GlobalOptions
  }

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: "由未支付的报考建立缴费批次，并锁定 — make a batch of unpaid entries, which holds them",
      discussion: "例 / example:\n  kaowu payment create --sitting ncre-58 --site 990701 --id 名单.txt")

    @OptionGroup var selection: CandidateSelection
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let item = try await UsageError.naming {
        try await global.office().createPaymentBatch(selection.request)
      }
      try PaymentCommand.print(item, global.console)
      if let leftOut = item.leftOut, leftOut.audit + leftOut.photo > 0 {
        global.console.note(
          Wording(
            zh: "没有收入：未审核通过 \(leftOut.audit) 科次，没有照片 \(leftOut.photo) 科次。",
            en: "Left out: \(leftOut.audit) entries not audited, \(leftOut.photo) without a photo."))
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "一个批次的人数、科次和费用（分）— candidates, entries and fees (fen) of a batch",
      discussion: "例 / example:\n  kaowu payment show --sitting ncre-58 --site 990701 --batch 2")

    @OptionGroup var options: Batch

    func run() async throws {
      let item = try await options.global.office().paymentBatch(
        sitting: options.sitting, site: options.site, named: options.batch)
      try PaymentCommand.print(item, options.global.console)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出缴费批次，已支付和已删除的也在内 — list the batches, those paid and deleted too",
      discussion: "例 / example:\n  kaowu payment list --sitting ncre-58 --site 9907")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点或上级机构代码 / the code of a site, or of an organisation above") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().paymentBatches(sitting: sitting, site: site)
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let rows = items.map { item in
        [
          item.batch, PaymentCommand.word(item.state)[console.language], "\(item.candidates)",
          "\(item.entries)", PaymentCommand.yuan(item.totalFen), item.createdAt, item.createdBy,
          item.reason ?? "",
        ]
      }
      for line in Columns.lines(rows, right: [2, 3, 4]) { console.print(line) }
      if items.isEmpty { console.say(zh: "还没有缴费批次。", en: "There are no payment batches yet.") }
    }
  }

  struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pay",
      abstract: "批次已支付：其中的报考记为集体缴费 — the batch is paid, and so are its entries",
      discussion: "例 / example:\n  kaowu payment pay --sitting ncre-58 --site 990701")

    @OptionGroup var options: Batch

    func run() async throws {
      let item = try await options.global.office().payBatch(
        sitting: options.sitting, site: options.site, named: options.batch)
      try PaymentCommand.print(item, options.global.console)
    }
  }

  struct Refresh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "refresh",
      abstract: "更新批次：移出已另行支付的报考 — take out what was paid by other orders",
      discussion: "例 / example:\n  kaowu payment refresh --sitting ncre-58 --site 990701")

    @OptionGroup var options: Batch

    func run() async throws {
      let item = try await options.global.office().refreshBatch(
        sitting: options.sitting, site: options.site, named: options.batch)
      try PaymentCommand.print(item, options.global.console)
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除批次，须写原因；报名信息仍锁定 — delete a batch with a reason; registrations stay locked",
      discussion: "例 / example:\n  kaowu payment delete --sitting ncre-58 --site 990701 --reason 人数有误")

    @OptionGroup var options: Batch
    @Option(help: "原因 / why") var reason: String

    func validate() throws { try UsageError.requireReason(reason) }

    func run() async throws {
      let item = try await options.global.office().deleteBatch(
        sitting: options.sitting, site: options.site, named: options.batch, reason: reason)
      try PaymentCommand.print(item, options.global.console)
    }
  }

  private static func print(_ item: PaymentBatchItem, _ console: Console) throws {
    if console.isJSON {
      try console.print(json: item)
      return
    }
    let state = word(item.state)
    let (persons, subjects, total) = (
      yuan(item.personFees), yuan(item.subjectFees), yuan(item.totalFen)
    )
    console.say(
      zh: """
        缴费批次 \(item.batch)：\(state.zh)\(item.reason.map { "（\($0)）" } ?? "")
        考生 \(item.candidates) 名，\(item.entries) 科次；人次费 \(persons) 元，科目费 \(subjects) 元，共 \(total) 元
        """,
      en: """
        Payment batch \(item.batch): \(state.en)\(item.reason.map { " (\($0))" } ?? "")
        \(item.candidates) candidates, \(item.entries) entries; person fees \(persons), subject fees \(subjects), \
        total \(total) yuan
        """)
  }

  private static func word(_ state: String) -> Wording {
    switch state {
    case "open": Wording(zh: "未支付", en: "open")
    case "paid": Wording(zh: "已支付", en: "paid")
    default: Wording(zh: "已删除", en: "deleted")
    }
  }

  /// Fen as yuan with two decimals.
  static func yuan(_ fen: Int) -> String {
    "\(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100)"
  }
}
