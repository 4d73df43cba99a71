/// Runs contenders in turn, round after round, so that what else the machine does hits all alike.
struct Rounds {
  var runs: Int
  var workshop: Workshop

  /// What the runs of one contender cost.
  struct Result: Sendable {
    var contender: Contender
    var costs: [MeasuredProcess.Cost] = []
    /// Why there are none.
    var missing: String?
    var madeBytes: Int?

    var walls: [Double] { costs.map(\.wall).sorted() }
    var wall: Double { Self.median(costs.map(\.wall)) }
    var cpu: Double { Self.median(costs.map(\.cpu)) }
    var peakMegabytes: Double { costs.map(\.peakMegabytes).max() ?? 0 }

    private static func median(_ numbers: [Double]) -> Double {
      let sorted = numbers.sorted()
      return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
  }

  /// Another program that fails is left out with a word; the program itself must not fail.
  func run(_ contenders: [Contender]) throws -> [Result] {
    var results = contenders.map { Result(contender: $0, missing: $0.missing) }
    for _ in 0..<max(1, runs) {
      for place in results.indices where results[place].missing == nil {
        let contender = results[place].contender
        do {
          try contender.prepare()
          let cost = try MeasuredProcess.run(
            contender.command[0], Array(contender.command.dropFirst()),
            statuses: contender.statuses, launcher: workshop.launcher)
          results[place].costs.append(cost)
          results[place].madeBytes = contender.madeBytes?()
        } catch let failure as MeasuredProcess.Failure where contender.role != .ours {
          results[place].missing = "失败 failed: \(failure.description.prefix(80))"
        }
      }
    }
    return results
  }
}
