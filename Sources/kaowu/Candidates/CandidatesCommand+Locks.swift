internal import ArgumentParser
internal import Operations

extension CandidatesCommand {
  struct Lock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lock",
      abstract: "锁定报名信息 — lock registrations",
      discussion:
        "例 / example:\n  kaowu candidates lock --sitting ncre-58 --site 990701 --id 名单.txt --reason 已核对")

    @OptionGroup var selection: CandidateSelection
    @Option(help: "原因，清单和报告会显示 / why; lists and reports show it") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws { try await CandidatesCommand.set(true, selection, reason, global) }
  }

  struct Unlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unlock",
      abstract: "解锁报名信息；缴费批次锁定的报考仍不能改 — unlock registrations; what a payment batch holds stays held",
      discussion: "例 / example:\n  kaowu candidates unlock --sitting ncre-58 --site 990701 --where locked=yes"
    )

    @OptionGroup var selection: CandidateSelection
    @Option(help: "原因，记入审计 / why; it goes into the trail") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws { try await CandidatesCommand.set(false, selection, reason, global) }
  }

  private static func set(
    _ isLocked: Bool, _ selection: CandidateSelection, _ reason: String?, _ global: GlobalOptions
  ) async throws {
    let console = global.console
    let count = try await UsageError.naming {
      try await global.office().setLock(isLocked, selection.request, reason: reason)
    }
    if console.isJSON { try console.print(json: ["changed": count]) }
    if isLocked {
      console.say(zh: "已锁定 \(count) 名考生。", en: "\(count) candidates locked.")
    } else {
      console.say(zh: "已解锁 \(count) 名考生。", en: "\(count) candidates unlocked.")
    }
  }
}
