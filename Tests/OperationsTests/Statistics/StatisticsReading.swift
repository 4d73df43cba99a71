import Exports

extension StatisticsTable {
  /// The figures of a row by their columns' keys; shares as they are, money in hundredths.
  func figures(_ row: [Cell]) -> [String: Double] {
    var figures: [String: Double] = [:]
    for (column, cell) in zip(columns, row) {
      switch cell {
      case .count(let count): figures[column.key] = Double(count)
      case .hundredths(let value): figures[column.key] = Double(value)
      case .share(let share): figures[column.key] = share
      case .text, .named, .blank: break
      }
    }
    return figures
  }

  /// The texts, or the codes, of a row's cells below some columns, joined by blanks.
  func label(_ row: [Cell], _ keys: [String]) -> String {
    keys.compactMap(column).map { place in
      switch row[place] {
      case .text(let text): text
      case .named(let code, _): code
      case .count, .hundredths, .share, .blank: ""
      }
    }.joined(separator: " ")
  }

  /// The figures of each row by its label.
  func figures(by keys: [String]) -> [String: [String: Double]] {
    Dictionary(rows.map { (label($0, keys), figures($0)) }) { first, _ in first }
  }
}
