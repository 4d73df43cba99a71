internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu jobs retry|cancel`: what people do to queued jobs.
extension JobsCommand {
  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retry",
      abstract: "把失败或已取消的排队任务重新排队 — queue a failed or cancelled job again",
      discussion: "例 / example:\n  kaowu jobs retry 3")

    @Argument(help: "任务号 / the job") var job: Int
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let office = try await global.office()
      let result = try await office.retryJob(job, in: console.language)
      try await ImportSummary.print(result, from: office, to: console)
    }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel",
      abstract: "取消排队的任务；正在运行的由工人停下 — cancel a queued job",
      discussion: "例 / example:\n  kaowu jobs cancel 3")

    @Argument(help: "任务号 / the job") var job: Int
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let office = try await global.office()
      let result = try await office.cancelJob(job, in: console.language)
      try await ImportSummary.print(result, from: office, to: console)
    }
  }
}
