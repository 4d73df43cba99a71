internal import ArgumentParser
internal import ExamModel
internal import Imports
internal import Operations
internal import Storage
internal import Tabular

extension CandidatesCommand {
  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel",
      abstract: "取消考试：已支付的报考，集体缴费的除外；不能恢复 — cancel paid entries for good, but none paid collectively",
      discussion: """
        例 / example:
          kaowu candidates cancel --sitting ncre-58 --site 990701 --id 名单.txt --subject 14 --reason 报错科目
        """)

    @OptionGroup var selection: CandidateSelection
    @Option(help: "只取消这些科目，可写多个或 a,b / these subjects only") var subject: [String] = []
    @Option(help: "原因 / why") var reason: String
    @Flag(name: .customLong("dry-run"), help: "只显示会取消多少 / only say how much") var isDryRun = false
    @OptionGroup var global: GlobalOptions

    func validate() throws { try UsageError.requireReason(reason) }

    func run() async throws {
      let console = global.console
      let outcome = try await UsageError.naming {
        try await global.office().cancelEntries(
          selection.request, subjects: CandidatesCommand.codes(subject), reason: reason, isDryRun: isDryRun)
      }
      try CandidateOutcomeView(outcome).print(
        to: console, isDryRun: isDryRun,
        done: Wording(
          zh: "取消 \(outcome.entries) 科次，\(outcome.registrations) 名考生已无报考。",
          en: "\(outcome.entries) entries cancelled; \(outcome.registrations) candidates have none left."))
    }
  }

  struct Cancelled: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancelled",
      abstract: "取消考试考生信息 — what was cancelled",
      discussion: "例 / example:\n  kaowu candidates cancelled --sitting ncre-58 --site 990701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点或上级机构代码 / the code of a site, or of an organisation above") var site: String
    @OptionGroup var global: GlobalOptions

    struct Item: Encodable {
      var idNumber: String
      var name: String
      var site: String
      var `class`: String?
      var subject: String
      var order: String?
      var reason: String
      /// When, in Asia/Shanghai with its offset.
      var cancelledAt: String
      var by: String
    }

    func run() async throws {
      let console = global.console
      let records = try await global.office().cancelledEntries(sitting: sitting, site: site)
      let items = records.map {
        Item(
          idNumber: Masking.shortened($0.documentNumber), name: $0.name, site: $0.site, class: $0.schoolClass,
          subject: $0.subject, order: $0.orderNumber, reason: $0.reason,
          cancelledAt: Instant(secondsSince1970: $0.cancelledAt).iso, by: $0.cancelledBy)
      }
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let rows = zip(items, records).map { item, record in
        [
          item.idNumber, item.name, item.subject, Instant(secondsSince1970: record.cancelledAt).shortText,
          item.by, item.reason,
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共取消 \(items.count) 科次。", en: "\(items.count) entries were cancelled.")
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除集体报名考生的未支付报考，再删除没有报考的报名信息 — delete unpaid entries of collective candidates",
      discussion: """
        例 / example:
          kaowu candidates delete --sitting ncre-58 --site 990701 --where 班级=会计一班
          kaowu candidates delete --sitting ncre-58 --site 990701 --subject 15 --dry-run
        """)

    @OptionGroup var selection: CandidateSelection
    @Option(help: "只删除这些科目，可写多个或 a,b / these subjects only") var subject: [String] = []
    @Flag(name: .customLong("dry-run"), help: "只显示会删除多少 / only say how much") var isDryRun = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let outcome = try await UsageError.naming {
        try await global.office().deleteCandidates(
          selection.request, subjects: CandidatesCommand.codes(subject), isDryRun: isDryRun)
      }
      try CandidateOutcomeView(outcome).print(
        to: console, isDryRun: isDryRun,
        done: Wording(
          zh: "删除 \(outcome.entries) 科次、\(outcome.registrations) 名考生的报名信息；\(outcome.kept) 名考生不受影响（个人网报或已支付）。",
          en: """
            \(outcome.entries) entries and \(outcome.registrations) registrations deleted; \(outcome.kept) candidates \
            keep all they have (individual, or paid).
            """))
    }
  }

  private static func codes(_ subjects: [String]) -> [String] {
    subjects.flatMap { $0.split(separator: ",").map(String.init) }
  }
}
