public import Tabular

extension StatisticsTable {
  /// 统计行 — one line of the table as a terminal shows it.
  public struct Line: Sendable, Equatable {
    /// The line, its columns aligned.
    public var text: String
    /// How scarce what it counts has become; nil where nothing is coloured.
    public var scarceness: Severity?
  }

  /// The table as aligned columns, where a Chinese character is as wide as two Latin ones: headings, a rule, the rows, a
  /// rule, the total, the notes.
  public func lines(in language: Language) -> [Line] {
    let headings = columns.map { $0.heading[language] }
    let texts = rows.map { $0.map { Self.text($0, language) } }
    var sums = total.map { Self.text($0, language) }
    if sums.first == "" { sums[0] = Self.totalLabel[language] }
    let widths = headings.indices.map { index in
      ([headings, sums] + texts).map { TextWidth.of($0[index]) }.max() ?? 0
    }
    let rule = Line(text: String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1)))
    let lines = zip(rows, texts).map { cells, texts in
      Line(text: aligned(texts, widths), scarceness: scarceness(of: cells))
    }
    return [Line(text: aligned(headings, widths)), rule] + lines + [rule, Line(text: aligned(sums, widths))]
      + notes.map { Line(text: $0[language]) }
  }

  /// Texts to the left, figures to the right.
  private func aligned(_ texts: [String], _ widths: [Int]) -> String {
    let cells = texts.indices.map { index in
      TextWidth.padded(texts[index], to: widths[index], isRight: columns[index].kind != .text)
    }
    let line = cells.joined(separator: "  ")
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  private static func text(_ cell: Cell, _ language: Language) -> String {
    switch cell {
    case .text(let text): return text.filter { !$0.isNewline }
    case .named(_, let words): return words[language].filter { !$0.isNewline }
    case .count(let count): return String(count)
    case .hundredths(let value): return decimal(value)
    case .share(let share): return decimal(Int((share * 10_000).rounded())) + "%"
    case .blank: return ""
    }
  }

  /// Hundredths with two decimals.
  private static func decimal(_ value: Int) -> String {
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(value < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
