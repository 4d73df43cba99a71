internal import ArgumentParser
internal import Exports
internal import Imports
internal import Operations
internal import Tabular

/// `kaowu import KIND FILE`
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入文件：检查每一行，全部导入或全不导入 — import a file, all or nothing",
    discussion: """
      种类 / kinds: \(ImportKinds.all.map { "\($0.name)（\($0.title.zh)）" }.joined(separator: " "))

      例 / example:
        kaowu import registrations 报名.zip --sitting ncre-58 --site 990701 --reports 报告
        kaowu import photos 照片.zip --sitting ncre-58 --site 990701 --check-id-photo
        kaowu import scores 成绩.csv --sitting ncre-58 --site 990701 --no-check-identity
        kaowu import registrations 报名.zip --sitting ncre-58 --site 990701 --queue
      """)

  @Argument(help: "种类 / the kind") var kind: String
  @Argument(help: "文件 / the file", completion: .file()) var file: String
  @Option(help: "考次 / the sitting") var sitting: String
  @Option(help: "考点代码 / the site's code") var site: String
  @Flag(help: "覆盖已有的记录 / replace what is there") var override = false
  @Flag(help: "只导入正确的行，其余另存为工作簿 / take the good rows") var partial = false
  @Flag(help: "试运行，什么都不改变 / say what would happen") var dryRun = false
  @Flag(help: "接受证件号码的清理建议 / take the cleaned ID numbers") var fixWidth = false
  @Flag(help: "排队，由 kaowu worker 运行；文件存进数据库 / queue it for a worker") var queue = false
  @Option(help: "确认大范围变更，写考点代码 / confirm many changes of this site") var confirm: String?
  @Option(help: "接着某个任务未导入的行；工作簿里写着时不用给 / the job whose rejected rows these are")
  var continues: Int?
  @Option(help: "报告文件夹，默认 kaowu-reports / the folder for reports", completion: .directory)
  var reports: String?
  @Flag(name: .customLong("no-check-violations"), help: "成绩：以文件的违规信息为准 / the file's violations hold")
  var noCheckViolations = false
  @Flag(name: .customLong("no-check-tickets"), help: "成绩：跳过没有的准考证号 / skip unknown tickets")
  var noCheckTickets = false
  @Flag(name: .customLong("no-check-identity"), help: "成绩：确认以文件的姓名和证件号码为准 / the file's names hold")
  var noCheckIdentity = false
  @Flag(
    name: .customLong("check-id-photo"),
    help: "照片：检测是否为证件照（正面人脸、背景、空白、模糊） / each must look like an ID photo")
  var checkIDPhoto = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard ImportKinds.named(kind) != nil else {
      throw UsageError.unknownKind(kind, known: ImportKinds.all.map { $0.name })
    }
    guard !queue || reports == nil else {
      throw UsageError(
        zh: "--queue 不写报告，不能与 --reports 同用。任务结束后用 kaowu jobs report 生成。",
        en:
          "--queue writes no reports and goes without --reports. Make them with kaowu jobs report afterwards."
      )
    }
  }

  func run() async throws {
    let console = global.console
    var request = ImportRequest(
      kind: kind, path: file, sitting: sitting, site: site, language: console.language)
    request.options.overrides = override
    request.options.isPartial = partial
    request.options.isDryRun = dryRun
    request.options.fixesWidth = fixWidth
    request.options.confirmed = confirm
    request.options.continues = continues
    request.options.checksViolations = !noCheckViolations
    request.options.checksTickets = !noCheckTickets
    request.options.checksIdentity = !noCheckIdentity
    request.options.checksPortraits = checkIDPhoto
    request.reports = reports
    let office = try await global.office()
    if queue {
      let queued = try await office.queueFile(request)
      return try await ImportSummary.print(queued, from: office, to: console)
    }
    let result = try await office.importFile(request)
    try await ImportSummary.print(result, from: office, to: console)
    if result.hasErrors { throw ExitStatus.findings }
  }
}
