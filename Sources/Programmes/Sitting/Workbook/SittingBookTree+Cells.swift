import ExamModel
import Tabular

extension SittingBookTree {
  /// The most bytes of a code; see `YAMLBounds.mostKeyBytes`.
  private static let mostCodeBytes = YAMLBounds.mostKeyBytes

  /// A cell under its key; where it is blank the node is, so that a finding can name the cell.
  mutating func pair(_ key: String, _ table: SheetTable, _ row: SheetTable.Row, as name: String? = nil)
    -> Pair
  {
    let line = table.number(row, key)
    return Pair(
      key: name ?? key, line: line, value: DocumentNode(content: content(key, table, row), line: line))
  }

  /// The cells that are filled in or required, under their keys.
  mutating func some(_ keys: [String], _ table: SheetTable, _ row: SheetTable.Row) -> [Pair] {
    keys.compactMap { key in
      guard table.text(row, key) != nil || table.sheet.column(key).isRequired else { return nil }
      return pair(key, table, row)
    }
  }

  /// A cell as a node.
  mutating func node(_ key: String, _ table: SheetTable, _ row: SheetTable.Row) -> DocumentNode {
    DocumentNode(content: content(key, table, row), line: table.number(row, key))
  }

  private mutating func content(
    _ key: String, _ table: SheetTable, _ row: SheetTable.Row
  ) -> DocumentNode.Content {
    let column = table.sheet.column(key)
    guard let cell = row.cells[table.sheet.index(of: key)] else { return .nothing }
    let line = table.number(row, key)
    if cell.kind == .error {
      report(.errorCell, at: line, value: cell.text, arguments: [cell.text])
      return .unreadable
    }
    if cell.kind == .lossyNumber {
      report(.digitsLost, at: line)
      return .unreadable
    }
    if let choice = column.choices.first(where: { $0.means(cell.text) }) { return .scalar(choice.value) }
    if !column.choices.isEmpty, !column.isOpen {
      let words = column.choices.map(\.text)
      report(
        .unknownChoice, at: line, value: cell.text,
        arguments: [String(cell.text.prefix(100)), words.joined(separator: "、")],
        suggestion: NearMatch.of(cell.text, in: words))
      return .unreadable
    }
    switch column.form {
    case .text: return .scalar(cell.text)
    case .day: return .scalar(CellTimes.day(cell.text))
    case .moment: return .scalar(CellTimes.moment(cell.text))
    case .days: return .list(parts(cell.text, line) { .scalar(CellTimes.day($0)) })
    case .texts: return .list(parts(cell.text, line) { .scalar($0) })
    case .periods:
      return .list(
        parts(cell.text, line) { period in
          .list(CellTimes.ends(of: period).map { DocumentNode(content: .scalar($0), line: line) })
        })
    }
  }

  /// The parts of a cell between semicolons.
  private func parts(
    _ text: String, _ line: Int, _ content: (String) -> DocumentNode.Content
  ) -> [DocumentNode] {
    text.split { ";；".contains($0) || $0.isNewline }.map { TextCleaning.trimmed(String($0)) }
      .filter { !$0.isEmpty }.map { DocumentNode(content: content($0), line: line) }
  }

  /// The code in a cell, for rows that belong together by it; nil where there is none, which is a finding.
  mutating func code(_ key: String, _ table: SheetTable, _ row: SheetTable.Row) -> String? {
    switch content(key, table, row) {
    case .scalar(let code) where code.utf8.count <= Self.mostCodeBytes: return code
    case .scalar(let code):
      report(
        .codeTooLong, at: table.number(row, key), value: code, arguments: [String(Self.mostCodeBytes)])
    case .nothing:
      report(
        .missingCell, at: table.number(row, key), arguments: [table.sheet.column(key).heading])
    default: break
    }
    return nil
  }

  /// Says that cells are filled in which have no meaning in this row.
  mutating func reportFilled(_ keys: [String], _ table: SheetTable, _ row: SheetTable.Row) {
    for key in keys {
      guard let text = table.text(row, key) else { continue }
      report(
        .notHere, at: table.number(row, key), value: text, arguments: [table.sheet.column(key).heading])
    }
  }
}

extension SittingSheet.Choice {
  /// Whether a word in a cell is the choice: its own, or that of a sitting file.
  func means(_ typed: String) -> Bool {
    typed == text || (!value.isEmpty && typed.lowercased() == value.lowercased())
  }
}

/// 单元格时间 — dates and times as cells show them, in the form of a sitting file. What is none stays as it is and becomes
/// a finding where it is read.
enum CellTimes {
  /// A day: `2020/9/6` is 2020-09-06, and a date of the spreadsheet at midnight is its day.
  static func day(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1)
    if parts.count == 2, ["00:00", "00:00:00"].contains(parts[1]) { return day(String(parts[0])) }
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy({ Int($0) != nil }) else { return text }
    return numbers.map(twoDigits).joined(separator: "-")
  }

  /// A point in time: a day alone is its midnight, and hours may have one digit.
  static func moment(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let date = day(parts.first ?? text)
    guard parts.count == 2 else { return CalendarDate(date) == nil ? text : date + " 00:00" }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    return date + " " + clock.map(twoDigits).joined(separator: ":")
  }

  /// The start and the end of `start ~ end`.
  static func ends(of period: String) -> [String] {
    period.split { "~～至–".contains($0) }.map { moment(TextCleaning.trimmed(String($0))) }
  }

  private static func twoDigits(_ text: Substring) -> String {
    text.utf8.count == 1 ? "0\(text)" : String(text)
  }
}
