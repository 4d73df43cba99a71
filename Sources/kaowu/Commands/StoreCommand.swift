internal import ArgumentParser
internal import Operations
internal import Storage
internal import Tabular

/// `kaowu store copy|unfreeze`
struct StoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "数据库：迁移到另一个数据库 — move the store to another database",
    discussion: """
      例 / example:
        kaowu store copy sqlite:考务.sqlite postgres://kaowu@db/kaowu
        kaowu store unfreeze --store 考务.sqlite
      """, subcommands: [Copy.self, Unfreeze.self])

  struct Copy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copy",
      abstract: "整库迁移，并逐表、逐包核对 — move a whole store and prove that nothing is missing",
      discussion: """
        旧库先冻结（不再接受改动），数据分段复制；中断后再次运行同一命令即从断点继续。复制完后核对每个表的摘要，
        并在新旧两库各生成每个考点的全部数据包，比较 SHA-256。全部相同，新库才可使用。

        The old store is frozen first and takes no more changes; an interrupted copy goes on where it stopped. In the end
        every table and every package of every site is compared; only then can the new store be used.

        例 / example:
          kaowu store copy sqlite:考务.sqlite postgres://kaowu@db/kaowu
        """)

    @Argument(help: "旧库 / the store that moves") var source: String
    @Argument(help: "新库，须为空 / where it moves to: an empty database") var target: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let (source, target) = (try StoreLocation(option: source), try StoreLocation(option: target))
      let from = try await global.openOffice(source, create: false)
      let to = try await global.openOffice(target, create: true, isUnfinished: true)
      let result = try await StoreCopy(from: from, to: to, progress: console.progress).run(to: target.shown)
      if console.isJSON {
        try console.print(json: result)
      } else {
        let rows = result.tables.filter { $0.rows > 0 || !$0.same }.map { table in
          [
            table.name, String(table.rows),
            Wording(zh: table.same ? "相同" : "不同", en: table.same ? "same" : "differs")[console.language],
          ]
        }
        for line in Columns.lines(rows) { console.print(line) }
        for name in result.packages.different {
          console.say(zh: "数据包不同：\(name)", en: "the package differs: \(name)")
        }
      }
      guard result.isSame else {
        console.say(
          zh: "新旧两库不一致，新库不能使用。请清空新库后重新迁移；旧库没有改变。",
          en:
            "The two stores differ, and the new one cannot be used. Empty it and move again; the old one is as it was."
        )
        throw ExitStatus.storeFailed
      }
      console.say(
        zh: "已迁移 \(result.tables.count) 个表、\(result.rows) 行；\(result.packages.same) 个数据包核对相同。旧库已冻结，请改用新库。",
        en: """
          \(result.tables.count) tables with \(result.rows) rows moved; \(result.packages.same) packages are the same. The \
          old store is frozen: use the new one from now on.
          """)
    }
  }

  struct Unfreeze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unfreeze",
      abstract: "解冻：放弃迁移，继续使用旧库 — take a frozen store into use again",
      discussion: "例 / example:\n  kaowu store unfreeze --store 考务.sqlite")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      try await global.openOffice(create: false).unfreeze()
      if console.isJSON { try console.print(json: ["frozen": false]) }
      console.say(zh: "数据库已解冻，可以继续使用。", en: "The store is in use again.")
    }
  }
}
