internal import ArgumentParser
internal import ExamModel
internal import Operations
internal import Tabular

/// `kaowu users list|add|change|delete`
struct UsersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users", abstract: "用户：列出、新增、修改、删除 — users",
    discussion: "例 / example:\n  kaowu users list --sitting ncre-58 --organisation 990701",
    subcommands: [List.self, Add.self, Change.self, Delete.self])

  fileprivate struct Item: Encodable {
    var name: String
    var organisation: String
    var role: String

    init(_ user: User) {
      (name, organisation, role) = (user.name, user.organisation, user.role.rawValue)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出机构及其下级的用户 — list the users of an organisation and those below",
      discussion: "例 / example:\n  kaowu users list --sitting ncre-58 --organisation 9907 --json")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码，\"\" 为中心 / the organisation's code") var organisation: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().users(sitting: sitting, organisation: organisation).map(Item.init)
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let words = SittingWords(console.language)
      let rows = items.map { [$0.name, words.organisation($0.organisation), words.role($0.role)] }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(items.count) 个用户。", en: "\(items.count) users.")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "新增用户 — add a user",
      discussion: """
        例 / example:
          kaowu users add --sitting ncre-58 --organisation 990701 --name li701 --role viewer
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码 / the organisation's code") var organisation: String
    @Option(help: "用户名，整个考次中唯一 / the user's name") var name: String
    @Option(help: "角色 / the role") var role: Choice<User.Role>
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let edit = try await global.office().addUser(name, role: role.value, to: organisation, in: sitting)
      try console.show(edit, Item(edit.record)) {
        Wording(zh: "用户 \(edit.record.name) 已新增。", en: "User \(edit.record.name) was added.")
      }
    }
  }

  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: "修改用户的角色或所属机构 — change a user's role or organisation",
      discussion: "例 / example:\n  kaowu users change --sitting ncre-58 --name li701 --role administrator")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "用户名 / the user's name") var name: String
    @Option(help: "新的角色 / the new role") var role: Choice<User.Role>?
    @Option(help: "新的所属机构 / the new organisation") var organisation: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard role != nil || organisation != nil else {
        throw UsageError(
          zh: "请用 --role 或 --organisation 写出新的值。", en: "Give a new value with --role or --organisation.")
      }
    }

    func run() async throws {
      let console = global.console
      let user = try await global.office().changeUser(
        name, role: role?.value, organisation: organisation, in: sitting)
      if console.isJSON { try console.print(json: Item(user)) }
      console.say(zh: "用户 \(name) 已修改。", en: "User \(name) was changed.")
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除用户，自己除外 — delete a user, anyone but oneself",
      discussion: "例 / example:\n  kaowu users delete --sitting ncre-58 --name li701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "用户名 / the user's name") var name: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let user = try await global.office().deleteUser(name, in: sitting)
      if console.isJSON { try console.print(json: Item(user)) }
      console.say(zh: "用户 \(name) 已删除。", en: "User \(name) was deleted.")
    }
  }
}
