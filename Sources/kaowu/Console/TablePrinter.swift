internal import Exports
internal import Tabular

/// 表格打印 — a statistic on a terminal. What is scarce is coloured there, and plain where the output goes to a file.
struct TablePrinter {
  private let table: StatisticsTable
  private let hasColours: Bool

  init(_ table: StatisticsTable, hasColours: Bool) {
    self.table = table
    self.hasColours = hasColours
  }

  func print(to console: Console) {
    for line in table.lines(in: console.language) {
      switch line.scarceness {
      case .error where hasColours: console.print("\u{1B}[31m\(line.text)\u{1B}[0m")
      case .warning where hasColours: console.print("\u{1B}[33m\(line.text)\u{1B}[0m")
      default: console.print(line.text)
      }
    }
  }
}
