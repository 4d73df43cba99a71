public import Tabular

/// 统计表 — the figures of one statistic, as they are shown on a terminal, written to a workbook, and printed as JSON: rows
/// under columns, and one row of the total.
public struct StatisticsTable: Sendable {
  /// 统计值 — one cell.
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// A code that people are shown in words; programs see the code. An empty code says that there is no value.
    case named(String, Wording)
    case count(Int)
    /// A number with two decimals, in hundredths: yuan, mean points.
    case hundredths(Int)
    /// A share of one: 0.25 is shown as 25.00%.
    case share(Double)
    /// There is no value.
    case blank
  }

  /// 统计列 — one column.
  public struct Column: Sendable {
    /// 列类型 — what its cells hold.
    public enum Kind: Sendable {
      case text
      case count
      case hundredths
      case share
    }

    /// The name that programs see.
    public var key: String
    /// The heading that people see.
    public var heading: Wording
    /// What its cells hold.
    public var kind: Kind

    /// A column.
    public init(_ key: String, _ kind: Kind, zh: String, en: String) {
      self.init(key, kind, Wording(zh: zh, en: en))
    }

    /// A column with its heading in both languages.
    public init(_ key: String, _ kind: Kind, _ heading: Wording) {
      self.key = key
      self.kind = kind
      self.heading = heading
    }
  }

  /// 统计图 — what is drawn: for each label the sums of some columns, stacked.
  public struct Chart: Sendable {
    /// The title.
    public var title: Wording
    /// The columns whose texts make up a label; rows with the same label are one.
    public var labels: [String]
    /// The columns of counts that are drawn.
    public var series: [String]

    /// A chart.
    public init(title: Wording, labels: [String], series: [String]) {
      self.title = title
      self.labels = labels
      self.series = series
    }
  }

  /// 附图 — figures of their own beside the table, drawn as columns next to each other: a distribution, rates.
  public struct Figure: Sendable {
    /// The title, of the sheet too.
    public var title: Wording
    /// What stands along the axis.
    public var label: Wording
    /// The columns that are drawn; all of one kind.
    public var series: [Column]
    /// A label and a cell for each of the columns.
    public var points: [(label: String, cells: [Cell])]

    /// A figure.
    public init(title: Wording, label: Wording, series: [Column], points: [(label: String, cells: [Cell])]) {
      self.title = title
      self.label = label
      self.series = series
      self.points = points
    }
  }

  /// 着色 — a column of counts whose small numbers stand out.
  public struct Scarcity: Sendable {
    /// The column.
    public var column: String
    /// The column with the whole: under a tenth of it is red, under three tenths is yellow.
    public var whole: String

    /// A colouring.
    public init(column: String, whole: String) {
      self.column = column
      self.whole = whole
    }
  }

  /// What stands before the total on screens and paper.
  public static let totalLabel = Wording(zh: "合计", en: "total")

  /// What it is about.
  public var title: Wording
  /// The columns in order.
  public var columns: [Column]
  /// The rows in order, a cell for each column.
  public var rows: [[Cell]]
  /// The total, a cell for each column.
  public var total: [Cell]
  /// How the figures are to be read.
  public var notes: [Wording]
  /// What is drawn of it; nil for nothing.
  public var chart: Chart?
  /// What is drawn beside it, each on a sheet of its own.
  public var figures: [Figure]
  /// The column whose small numbers are coloured; nil for none.
  public var scarcity: Scarcity?

  /// A table.
  public init(
    title: Wording, columns: [Column], rows: [[Cell]], total: [Cell], notes: [Wording] = [],
    chart: Chart? = nil, figures: [Figure] = [], scarcity: Scarcity? = nil
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.total = total
    self.notes = notes
    self.chart = chart
    self.figures = figures
    self.scarcity = scarcity
  }

  /// The place of a column.
  public func column(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// How scarce what a row has left is; nil where nothing is coloured.
  public func scarceness(of row: [Cell]) -> Severity? {
    guard let scarcity, let column = column(scarcity.column), let whole = self.column(scarcity.whole),
      case .count(let left) = row[column], case .count(let all) = row[whole], all > 0
    else { return nil }
    if left * 10 < all { return .error }
    return left * 10 < all * 3 ? .warning : nil
  }

  /// The sums that the chart draws: a label and a sum for each of its series, in the order in which the labels come.
  func drawn(_ chart: Chart, in language: Language) -> [(label: String, sums: [Int])] {
    let labels = chart.labels.compactMap(column)
    let series = chart.series.compactMap(column)
    var drawn: [(label: String, sums: [Int])] = []
    var places: [String: Int] = [:]
    for row in rows {
      let label = labels.map { column -> String in
        switch row[column] {
        case .text(let text): text
        case .named(_, let words): words[language]
        case .count, .hundredths, .share, .blank: ""
        }
      }.joined(separator: " ")
      let counts = series.map { if case .count(let count) = row[$0] { count } else { 0 } }
      if let place = places[label] {
        for (index, count) in counts.enumerated() { drawn[place].sums[index] += count }
      } else {
        places[label] = drawn.count
        drawn.append((label, counts))
      }
    }
    return drawn.sorted { $0.label < $1.label }
  }
}
