internal import ArgumentParser
internal import Imports
internal import Operations
internal import Tabular

/// `kaowu template KIND`
struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "下载空白模板：下拉选项、样例、码表 — write a blank form",
    discussion: "例 / example:\n  kaowu template registrations --sitting ncre-58 --site 990701 -o 报名模板.xlsx")

  @Argument(help: "种类 / the kind") var kind: String
  @Option(help: "考次 / the sitting") var sitting: String
  @Option(help: "考点代码 / the site's code") var site: String
  @Option(name: [.short, .customLong("output")], help: "写到哪里 / where to", completion: .file())
  var output: String

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard ImportKinds.named(kind) != nil else {
      throw UsageError.unknownKind(kind, known: ImportKinds.all.map { $0.name })
    }
  }

  func run() async throws {
    let console = global.console
    try await global.office().writeTemplate(kind: kind, sitting: sitting, site: site, to: output)
    if console.isJSON { try console.print(json: ["kind": kind, "path": output]) }
    console.say(zh: "模板已写到 \(output)", en: "The form is at \(output)")
  }
}
