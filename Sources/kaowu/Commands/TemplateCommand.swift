internal import ArgumentParser
internal import Imports
internal import Operations
internal import Tabular

/// `kaowu template KIND`
struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "下载空白模板：下拉选项、样例、码表 — write a blank form",
    discussion: """
      种类是一种导入，或 sitting（考次设置的工作簿，用 kaowu sitting load 载入）。

      例 / example:
        kaowu template registrations --sitting ncre-58 --site 990701 -o 报名模板.xlsx
        kaowu template sitting --programme ncre -o 考次模板.xlsx
      """)

  /// The form that is none of an import: what is set for a sitting.
  private static let sittingForm = "sitting"

  @Argument(help: "种类：一种导入，或 sitting / the kind: an import's, or sitting") var kind: String
  @Option(help: "考次（sitting 模板不用）/ the sitting, for an import's form") var sitting: String?
  @Option(help: "考点代码（sitting 模板不用）/ the site's code, for an import's form") var site: String?
  @Option(help: "考试项目，只用于 sitting 模板；只有一个时可以不写 / the programme, for the form of a sitting")
  var programme: String?
  @Option(name: [.short, .customLong("output")], help: "写到哪里 / where to", completion: .file())
  var output: String

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if kind == Self.sittingForm {
      guard sitting == nil, site == nil else {
        throw UsageError.needless(["--sitting", "--site"], with: "template sitting")
      }
      return
    }
    guard ImportKinds.named(kind) != nil else {
      throw UsageError.unknownKind(kind, known: ImportKinds.all.map { $0.name } + [Self.sittingForm])
    }
    guard programme == nil else { throw UsageError.needless(["--programme"], with: "template \(kind)") }
    if sitting == nil { throw UsageError.missing("--sitting") }
    if site == nil { throw UsageError.missing("--site") }
  }

  func run() async throws {
    let console = global.console
    let office = try await global.office()
    if let sitting, let site {
      try await office.writeTemplate(kind: kind, sitting: sitting, site: site, to: output)
    } else {
      try office.writeSittingTemplate(programme: programme, to: output)
    }
    if console.isJSON { try console.print(json: ["kind": kind, "path": output]) }
    console.say(zh: "模板已写到 \(output)", en: "The form is at \(output)")
  }
}
