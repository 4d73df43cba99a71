internal import ArgumentParser
internal import ExamModel
internal import Imports
internal import Operations
internal import Tabular

/// `kaowu accounts list|add|change|delete|copy`
struct AccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts", abstract: "分账账户：列出、新增、修改、删除、获取上个考次数据 — settlement accounts",
    discussion: "例 / example:\n  kaowu accounts list --sitting ncre-58 --site 990701",
    subcommands: [List.self, Add.self, Change.self, Delete.self, Copy.self])

  /// Which organisation's accounts are meant.
  struct Place: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码 / the organisation's code") var site: String
  }

  /// An account as programs read it; its number is shortened unless it is asked for whole.
  fileprivate struct Item: Encodable {
    var site: String
    var bank: String
    var bankNumber: String
    var name: String
    var number: String
    var kind: String
    var remarks: String?

    init(_ account: SettlementAccount, of site: String, full: Bool = false) {
      self.site = site
      (bank, bankNumber, name) = (account.bank, account.bankNumber, account.name)
      number = full ? account.number : Masking.shortened(account.number)
      (kind, remarks) = (account.kind, account.remarks)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出机构及其下级的账户，账号只显示末 4 位 — list accounts",
      discussion: "例 / example:\n  kaowu accounts list --sitting ncre-58 --site 990701 --full")

    @OptionGroup var place: Place
    @Flag(help: "显示完整账号 / show whole numbers") var full = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().accounts(sitting: place.sitting, site: place.site)
        .map { Item($0.account, of: $0.organisation, full: full) }
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let rows = items.map {
        [$0.site, $0.bank, $0.bankNumber, $0.name, $0.number, $0.kind, $0.remarks ?? ""]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(items.count) 个分账账户。", en: "\(items.count) settlement accounts.")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "新增账户，不受操作时间限制 — add an account",
      discussion: """
        例 / example:
          kaowu accounts add --sitting ncre-58 --site 990701 --bank 测试银行 --bank-number 100000000001 \\
            --name 测试大学 --number 96758110300000111 --kind 考点收费账户
        """)

    @OptionGroup var place: Place
    @Option(help: "开户行 / the bank") var bank: String
    @Option(help: "银行行号，12 位数字 / the bank's number") var bankNumber: String
    @Option(help: "账户名称 / the account's name") var name: String
    @Option(help: "账号 / the account's number") var number: String
    @Option(help: "账号类型 / what it is for") var kind: String
    @Option(help: "备注 / remarks") var remarks: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let edit = try await global.office().addAccount(
        SettlementAccount(
          bank: bank, bankNumber: bankNumber, name: name, number: number, kind: kind, remarks: remarks),
        to: place.site, in: place.sitting)
      try global.console.show(edit, Item(edit.record, of: place.site)) {
        Wording(zh: "分账账户已新增。", en: "The settlement account was added.")
      }
    }
  }

  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: "修改账户；没有写的项不变 — change an account",
      discussion: """
        --number 写完整的账号，或能唯一确定它的末几位（至少 4 位）。

        例 / example:
          kaowu accounts change --sitting ncre-58 --site 990701 --number 0111 --remarks 报名费
        """)

    @OptionGroup var place: Place
    @Option(help: "要修改的账号或其末几位 / the account, by its number or its ending") var number: String
    @Option(help: "开户行 / the bank") var bank: String?
    @Option(help: "银行行号，12 位数字 / the bank's number") var bankNumber: String?
    @Option(help: "账户名称 / the account's name") var name: String?
    @Option(help: "新的账号 / the new number") var newNumber: String?
    @Option(help: "账号类型 / what it is for") var kind: String?
    @Option(help: "备注，\"\" 为没有 / remarks") var remarks: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      var changes = AccountChanges()
      (changes.bank, changes.bankNumber, changes.name) = (bank, bankNumber, name)
      (changes.number, changes.kind, changes.remarks) = (newNumber, kind, remarks)
      let edit = try await global.office().changeAccount(number, of: place.site, in: place.sitting, changes)
      try global.console.show(edit, Item(edit.record, of: place.site)) {
        Wording(zh: "分账账户已修改。", en: "The settlement account was changed.")
      }
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除账户 — delete an account",
      discussion: "例 / example:\n  kaowu accounts delete --sitting ncre-58 --site 990701 --number 0111")

    @OptionGroup var place: Place
    @Option(help: "账号或其末几位 / the account, by its number or its ending") var number: String
    @Option(help: "原因 / why") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let account = try await global.office().deleteAccount(
        number, of: place.site, in: place.sitting, reason: reason)
      if console.isJSON { try console.print(json: Item(account, of: place.site)) }
      console.say(
        zh: "分账账户 \(Masking.shortened(account.number)) 已删除。",
        en: "Settlement account \(Masking.shortened(account.number)) was deleted.")
    }
  }

  struct Copy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copy",
      abstract: "获取上个考次数据；已有的账户不变 — take the accounts of an earlier sitting",
      discussion: "例 / example:\n  kaowu accounts copy --sitting ncre-59 --site 990701 --from ncre-58")

    @OptionGroup var place: Place
    @Option(help: "哪个考次；默认为同一项目的上个考次 / the earlier sitting") var from: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let copy = try await global.office().copyAccounts(of: place.site, in: place.sitting, from: from)
      if console.isJSON { try console.print(json: copy) }
      console.say(
        zh: "从 \(copy.from) 获取了 \(copy.copied) 个分账账户，另有 \(copy.kept) 个已存在，没有改变。",
        en:
          "\(copy.copied) settlement accounts were taken from \(copy.from); \(copy.kept) were there already.")
    }
  }
}
