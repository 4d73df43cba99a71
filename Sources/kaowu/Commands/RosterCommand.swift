internal import ArgumentParser
internal import Imports
internal import Operations
internal import Storage
internal import Tabular

/// `kaowu roster list|delete`
struct RosterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "学籍库：查询、删除（导入用 kaowu import roster） — the roster",
    discussion: "例 / example:\n  kaowu roster list --sitting ncre-58 --site 990701 --where 班级=会计一班",
    subcommands: [List.self, Delete.self])

  /// Which students are meant.
  struct Selection: ParsableArguments {
    @Option(help: "考次：学籍不属于考次，考次决定机构和操作时间 / the sitting, for organisations and windows") var sitting: String
    @Option(help: "考点或上级机构代码 / the site's code, or an organisation above") var site: String
    @Option(
      name: .customLong("where"),
      help: "条件 字段=值（值可为 a,b）：\(RosterColumn.allCases.map(\.rawValue).joined(separator: " ")) / conditions")
    var conditions: [String] = []
    @Option(name: .customLong("id"), help: "文件，每行一个证件号码 / a file of ID numbers", completion: .file())
    var numbers: String?

    func validate() throws { try WhereOption.requireFieldAndValue(conditions) }

    var request: CandidateRequest {
      var request = CandidateRequest(sitting: sitting, site: site)
      request.conditions = WhereOption.parsed(conditions)
      request.numbersPath = numbers
      return request
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "查询学籍，不限时间 — list students, at any time",
      discussion: "例 / example:\n  kaowu roster list --sitting ncre-58 --site 990701 --where education=本科")

    @OptionGroup var selection: Selection
    @Flag(help: "显示完整证件号码 / show whole ID numbers") var full = false
    @OptionGroup var global: GlobalOptions

    struct Item: Encodable {
      var idNumber: String
      var name: String
      var site: String
      var education: String?
      var grade: String?
      var `class`: String?
      /// Left out where the student may register anywhere in the province.
      var sites: [String]?

      init(_ student: RosterRecord, full: Bool) {
        idNumber = full ? student.documentNumber : Masking.shortened(student.documentNumber)
        name = student.name ?? ""
        site = student.site
        education = student.education
        grade = student.grade
        `class` = student.schoolClass
        sites = student.sites
      }
    }

    func run() async throws {
      let console = global.console
      let students = try await RosterCommand.known { try await global.office().students(selection.request) }
      let items = students.map { Item($0, full: full) }
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let anywhere = Wording(zh: "全省", en: "anywhere")[console.language]
      let rows = items.map { item in
        [
          item.idNumber, item.name, item.site, item.grade ?? "", item.class ?? "",
          item.sites?.joined(separator: ",") ?? anywhere,
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(items.count) 名学生。", en: "\(items.count) students.")
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除学籍；已有的报名不变 — remove students; registrations stay",
      discussion: "例 / example:\n  kaowu roster delete --sitting ncre-58 --site 990701 --where grade=2016级")

    @OptionGroup var selection: Selection
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let count = try await RosterCommand.known {
        try await global.office().deleteStudents(selection.request)
      }
      if console.isJSON {
        try console.print(json: ["deleted": count])
        return
      }
      console.say(zh: "已删除 \(count) 名学生的学籍。", en: "\(count) students removed from the roster.")
    }
  }

  /// What a use case makes of a query; a field that nobody knows was a mistake in the call.
  private static func known<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as UnknownField {
      throw UsageError.unknownField(error.name, known: RosterColumn.allCases.map(\.rawValue))
    }
  }
}
