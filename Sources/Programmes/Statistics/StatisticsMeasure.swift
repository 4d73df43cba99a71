public import Tabular

/// 统计指标 — what general statistics count (PIV-01, PIV-02).
public enum StatisticsMeasure: Sendable, Equatable {
  case entries
  case candidates
  /// The entries whose number lies in a range.
  case range(StatisticsRange)
  case sum(StatisticsNumber)
  case mean(StatisticsNumber)
  /// The share of a result among the entries that have one, by a grade's code or name, or by what it means.
  case rate(String)

  /// Reads a measure as it is typed.
  /// - Throws: `WrongForm` that says which measures there are and how they are written.
  init(_ text: String) throws(WrongForm) {
    switch text {
    case "entries": self = .entries
    case "candidates": self = .candidates
    default:
      if let range = try StatisticsRange(text) {
        self = .range(range)
        return
      }
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, ["sum", "mean", "rate"].contains(parts[0]) else {
        throw WrongForm.unknown(Wording(zh: "指标", en: "measure"), text, known: Self.known)
      }
      if parts[0] == "rate" {
        self = .rate(parts[1])
        return
      }
      guard let number = StatisticsNumber(rawValue: parts[1]) else {
        throw WrongForm.unknown(
          Wording(zh: "可求和的字段", en: "field that can be summed"), parts[1],
          known: StatisticsNumber.allCases.map(\.rawValue))
      }
      self = parts[0] == "sum" ? .sum(number) : .mean(number)
    }
  }

  /// How measures are written.
  static let known = [
    "entries", "candidates", "score>=60", "score[60,80)", "sum:score", "sum:amount", "mean:score",
    "mean:amount", "rate:passed", "rate:优秀",
  ]

  /// How it is written.
  public var text: String {
    switch self {
    case .entries: "entries"
    case .candidates: "candidates"
    case .range(let range): range.text
    case .sum(let number): "sum:\(number.rawValue)"
    case .mean(let number): "mean:\(number.rawValue)"
    case .rate(let result): "rate:\(result)"
    }
  }

  /// What people call it.
  public var title: Wording {
    switch self {
    case .entries: return Wording(zh: "科目次数", en: "entries")
    case .candidates: return Wording(zh: "人数", en: "candidates")
    case .range(let range):
      let title = range.number.title
      let bounds = range.below.map { "[\(range.from),\($0))" } ?? "≥\(range.from)"
      return Wording(zh: title.zh + bounds, en: "\(title.en) \(bounds)")
    case .sum(let number): return Wording(zh: "\(number.title.zh)合计", en: "sum of \(number.title.en)")
    case .mean(let number): return Wording(zh: "平均\(number.title.zh)", en: "mean \(number.title.en)")
    case .rate(let result):
      let words = StatisticsField.result.words.first { $0.code == result }?.word
      let name = words ?? Wording(zh: result, en: result)
      return Wording(zh: "\(name.zh)率", en: "\(name.en) rate")
    }
  }
}
