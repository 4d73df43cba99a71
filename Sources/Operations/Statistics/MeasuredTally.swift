internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage

/// 指标计数 — what the store counts for a measure, and what is made of it.
struct MeasuredTally {
  let measure: StatisticsMeasure
  /// What is counted: one figure, or a part and its whole.
  let tallies: [TallyQuery.Tally]

  /// - Throws: `WrongForm` where a rate names a result that the programme does not have.
  init(_ measure: StatisticsMeasure, _ programme: Programme) throws(WrongForm) {
    self.measure = measure
    switch measure {
    case .entries: tallies = [.entries()]
    case .candidates: tallies = [.candidates()]
    case .range(let range): tallies = [.entries([range.condition])]
    case .sum(let number): tallies = [.sum(number.tally)]
    case .mean(let number): tallies = [.sum(number.tally), .entries([.known(number.tally)])]
    case .rate(let result):
      let codes = try programme.resultCodes(result)
      tallies = [.entries([.column(.result, anyOf: codes)]), .entries([.present(.result)])]
    }
  }

  /// What a measure's column holds.
  static func kind(_ measure: StatisticsMeasure) -> StatisticsTable.Column.Kind {
    switch measure {
    case .entries, .candidates, .range: .count
    case .sum, .mean: .hundredths
    case .rate: .share
    }
  }

  /// The cell of its counts; there is no mean and no rate of nothing.
  func cell(_ counts: [Int]) -> StatisticsTable.Cell {
    switch measure {
    case .entries, .candidates, .range: return .count(counts[0])
    case .sum: return .hundredths(counts[0])
    case .mean:
      if counts[1] == 0 { return .blank }
      return .hundredths(Int((Double(counts[0]) / Double(counts[1])).rounded()))
    case .rate: return counts[1] == 0 ? .blank : .share(Double(counts[0]) / Double(counts[1]))
    }
  }
}

extension StatisticsNumber {
  /// What the store knows it as.
  var tally: TallyNumber {
    switch self {
    case .score: .score
    case .amount: .amount
    }
  }
}

extension StatisticsRange {
  /// What the store is asked for.
  var condition: TallyQuery.Condition {
    .number(number.tally, from: from.value, below: below?.value)
  }
}
