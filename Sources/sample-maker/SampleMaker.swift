import ArgumentParser

/// 样例生成 — makes the sample material from a seed; the same seed gives the same bytes.
@main
struct SampleMaker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample-maker",
    abstract: "生成样例数据（同一种子得到同样的字节） · Makes the sample data; the same seed gives the same bytes.",
    subcommands: [MakeFolder.self, MakeScores.self], defaultSubcommand: MakeFolder.self)
}
