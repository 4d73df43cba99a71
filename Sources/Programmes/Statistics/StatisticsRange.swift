public import ExamModel

/// 统计区间 — a bound on a number: `score>=60`, or from one number up to, but not including, another: `score[60,80)`
/// (PIV-02).
public struct StatisticsRange: Sendable, Equatable {
  /// What is bounded.
  public var number: StatisticsNumber
  /// The least that lies in it.
  public var from: Hundredths
  /// What lies in it is less than this; nil for no limit.
  public var below: Hundredths?

  /// Reads `score>=60` and `score[60,80)`; nil for a text that is neither a bound nor meant as one.
  /// - Throws: `WrongForm` for a bound that is written the wrong way.
  init?(_ text: String) throws(WrongForm) {
    guard let mark = text.firstIndex(where: { "<>=[](".contains($0) }), mark != text.startIndex,
      text[mark] != "=", let number = StatisticsNumber(rawValue: String(text[..<mark]))
    else { return nil }
    self.number = number
    let bounds = text[mark...]
    if bounds.hasPrefix(">="), let from = Self.number(bounds.dropFirst(2)) {
      self.from = from
      return
    }
    let parts = bounds.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    guard bounds.first == "[", bounds.last == ")", parts.count == 2, let from = Self.number(parts[0]),
      let below = Self.number(parts[1])
    else {
      let name = number.rawValue
      throw WrongForm(
        zh: "“\(text)”的写法不对。下限写成 \(name)>=60，左闭右开的区间写成 \(name)[60,80)，数字最多两位小数。",
        en:
          "“\(text)” is not written right. Write \(name)>=60 for a bound and \(name)[60,80) for an interval "
          + "without its upper end; numbers have two decimals at most.")
    }
    guard from < below else {
      throw WrongForm(
        zh: "“\(text)”里没有数：\(from) 不小于 \(below)。请把小的数写在前面。",
        en: "“\(text)” is empty: \(from) is not less than \(below). Put the smaller number first.")
    }
    (self.from, self.below) = (from, below)
  }

  /// How it is written.
  public var text: String {
    below.map { "\(number.rawValue)[\(from),\($0))" } ?? "\(number.rawValue)>=\(from)"
  }

  private static func number(_ text: Substring) -> Hundredths? {
    guard text.first != "-" else { return nil }
    return Hundredths(String(text))
  }
}
