internal import ArgumentParser
internal import Imports
internal import Operations
internal import Storage
internal import Tabular

/// `kaowu candidates list|lock|unlock`
struct CandidatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates", abstract: "考生：查询、锁定、解锁 — candidates",
    discussion: "例 / example:\n  kaowu candidates list --sitting ncre-58 --site 990701",
    subcommands: [List.self, Lock.self, Unlock.self])

  /// Which candidates are meant.
  struct Selection: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Option(
      name: .customLong("where"),
      help: "条件 字段=值（值可为 a,b）：\(CandidateColumn.allCases.map(\.rawValue).joined(separator: " ")) / conditions"
    )
    var conditions: [String] = []
    @Option(name: .customLong("id"), help: "文件，每行一个证件号码 / a file of ID numbers", completion: .file())
    var numbers: String?

    func validate() throws {
      for condition in conditions where !condition.contains("=") {
        throw UsageError(
          zh: "--where 的“\(condition)”没有等号。请写成 字段=值，如 locked=yes。",
          en: "--where “\(condition)” has no equals sign. Write FIELD=VALUE, such as locked=yes.")
      }
    }

    var request: CandidateRequest {
      var request = CandidateRequest(sitting: sitting, site: site)
      request.conditions = conditions.map { condition in
        let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts[1].split(separator: ",").map(String.init))
      }
      request.numbersPath = numbers
      return request
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "查询考生 — list candidates",
      discussion: "例 / example:\n  kaowu candidates list --sitting ncre-58 --site 990701 --where locked=yes")

    @OptionGroup var selection: Selection
    @Flag(help: "显示完整证件号码 / show whole ID numbers") var full = false
    @OptionGroup var global: GlobalOptions

    struct Item: Encodable {
      var idNumber: String
      var name: String
      var site: String
      var method: String
      var paid: Bool
      var locked: Bool
      var lockReason: String?
      var audit: String
      var photo: Bool
      var `class`: String?
      var subjects: [String]
      var entries: Int

      init(_ candidate: CandidateRecord, full: Bool) {
        idNumber = full ? candidate.documentNumber : Masking.shortened(candidate.documentNumber)
        name = candidate.name
        site = candidate.site
        method = candidate.method
        paid = !candidate.subjects.isEmpty && candidate.paidEntries == candidate.subjects.count
        locked = candidate.lockReason != nil
        lockReason = candidate.lockReason
        audit = candidate.audit
        photo = candidate.hasPhoto
        `class` = candidate.schoolClass
        subjects = candidate.subjects
        entries = candidate.subjects.count
      }
    }

    func run() async throws {
      let console = global.console
      let items = try await Self.candidates(global, selection).map { Item($0, full: full) }
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let rows = items.map { item in
        let marks = [
          item.paid ? Wording(zh: "已缴费", en: "paid") : nil,
          item.locked ? Wording(zh: "已锁定", en: "locked") : nil,
          item.photo ? nil : Wording(zh: "无照片", en: "no photo"),
        ].compactMap { $0?[console.language] }
        return [
          item.idNumber, item.name, item.class ?? "", item.subjects.joined(separator: ","),
          marks.joined(separator: " "),
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(items.count) 名考生。", en: "\(items.count) candidates.")
    }

    private static func candidates(
      _ global: GlobalOptions, _ selection: Selection
    ) async throws -> [CandidateRecord] {
      do {
        return try await global.office().candidates(selection.request)
      } catch let error as UnknownField {
        throw UsageError.unknownField(error.name, known: CandidateColumn.allCases.map(\.rawValue))
      }
    }
  }

  struct Lock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "锁定报名信息 — lock registrations",
      discussion: "例 / example:\n  kaowu candidates lock --sitting ncre-58 --site 990701 --id 名单.txt")

    @OptionGroup var selection: Selection
    @OptionGroup var global: GlobalOptions

    func run() async throws { try await CandidatesCommand.set(true, selection, global) }
  }

  struct Unlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "解锁报名信息 — unlock registrations",
      discussion: "例 / example:\n  kaowu candidates unlock --sitting ncre-58 --site 990701 --where locked=yes"
    )

    @OptionGroup var selection: Selection
    @OptionGroup var global: GlobalOptions

    func run() async throws { try await CandidatesCommand.set(false, selection, global) }
  }

  private static func set(_ isLocked: Bool, _ selection: Selection, _ global: GlobalOptions) async throws {
    let console = global.console
    let count: Int
    do {
      count = try await global.office().setLock(isLocked, selection.request)
    } catch let error as UnknownField {
      throw UsageError.unknownField(error.name, known: CandidateColumn.allCases.map(\.rawValue))
    }
    if console.isJSON { try console.print(json: ["changed": count]) }
    if isLocked {
      console.say(zh: "已锁定 \(count) 名考生。", en: "\(count) candidates locked.")
    } else {
      console.say(zh: "已解锁 \(count) 名考生。", en: "\(count) candidates unlocked.")
    }
  }
}
