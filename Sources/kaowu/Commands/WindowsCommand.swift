internal import ArgumentParser
internal import ExamModel
internal import Operations
internal import Tabular

/// `kaowu windows list|extend`
struct WindowsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "windows", abstract: "操作时间：列出、延长 — operating windows",
    discussion: "例 / example:\n  kaowu windows list --sitting ncre-58 --site 990701",
    subcommands: [List.self, Extend.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出机构及其下级的操作时间 — list the windows of an organisation and those below",
      discussion: "例 / example:\n  kaowu windows list --sitting ncre-58 --site 990701 --json")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码 / the organisation's code") var site: String
    @Option(help: "只列这一种 / only this one") var window: Choice<WindowKind>?
    @OptionGroup var global: GlobalOptions

    struct Item: Encodable {
      var organisation: String
      var window: String
      var opens: String
      var closes: String?
      var inherited: Bool
      var state: String

      init(_ item: OrganisationWindow) {
        organisation = item.organisation
        window = item.kind.rawValue
        opens = item.window.start.iso
        closes = item.window.end?.iso
        inherited = item.isInherited
        state =
          switch item.state {
          case .notSet: "notSet"
          case .notYetOpen: "notYetOpen"
          case .open: "open"
          case .closed: "closed"
          }
      }
    }

    func run() async throws {
      let console = global.console
      let items = try await global.office().windows(sitting: sitting, site: site)
        .filter { window == nil || $0.kind == window?.value }.map(Item.init)
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let words = SittingWords(console.language)
      let rows = items.map { item in
        [
          words.organisation(item.organisation), words.window(item.window),
          words.period(item.opens, item.closes), Self.state(item.state, words),
          item.inherited ? words("与上级相同", "as above") : "",
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(items.count) 项操作时间。", en: "\(items.count) windows.")
    }

    private static func state(_ name: String, _ words: SittingWords) -> String {
      switch name {
      case "open": words("开放", "open")
      case "closed": words("已结束", "closed")
      default: words("未开始", "not yet open")
      }
    }
  }

  struct Extend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "extend",
      abstract: "上级延长一个机构的操作时间 — let a window close later",
      discussion: """
        只有上级机构的管理员可以延长，只能延长到更晚，并且不能超出上级自己的时间。
        只改变这一个机构的这一项：随它（inherit）的下级保持原来的时间，除非写了 --below。
        再次载入原来的考次文件会收回延长的时间；载入时会提示。

        例 / example:
          kaowu windows extend --sitting ncre-58 --site 990701 --window registration \\
            --until "2020-08-31 21:00" --reason 补报
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "机构代码 / the organisation's code") var site: String
    @Option(help: "哪一种操作时间 / which window") var window: Choice<WindowKind>
    @Option(help: "新的结束时间，北京时间 / the new end") var until: String
    @Flag(help: "与它同时结束的下级一并延长 / extend those below that close at the same time") var below = false
    @Option(help: "原因 / why") var reason: String?
    @OptionGroup var global: GlobalOptions

    private struct Result: Encodable {
      var organisation: String
      var window: String
      var before: String
      var closes: String
      var followers: [String]
    }

    func validate() throws {
      guard Instant(until) != nil else {
        throw UsageError(
          zh: "--until 的“\(until)”不是时间。请写成 \"2020-09-05 21:00\" 的样子。",
          en: "--until “\(until)” is no time. Write it like \"2020-09-05 21:00\".")
      }
    }

    func run() async throws {
      let console = global.console
      guard let end = Instant(until) else { return }
      let done = try await global.office().extendWindow(
        window.value, of: site, in: sitting, until: end, includesBelow: below, reason: reason)
      if console.isJSON {
        try console.print(
          json: Result(
            organisation: done.organisation, window: done.kind.rawValue, before: done.before.iso,
            closes: done.after.iso, followers: done.followers))
      }
      let (zh, en) = done.kind.title
      console.say(
        zh: "\(site) 的“\(zh)”由 \(done.before.shortText) 延长到 \(done.after.shortText)。",
        en:
          "The window “\(en)” of \(site) closes at \(done.after.shortText), no longer \(done.before.shortText)."
      )
      if !done.followers.isEmpty {
        let list = done.followers.joined(separator: " ")
        console.say(
          zh: "一并延长的下级机构（\(done.followers.count) 个）：\(list)",
          en: "So do these below (\(done.followers.count)): \(list)")
      }
    }
  }
}
