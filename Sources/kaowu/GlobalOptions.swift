internal import ArgumentParser
internal import ExamModel
internal import FaceDetection
internal import Foundation
internal import Operations
internal import Pipeline
internal import Programmes
internal import Storage
internal import Tabular

/// 全局选项 — what every command takes: which store, which language, who acts, and when.
struct GlobalOptions: ParsableArguments {
  @Option(
    help:
      "数据库：路径，或 postgres://用户@主机/数据库；默认 $KAOWU_STORE，否则 ./kaowu.sqlite / the store: a path or a server's address"
  )
  var store: String?

  @Option(help: "语言 zh 或 en；默认看 $LANG / language")
  var lang: String?

  @Flag(help: "结果以一个 JSON 对象输出到标准输出 / print one JSON object")
  var json = false

  @Flag(help: "不显示进度 / no progress")
  var quiet = false

  @Option(name: .customLong("as"), help: "以此用户身份操作；默认 $KAOWU_USER，否则 root / the user who acts")
  var user: String?

  @Option(help: "时钟（ISO 8601）；仅限以 --allow-clock 建立的数据库 / the clock")
  var now: String?

  private static let withValue: Set<String> = ["--store", "--lang", "--as", "--now"]
  private static let flags: Set<String> = ["--json", "--quiet"]

  /// The arguments with the global options that stand before the command moved behind it, where its parser looks.
  static func movedToEnd(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let argument = rest.first, argument.hasPrefix("--") {
      let name = String(argument.prefix { $0 != "=" })
      let takesNext = withValue.contains(name) && name == argument
      guard withValue.contains(name) || flags.contains(name) else { break }
      leading += rest.prefix(takesNext ? 2 : 1)
      rest = rest.dropFirst(takesNext ? 2 : 1)
    }
    // Without a command there is nobody to take them; the overview that is shown then needs none.
    return rest.isEmpty && !leading.isEmpty && leading.last.map(withValue.contains) == false
      ? [] : Array(rest) + leading
  }

  mutating func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw UsageError.unknown(
        Wording(zh: "语言", en: "language"), lang, known: Language.allCases.map(\.rawValue))
    }
    if let now, Instant(now) == nil {
      throw UsageError(
        zh: "--now 的“\(now)”不是时间。请写成 2020-08-01T09:00:00+08:00 的样子。",
        en: "--now “\(now)” is no time. Write it like 2020-08-01T09:00:00+08:00.")
    }
  }

  /// The language in which people are spoken to.
  var language: Language { Console.language(option: lang) }

  /// Where output goes.
  var console: Console { Console(language: language, isJSON: json, isQuiet: quiet) }

  /// Opens the store and whatever else a use case needs. Jobs whose process was killed are ended first, and said.
  func office() async throws -> Office {
    let office = try await openOffice(create: false)
    for job in try await office.recoverJobs() {
      console.note(
        Wording(
          zh: "任务 \(job.id)（\(job.kind)，\(job.fileName)）上次被中断，已标为失败；数据没有改变，请重新导入。",
          en: """
            Job \(job.id) (\(job.kind), \(job.fileName)) was interrupted and is marked failed; nothing changed; \
            import again.
            """))
    }
    return office
  }

  /// Opens the store. The clock of a new one is the real one: making it asks for no time, and whether it may be set
  /// is only being decided.
  func openOffice(create: Bool) async throws -> Office {
    try await openOffice(try StoreLocation(option: store), create: create)
  }

  /// Opens a store.
  /// - Parameter isUnfinished: whether it may be a copy that is not complete, which nobody may work with.
  func openOffice(
    _ location: StoreLocation, create: Bool, isUnfinished: Bool = false
  ) async throws -> Office {
    let database: any Database = try await location.open(create: create)
    if !isUnfinished { try await database.read { try StoreIdentity.requireComplete($0) } }
    let clock = create ? Self.realClock : try await clock(of: database)
    return Office(
      database: database, library: try library(),
      userName: user ?? ProcessInfo.processInfo.environment["KAOWU_USER"] ?? "root", clock: clock,
      progress: console.progress, faceDetector: { OpenCVFaces() }, program: "kaowu \(Kaowu.version)")
  }

  /// The programmes' definitions, for what needs no store.
  func library() throws -> ProgrammeLibrary { ProgrammeLibrary(folder: try TemplatesFolder.find()) }

  private static let realClock: @Sendable () -> Instant = {
    Instant(secondsSince1970: Int(Date().timeIntervalSince1970))
  }

  private func clock(of database: any Database) async throws -> @Sendable () -> Instant {
    guard let now = now.flatMap(Instant.init) else { return Self.realClock }
    guard try await database.read({ try StoreProperty.read("allowClock", $0) }) == "1" else {
      throw Refusal(
        .precondition, rule: "WIN-06",
        Wording(
          zh: "此数据库不允许设定时钟（--now）。只有以 kaowu init --allow-clock 建立的数据库才可以。",
          en:
            "This store does not let its clock be set (--now). Only one made with kaowu init --allow-clock does."
        ))
    }
    return { now }
  }
}
