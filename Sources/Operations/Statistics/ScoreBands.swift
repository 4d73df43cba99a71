internal import ExamModel
internal import Exports
internal import Storage
internal import Tabular

/// 分数段 — the scores that hold, in ten bands from the least to the most that the programme gives (SCO-08). The last band
/// holds the most itself too.
struct ScoreBands {
  private static let count = 10
  private let least: Int
  private let most: Int
  /// How wide a band is, in hundredths.
  private let width: Int

  init(_ rules: ScoreRules) {
    (least, most) = (rules.least.value, rules.most.value)
    width = max(1, (most - least) / Self.count)
  }

  /// The bands as they are counted.
  var counted: ScoreCensus.Bands { ScoreCensus.Bands(start: least, width: width, count: Self.count) }

  /// The bands as they are drawn.
  func figure(_ counts: [Int]) -> StatisticsTable.Figure {
    StatisticsTable.Figure(
      title: Wording(zh: "分数段", en: "Score distribution"), label: Wording(zh: "成绩", en: "score"),
      series: [.init("entries", .count, zh: "科目次数", en: "entries")],
      points: counts.enumerated().map { band, count in
        let from = Hundredths(value: start(band))
        let isLast = band == Self.count - 1
        let to = Hundredths(value: isLast ? most : start(band + 1))
        return ("[\(from),\(to)\(isLast ? "]" : ")")", [.count(count)])
      })
  }

  private func start(_ band: Int) -> Int { least + band * width }
}
