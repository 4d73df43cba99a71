internal import ArgumentParser
internal import Exports
internal import Files
internal import Foundation
internal import Operations
internal import Tabular

extension PackagesCommand {
  struct Key: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "key",
      abstract: "公钥及其指纹，交给收数据包的人 — the public key by which packages are checked",
      discussion: "例 / example:\n  kaowu packages key -o 公钥.pem")

    @Option(name: .shortAndLong, help: "写成 PEM 文件 / write it as a PEM file", completion: .file())
    var output: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let key = try await global.office().packageKey()
      if let output {
        var file = try WholeFile(path: output)
        try file.write(Array(key.pem.utf8))
        try file.finish()
      }
      if console.isJSON {
        try console.print(json: ["key": key.pem, "fingerprint": key.fingerprint])
      } else {
        if output == nil { console.print(String(key.pem.dropLast())) }
        console.say(zh: "指纹（SHA-256）：\(key.fingerprint)", en: "Fingerprint (SHA-256): \(key.fingerprint)")
      }
      if let output { console.say(zh: "已写入 \(output)", en: "Written to \(output)") }
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "校验数据包和签名，不用数据库 — check a package against its signature; no store is needed",
      discussion: """
        退出码 / exit status: 0 与生成时相同 / as it was made, 3 有不符 / not as it was made

        例 / example:
          kaowu packages verify 下发/ncre-58-990701-machine-test-202009110805.zip --key 公钥.pem
        """)

    @Argument(help: "数据包 / the package", completion: .file()) var file: String
    @Option(help: "公钥文件 / the public key", completion: .file()) var key: String
    @Option(
      help: "清单（不是 ZIP 时），默认在包旁：包名.manifest.json / the manifest of what is no ZIP", completion: .file())
    var manifest: String?
    @OptionGroup var global: GlobalOptions

    private struct Result: Encodable {
      struct Problem: Encodable {
        var path: String
        var fault: String
      }
      var valid: Bool
      var manifest: PackageManifest?
      var problems: [Problem]
    }

    func run() async throws {
      let console = global.console
      let key = try VerifyingKey(path: key)
      let check = try PackageCheck(path: file, manifestPath: manifest, key: key)
      if console.isJSON {
        try console.print(
          json: Result(
            valid: check.problems.isEmpty, manifest: check.manifest,
            problems: check.problems.map { .init(path: $0.path, fault: $0.fault.rawValue) }))
      } else {
        for problem in check.problems { console.print("✗ " + Self.words(of: problem)[console.language]) }
        if let manifest = check.manifest, check.problems.isEmpty {
          console.say(
            zh: "与生成时相同：\(manifest.sitting) \(manifest.site) \(manifest.kind)，\(manifest.records) 条，"
              + "\(manifest.files.count) 个文件，\(manifest.by) 于 \(manifest.madeAt) 生成；签名有效。",
            en:
              "As it was made: \(manifest.sitting) \(manifest.site) \(manifest.kind), \(manifest.records) records, "
              + "\(manifest.files.count) files, by \(manifest.by) at \(manifest.madeAt); the signature holds."
          )
        }
      }
      if !check.problems.isEmpty { throw ExitStatus.badFile }
    }

    private static func words(of problem: PackageCheck.Problem) -> Wording {
      let path = problem.path
      return switch problem.fault {
      case .missing: Wording(zh: "\(path)：清单中有，包里没有", en: "\(path): in the manifest, not in the package")
      case .added: Wording(zh: "\(path)：清单中没有，是后加的", en: "\(path): not in the manifest; it was added")
      case .changed: Wording(zh: "\(path)：内容被改动过", en: "\(path): its content was changed")
      case .otherKey:
        Wording(
          zh: "\(path)：由别的密钥签名。请核对公钥的指纹，或向生成者重新取得数据包",
          en:
            "\(path): signed by another key. Compare the fingerprint, or get the package from its maker again"
        )
      case .signature:
        Wording(
          zh: "\(path)：签名不符，清单被改动过。请重新取得数据包",
          en: "\(path): the signature does not hold. Get the package again")
      }
    }
  }
}
