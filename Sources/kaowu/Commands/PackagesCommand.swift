internal import ArgumentParser

/// `kaowu packages list|show|fetch|manifest|key|verify`
struct PackagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packages", abstract: "数据包：列出、取出、校验 — the packages that were made: list, fetch, verify",
    discussion: """
      每个数据包都有清单 manifest.json 和签名 manifest.sig（Ed25519）：ZIP 放在包内最后，其他文件用 packages manifest 写出。

      例 / example:
        kaowu packages list --sitting ncre-58 --site 990701
        kaowu packages show 3
        kaowu packages fetch 3 -o 下发
        kaowu packages key -o 公钥.pem
        kaowu packages verify 下发/ncre-58-990701-machine-test-202009110805.zip --key 公钥.pem
      """,
    subcommands: [List.self, Show.self, Fetch.self, Manifest.self, Key.self, Verify.self],
    defaultSubcommand: List.self)
}
