internal import Foundation

/// What one job cost, for every size and contender.
struct JobTable {
  private let job: any Job.Type
  private var results: [(size: Int, result: Rounds.Result)] = []

  init(_ job: any Job.Type) { self.job = job }

  mutating func add(_ results: [Rounds.Result], size: Int) {
    self.results += results.map { (size, $0) }
  }

  /// A table of the figures; the ratios are those of the program's own time to the others' in the same rounds.
  var markdown: String {
    var lines = [
      "## \(job.title)", "", "`\(job.name)` — \(job.aims)", "",
      "| \(job.unit) | | s | min–max | CPU s | MB | 自己 ÷ 它 ours ÷ it | MB made |",
      "|--:|---|--:|--:|--:|--:|--:|--:|",
    ]
    for (size, result) in results { lines.append(line(size, result)) }
    for (name, exponent) in exponents {
      lines += [
        "",
        "\(name): 耗时随行数的 \(Self.text(exponent)) 次方增长 — time grows as rows to the power \(Self.text(exponent))",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ size: Int, _ result: Rounds.Result) -> String {
    let contender = result.contender
    let plain = contender.group.isEmpty ? contender.name : "\(contender.name)，\(contender.group)"
    let name = contender.role == .ours ? "**\(plain)**" : plain
    if let missing = result.missing { return "| \(size) | \(name) | – | \(missing) | | | | |" }
    let ours = results.filter {
      $0.size == size && $0.result.contender.role == .ours && $0.result.contender.group == contender.group
    }
    let ratios =
      contender.role == .ours
      ? "" : ours.map { Self.text($0.result.wall / result.wall) }.joined(separator: " / ")
    let range = "\(Self.text(result.walls.first ?? 0))–\(Self.text(result.walls.last ?? 0))"
    let made = result.madeBytes.map { Self.text(Double($0) / 1e6) } ?? ""
    return "| \(size) | \(name) | \(Self.text(result.wall)) | \(range) | \(Self.text(result.cpu)) "
      + "| \(Int(result.peakMegabytes + 0.5)) | \(ratios) | \(made) |"
  }

  /// The exponent of the cost between the smallest and the largest size, for each form of our own command.
  private var exponents: [(name: String, exponent: Double)] {
    let ours = Dictionary(grouping: results.filter { $0.result.contender.role == .ours }) {
      $0.result.contender.name + ($0.result.contender.group.isEmpty ? "" : "，\($0.result.contender.group)")
    }
    return ours.sorted { $0.key < $1.key }.compactMap { name, entries in
      guard let first = entries.first, let last = entries.last, first.size < last.size else { return nil }
      // The time that a command takes to start would make large sizes look better than they are.
      let growth = log(last.result.wall / first.result.wall) / log(Double(last.size) / Double(first.size))
      return (name, growth)
    }
  }

  private static func text(_ number: Double) -> String {
    number < 10
      ? String(Double(Int(number * 1000 + 0.5)) / 1000) : String(Double(Int(number * 100 + 0.5)) / 100)
  }
}
