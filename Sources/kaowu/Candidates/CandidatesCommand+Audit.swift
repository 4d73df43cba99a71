internal import ArgumentParser
internal import Operations
internal import Tabular

extension CandidatesCommand {
  struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "audit",
      abstract: "报名信息审核：通过或不通过 — audit registrations: pass or reject",
      discussion: """
        例 / example:
          kaowu candidates audit --sitting ncre-58 --site 990701 --where 审核=待审核 --pass
          kaowu candidates audit --sitting ncre-58 --site 990701 --id 名单.txt --reject --type 照片有问题 --reason 照片模糊
        """)

    @OptionGroup var selection: CandidateSelection
    @Flag(help: "通过；只有待审核的可以通过 / pass what is pending") var pass = false
    @Flag(help: "不通过；待审核和已通过的可以不通过 / reject what is pending or passed") var reject = false
    @Option(help: "不通过类型，代码或名称 / the kind of rejection") var type: String?
    @Option(help: "不通过原因 / why it is rejected") var reason: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard pass != reject else {
        throw UsageError(zh: "请写 --pass 或 --reject 其中一个。", en: "Write one of --pass and --reject.")
      }
      if reject {
        guard type != nil else {
          throw UsageError(zh: "--reject 要用 --type 写明类型。", en: "--reject needs its kind: --type.")
        }
        try UsageError.requireReason(reason ?? "")
      } else if type != nil || reason != nil {
        throw UsageError(
          zh: "--type 和 --reason 只用于 --reject。", en: "--type and --reason go with --reject only.")
      }
    }

    func run() async throws {
      let verdict: AuditVerdict = pass ? .pass : .reject(kind: type ?? "", reason: reason ?? "")
      let outcome = try await UsageError.naming {
        try await global.office().auditCandidates(selection.request, verdict)
      }
      try CandidateOutcomeView(outcome).print(
        to: global.console,
        done: Wording(
          zh: "查询到 \(outcome.matched) 名考生，\(pass ? "通过" : "不通过") \(outcome.changed) 名。",
          en: "\(outcome.matched) candidates found, \(outcome.changed) \(pass ? "passed" : "rejected")."))
    }
  }
}
