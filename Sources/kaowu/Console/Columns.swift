internal import Exports

/// 对齐的列 — texts in columns as wide as their widest cell, two blanks between them. A Chinese character is as wide as
/// two Latin ones.
enum Columns {
  /// A line for each row, indented by `indent` blanks.
  /// - Parameter right: the positions of the columns that are aligned to the right.
  static func lines(_ rows: [[String]], right: Set<Int> = [], indent: Int = 0) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        TextWidth.padded(text, to: widths[column], isRight: right.contains(column))
      }
      let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A text cut to a width, with `…` where something is left out.
  static func cut(_ text: String, to width: Int) -> String {
    guard TextWidth.of(text) > width else { return text }
    var kept = ""
    for character in text {
      guard TextWidth.of(kept + String(character)) < width else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
