internal import ArgumentParser
internal import Operations
internal import Tabular

extension PackagesCommand {
  struct Fetch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fetch",
      abstract: "取出数据包：先核对 SHA-256，再复制，并计次 — copy a package out, its SHA-256 checked",
      discussion: "例 / example:\n  kaowu packages fetch 3 -o 下发")

    @Argument(help: "数据包编号 / the package's number") var id: Int
    @Option(name: .shortAndLong, help: "放入的文件夹 / the folder for the copy", completion: .directory)
    var output: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let path = try await global.office().fetchPackage(id, to: output)
      if console.isJSON { try console.print(json: ["path": path]) }
      console.say(zh: "已取出：\(path)", en: "Fetched: \(path)")
    }
  }

  struct Manifest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "manifest",
      abstract: "写出清单及签名（xlsx、csv、dbf 用）— write a package's manifest and signature",
      discussion: """
        写在数据包旁、名为“包名.manifest.json”时，packages verify 自己找得到。

        例 / example:
          kaowu packages manifest 4 -o 数据包/ncre-58-990701-scores-202010091000.csv.manifest.json
        """)

    @Argument(help: "数据包编号 / the package's number") var id: Int
    @Option(
      name: .shortAndLong, help: "清单文件；签名写在旁边，名后加 .sig / the manifest; its signature stands beside it",
      completion: .file())
    var output: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      try await global.office().writeManifest(of: id, to: output)
      if console.isJSON { try console.print(json: ["manifest": output, "signature": "\(output).sig"]) }
      console.say(zh: "已写出 \(output) 和 \(output).sig", en: "Wrote \(output) and \(output).sig")
    }
  }
}
