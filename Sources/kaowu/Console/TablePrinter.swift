internal import Exports
internal import Tabular

/// 表格打印 — a statistic as aligned columns on a terminal, where a Chinese character is as wide as two Latin ones. What is
/// scarce is coloured on a terminal, and plain where the output goes to a file.
struct TablePrinter {
  private let table: StatisticsTable
  private let language: Language
  private let hasColours: Bool

  init(_ table: StatisticsTable, in language: Language, hasColours: Bool) {
    self.table = table
    self.language = language
    self.hasColours = hasColours
  }

  /// The lines of the table: headings, a rule, the rows, a rule, the total, the notes.
  var lines: [String] {
    let headings = table.columns.map { $0.heading[language] }
    var total = table.total.map(text)
    if total.first == "" { total[0] = StatisticsTable.totalLabel[language] }
    let rows = table.rows.map { $0.map(text) }
    let widths = headings.indices.map { index in
      ([headings, total] + rows).map { TextWidth.of($0[index]) }.max() ?? 0
    }
    let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    var lines = [line(headings, widths), rule]
    for (cells, texts) in zip(table.rows, rows) {
      lines.append(coloured(line(texts, widths), table.scarceness(of: cells)))
    }
    return lines + [rule, line(total, widths)] + table.notes.map { $0[language] }
  }

  private func line(_ texts: [String], _ widths: [Int]) -> String {
    let cells = texts.indices.map { index in
      TextWidth.padded(texts[index], to: widths[index], isRight: table.columns[index].kind != .text)
    }
    let line = cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func text(_ cell: StatisticsTable.Cell) -> String {
    switch cell {
    case .text(let text): return text.filter { !$0.isNewline }
    case .count(let count): return String(count)
    case .share(let share):
      let hundredths = Int((share * 10_000).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    case .blank: return ""
    }
  }

  private func coloured(_ line: String, _ scarceness: Severity?) -> String {
    guard hasColours, let scarceness else { return line }
    return "\u{1B}[\(scarceness == .error ? 31 : 33)m\(line)\u{1B}[0m"
  }
}
