internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu photos check`
struct PhotosCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "photos", abstract: "照片：检查与报名信息的匹配 — photos",
    discussion: "例 / example:\n  kaowu photos check --sitting ncre-58 --site 990701",
    subcommands: [Check.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "匹配照片与报名信息，恢复丢失的关联 — match photos with registrations",
      discussion: """
        任何时间都可以执行。删除后重新导入、覆盖导入、超时后重新报名的考生，照片仍在，执行检查即可重新关联，无需再次上传。
        已支付考生的照片标识不会改变。

        例 / example:
          kaowu photos check --sitting ncre-58 --site 990701
          kaowu photos check --sitting ncre-58 --site 990701 --delete-unmatched
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Flag(help: "删除没有报名信息的照片 / delete photos without a registration") var deleteUnmatched = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let result = try await global.office().checkPhotos(
        sitting: sitting, site: site, deletesUnmatched: deleteUnmatched)
      if console.isJSON {
        try console.print(json: result)
      } else {
        Self.print(result, deletes: deleteUnmatched, to: console)
      }
    }

    private static func print(_ result: PhotoCheckResult, deletes: Bool, to console: Console) {
      let stored = result.matched + result.relinked + (result.relinkable ?? 0) + result.unmatched.count
      console.say(
        zh: "共 \(stored) 张照片：已匹配 \(result.matched)，重新关联 \(result.relinked)，未匹配 \(result.unmatched.count)。",
        en: """
          \(stored) photos: \(result.matched) matched, \(result.relinked) linked again, \
          \(result.unmatched.count) unmatched.
          """)
      if let count = result.paidWithoutFlag {
        console.say(
          zh: "其中 \(count) 名考生已支付，照片标识为“无”，不作改变。",
          en: "\(count) of them are paid and marked as having no photo; that is left as it is.")
      }
      if let count = result.relinkable {
        console.say(
          zh: "考次已关闭，只报告不修改：还有 \(count) 张照片可以重新关联。",
          en: "The sitting is closed and only reported on: \(count) more photos could be linked again.")
      }
      for number in result.unmatched.prefix(ImportResult.mostShown) { console.print("  ✗ \(number)") }
      if deletes {
        console.say(zh: "已删除 \(result.deleted) 张未匹配的照片。", en: "\(result.deleted) unmatched photos deleted.")
      } else if !result.unmatched.isEmpty {
        console.say(
          zh: "加 --delete-unmatched 可删除未匹配的照片。", en: "Delete the unmatched ones with --delete-unmatched.")
      }
    }
  }
}
