internal import ArgumentParser
internal import Exports
internal import Operations
internal import Programmes
internal import Tabular

/// `kaowu export KIND`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出：由同一时刻的数据生成数据包 — make a package of one snapshot of the data",
    discussion: """
      种类 / kinds: \(ExportKinds.all.map { "\($0.name)（\($0.title.zh)）" }.joined(separator: " "))

      例 / example:
        kaowu export machine-test --sitting ncre-58 --site 990701 -o 导出
        kaowu export machine-test --sitting ncre-58 --site 990701 -o 导出 --characters homophone
        kaowu export photo-package --sitting ncre-58 --site 990701 -o 导出 --names id
        kaowu export tickets-small --sitting ncre-58 --site 990701 -o 导出 --order class
        kaowu export accounts --sitting ncre-58 --site 990701 -o 导出
        kaowu export cancelled --sitting ncre-58 --site 990701 -o 导出
        kaowu export scores --sitting ncre-58 --site 990701 -o 导出 --format csv --encoding gb18030
      """)

  @Argument(help: "种类 / the kind") var kind: String
  @Option(help: "考次 / the sitting") var sitting: String
  @Option(help: "考点代码 / the site's code") var site: String
  @Option(name: .shortAndLong, help: "数据包放入的文件夹 / the folder for the package", completion: .directory)
  var output: String
  @Option(help: "文件格式：dbf csv xlsx，默认看种类 / the kind of file") var format: Choice<ExportLayout.Form>?
  @Option(help: "CSV 的编码：utf-8 gb18030，默认 utf-8（带 BOM）/ the encoding of CSV") var encoding:
    Choice<ExportEncoding>?
  @Option(help: "DBF 没有的字符：fail 报错，question 写 ??，homophone 用其后的 [同音字]；默认 fail / rare characters")
  var characters: Choice<CharacterPolicy>?
  @Option(help: "照片命名：ticket 准考证号，id 证件号码；默认有准考证号时用准考证号 / names of photos")
  var names: Choice<PhotoNames>?
  @Flag(help: "账号：已导出过的也重新导出，口令重新生成 / accounts: those exported before too, with new passwords")
  var all = false

  @Option(help: "文档顺序：room 考场 class 班级 department 院系 id 证件号，默认 room / the order of printed documents")
  var order: Choice<DocumentLayout.Order>?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard ExportKinds.named(kind) != nil else {
      throw UsageError.unknownKind(kind, known: ExportKinds.all.map { $0.name })
    }
  }

  func run() async throws {
    let console = global.console
    var request = ExportRequest(
      kind: kind, sitting: sitting, site: site, folder: output, language: console.language)
    request.options.format = format?.value
    request.options.encoding = encoding?.value
    request.options.characters = characters?.value
    request.options.names = names?.value
    request.options.includesAll = all
    request.options.order = order?.value
    let result: ExportResult
    do {
      result = try await global.office().export(request)
    } catch let error as UnfitOption {
      throw UsageError(zh: error.wording.zh, en: error.wording.en)
    }
    if console.isJSON {
      try console.print(json: result)
    } else {
      ExportSummary(result).print(to: console)
    }
    if result.isRefused { throw ExitStatus.findings }
  }
}
