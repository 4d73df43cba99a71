internal import ArgumentParser

/// 性能基准 — makes data, runs the public command on it, and prints what it cost. No test asserts a time: machines are
/// noisy, so look at the ratios of one run.
@main
struct KaowuBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kaowu-bench", abstract: "性能基准 — what the main jobs cost", subcommands: [Registrations.self])
}
