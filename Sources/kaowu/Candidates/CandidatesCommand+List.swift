internal import ArgumentParser
internal import ExamModel
internal import Exports
internal import Imports
internal import Operations
internal import Storage
internal import Tabular

extension CandidatesCommand {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "查询考生，可排序、分页、导出 — list candidates, sorted, paged, exported",
      discussion: """
        例 / example:
          kaowu candidates list --sitting ncre-58 --site 990701 --where locked=yes --where 姓名=张*
          kaowu candidates list --sitting ncre-58 --site 990701 --sort class,-name --page 2 --page-size 100
          kaowu candidates list --sitting ncre-58 --site 990701 --where 考生来源=社会考生 -o 社会考生.xlsx
        """)

    @OptionGroup var selection: CandidateSelection
    @Option(parsing: .unconditional, help: "次序 字段[,-字段]，- 为倒序 / sort by FIELD[,-FIELD]") var sort: String?
    @Option(help: "第几页，从 1 起 / which page") var page: Int?
    @Option(name: .customLong("page-size"), help: "每页人数，默认 50 / candidates a page") var pageSize: Int?
    @Option(
      name: .shortAndLong, help: "把结果写成 .xlsx 或 .csv / write the result to a file", completion: .file())
    var output: String?
    @Flag(help: "显示完整证件号码，并记入审计 / show whole ID numbers; it goes into the trail") var full = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      for (name, number) in [("--page", page), ("--page-size", pageSize)] {
        if let number, number < 1 {
          throw UsageError(zh: "\(name) 要从 1 起。", en: "\(name) begins at 1.")
        }
      }
      if sort?.hasPrefix("-") == true, sort?.count == 1 {
        throw UsageError(zh: "--sort 没有写字段。", en: "--sort names no field.")
      }
    }

    func run() async throws {
      let console = global.console
      var request = selection.request
      request.order = (sort ?? "").split(separator: ",").map(String.init)
      request.page = page ?? pageSize.map { _ in 1 }
      if let pageSize { request.pageSize = pageSize }
      let office = try await global.office()
      if let output {
        try await write(request, to: output, office, console)
        return
      }
      let list = try await UsageError.naming { [request] in
        try await office.candidates(request, showsNumbers: full)
      }
      if console.isJSON {
        try console.print(json: Page(list, full: full, console.language))
        return
      }
      let rows = list.items.map { line($0, console.language) }
      for line in Columns.lines(rows) { console.print(line) }
      if list.items.count < list.total {
        console.say(
          zh: "第 \(request.page ?? 1) 页 \(list.items.count) 名，共 \(list.total) 名考生。",
          en: "Page \(request.page ?? 1): \(list.items.count) of \(list.total) candidates.")
      } else {
        console.say(zh: "共 \(list.total) 名考生。", en: "\(list.total) candidates.")
      }
    }

    private func write(
      _ request: CandidateRequest, to path: String, _ office: Office, _ console: Console
    ) async throws {
      let count = try await UsageError.naming {
        do {
          return try await office.writeCandidates(
            request, to: path, showsNumbers: full, language: console.language)
        } catch let error as UnfitOption {
          throw UsageError(zh: error.wording.zh, en: error.wording.en)
        }
      }
      if console.isJSON { try console.print(json: Written(path: path, total: count)) }
      console.say(zh: "已写入 \(path)：\(count) 名考生。", en: "Written to \(path): \(count) candidates.")
    }

    private func line(_ item: CandidateItem, _ language: Language) -> [String] {
      let candidate = item.candidate
      let number =
        full ? candidate.documentNumber : Masking.shortened(candidate.documentNumber)
      return [
        number, candidate.name, candidate.schoolClass ?? "", candidate.subjects.joined(separator: ","),
        CandidateColumn.paid.word(item.payment)[language],
        candidate.hasPhoto ? "" : Wording(zh: "无照片", en: "no photo")[language],
        item.protections.filter { $0.kind != .paid }.map { $0.mark[language] }.joined(separator: " "),
      ]
    }

    /// What `-o` prints with `--json`.
    struct Written: Encodable {
      var path: String
      var total: Int
    }

    /// What `--json` prints.
    struct Page: Encodable {
      var items: [Item]
      /// How many candidates the query finds in all.
      var total: Int

      init(_ list: CandidateList, full: Bool, _ language: Language) {
        items = list.items.map { Item($0, full: full, language) }
        total = list.total
      }
    }
  }

  /// A candidate as programs read one.
  struct Item: Encodable {
    var idNumber: String
    var name: String
    var site: String
    var method: String
    var paid: Bool
    /// `all`, `part` or `none` of the entries.
    var payment: String
    var locked: Bool
    var lockReason: String?
    var audit: String
    var photo: Bool
    var `class`: String?
    var department: String?
    var preferredDate: String?
    var subjects: [String]
    var entries: Int
    var protections: [ProtectionItem]

    init(_ item: CandidateItem, full: Bool, _ language: Language) {
      let candidate = item.candidate
      idNumber = full ? candidate.documentNumber : Masking.shortened(candidate.documentNumber)
      name = candidate.name
      site = candidate.site
      method = candidate.method
      payment = item.payment
      paid = item.payment == "all"
      locked = candidate.lockReason != nil
      lockReason = candidate.lockReason
      audit = candidate.audit
      photo = candidate.hasPhoto
      `class` = candidate.schoolClass
      department = candidate.department
      preferredDate = candidate.preferredDate
      subjects = candidate.subjects
      entries = candidate.subjects.count
      protections = item.protections.map { ProtectionItem($0, language) }
    }
  }

  /// What protects a record, as programs read it.
  struct ProtectionItem: Encodable {
    var kind: String
    /// Since when, in Asia/Shanghai with its offset.
    var since: String?
    var by: String?
    /// What lifts it, in words.
    var lift: String
    /// The entries that it protects; not there for the registration itself.
    var subjects: [String]?
    /// The order, batch, room or ticket number behind it.
    var number: String?
    var note: String?

    init(_ protection: Protection, _ language: Language) {
      kind = protection.kind.rawValue
      since = protection.since?.iso
      by = protection.member
      lift = protection.lift[language]
      subjects = protection.subjects.isEmpty ? nil : protection.subjects
      number = protection.number
      note = protection.note
    }
  }
}
