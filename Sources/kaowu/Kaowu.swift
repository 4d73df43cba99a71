internal import ArgumentParser
internal import CMalloc
@preconcurrency internal import Glibc
internal import Tabular

/// 考务 — the command. It reads the arguments, runs one use case, and turns what came of it into text and an exit status.
@main
struct Kaowu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kaowu",
    abstract: "考务数据批量导入导出 — batch import and export for examination administration",
    discussion: """
      全局选项可写在命令前后 / global options stand before or after the command:
        --store URL  --lang zh|en  --json  --quiet  --as USER  --now ISO8601

      例 / example:
        kaowu init
        kaowu sitting load SampleData/ncre/sitting/ncre-58.yaml
        kaowu import registrations 报名.zip --sitting ncre-58 --site 990701
      """,
    version: "kaowu \(version)", subcommands: everyCommand)

  /// The program's version.
  static let version = "0.1.0"

  static func main() async {
    // Text that is cut off by a closed pipe is no error of ours.
    signal(SIGPIPE, SIG_IGN)
    // What is freed is mostly wanted again at once: a thread's memory that goes back to the system comes back page by page,
    // and whatever is larger than 128 KiB, such as a chunk of rows, would go back at once.
    mallopt(M_TRIM_THRESHOLD, 64 << 20)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    // Asked for piece by piece, a thread's memory costs a call for every page of the database that is kept.
    mallopt(M_TOP_PAD, 32 << 20)
    let arguments = GlobalOptions.movedToEnd(Array(CommandLine.arguments.dropFirst()))
    let console = Console(arguments: arguments)
    do {
      try requireCommand(arguments)
      if try parseAsRoot(arguments) is any SelfStopping { return try await run(try parseAsRoot(arguments)) }
      let task = Task { try await run(try parseAsRoot(arguments)) }
      let interruption = Interruption { task.cancel() }
      defer { interruption.stop() }
      try await task.value
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch {
      let status = console.report(
        error, usage: { fullMessage(for: $0) }, isHelp: { exitCode(for: $0) == .success })
      Glibc.exit(status.rawValue)
    }
  }

  /// The parser would blame the first option behind a command that is not there.
  private static func requireCommand(_ arguments: [String]) throws(UsageError) {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let names = everyCommand.compactMap { $0.configuration.commandName }
    guard first == "help" || names.contains(first) else {
      throw .unknown(Wording(zh: "命令", en: "command"), first, known: names)
    }
  }

  private static func run(_ command: any ParsableCommand) async throws {
    var command = command
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }
}
