internal import ArgumentParser
internal import Operations
internal import Tabular

extension PaymentCommand {
  struct Applications: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "applications",
      abstract: "列出缴费申请单和应付金额（1+X）— payment applications and what they come to",
      discussion: """
        申请单由 kaowu import payment-applications 生成。

        例 / example:
          kaowu payment applications --sitting one-plus-x-20 --site 990001
          kaowu payment applications --sitting one-plus-x-20 --state open --json
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "院校或上级机构代码；默认用户的机构 / a school, or an organisation above") var site: String?
    @Option(help: "只列这种状态：open confirmed withdrawn / only this state") var state: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      let states = PaymentApplicationItem.State.allCases.map(\.rawValue)
      if let state, !states.contains(state) {
        throw UsageError.unknown(Wording(zh: "状态", en: "state"), state, known: states)
      }
    }

    func run() async throws {
      let items = try await global.office().paymentApplications(
        sitting: sitting, site: site, state: state.flatMap(PaymentApplicationItem.State.init))
      try PaymentCommand.print(items, global.console)
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm",
      abstract: "批量确认缴费申请单（培训评价组织）— confirm payment applications, for good",
      discussion: """
        要么全部确认，要么一个都不确认；确认后不能再改。

        例 / example:
          kaowu payment confirm 990001-1 990002-1 --sitting one-plus-x-20 --as body
          kaowu payment confirm --all --sitting one-plus-x-20 --as body
        """)

    @Argument(help: "申请单编号 / the applications' numbers") var numbers: [String] = []
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "只在这个院校中找 / look only in this school") var site: String?
    @Flag(help: "全部待确认的 / all that are open") var all = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard all == numbers.isEmpty else {
        throw UsageError(
          zh: "请写出申请单编号，或用 --all 确认全部，两者取一。", en: "Name the applications, or confirm --all; one of the two.")
      }
    }

    func run() async throws {
      let items = try await global.office().confirmPayments(
        sitting: sitting, site: site, numbers: numbers)
      try PaymentCommand.print(items, global.console)
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw",
      abstract: "删除未确认的缴费申请单，须写原因 — withdraw an application that is not confirmed",
      discussion: "例 / example:\n  kaowu payment withdraw 990001-2 --sitting one-plus-x-20 --reason 导入错了")

    @Argument(help: "申请单编号 / the application's number") var number: String
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "原因 / why") var reason: String
    @OptionGroup var global: GlobalOptions

    func validate() throws { try UsageError.requireReason(reason) }

    func run() async throws {
      let item = try await global.office().withdrawApplication(number, sitting: sitting, reason: reason)
      try PaymentCommand.print([item], global.console)
    }
  }

  private static func print(_ items: [PaymentApplicationItem], _ console: Console) throws {
    if console.isJSON { return try console.print(json: ItemList(items)) }
    let rows = items.map { item in
      [
        item.application, word(item.state)[console.language], basis(item.basis)[console.language],
        Wording(zh: "\(item.candidates) 人", en: "\(item.candidates) candidates")[console.language],
        Wording(zh: "\(item.certificates) 证书", en: "\(item.certificates) certificates")[console.language],
        Wording(zh: "\(item.entries) 科次", en: "\(item.entries) entries")[console.language],
        Wording(zh: "\(yuan(item.totalFen)) 元", en: "\(yuan(item.totalFen)) yuan")[console.language],
        item.createdBy, item.endedBy ?? "", item.reason ?? "",
      ]
    }
    for line in Columns.lines(rows, right: [3, 4, 5, 6]) { console.print(line) }
    let total = yuan(items.reduce(0) { $0 + $1.totalFen })
    console.say(
      zh: "共 \(items.count) 个缴费申请单，应付 \(total) 元。", en: "\(items.count) payment applications, \(total) yuan.")
  }

  private static func word(_ state: PaymentApplicationItem.State) -> Wording {
    switch state {
    case .open: Wording(zh: "待确认", en: "open")
    case .confirmed: Wording(zh: "已确认", en: "confirmed")
    case .withdrawn: Wording(zh: "已删除", en: "withdrawn")
    }
  }

  private static func basis(_ basis: String) -> Wording {
    basis == "certificate"
      ? Wording(zh: "按证书", en: "by certificate") : Wording(zh: "按科目", en: "by subject")
  }
}
