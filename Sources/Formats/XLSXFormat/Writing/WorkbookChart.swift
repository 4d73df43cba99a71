/// 图表 — a chart over cells of the workbook that it stands in.
public struct WorkbookChart: Sendable {
  /// What it draws.
  public enum Kind: Sendable {
    case column
    case stackedColumn
    case bar
    case line
    case pie
  }

  /// One line, or one colour of columns.
  public struct Series: Sendable {
    public var name: String
    public var sheet: WorkbookWriter.Sheet
    /// What stands along the axis.
    public var categories: CellArea
    public var values: CellArea

    /// A series over cells of a sheet.
    public init(_ name: String, sheet: WorkbookWriter.Sheet, categories: CellArea, values: CellArea) {
      self.name = name
      self.sheet = sheet
      self.categories = categories
      self.values = values
    }
  }

  public var kind: Kind
  public var title: String
  public var series: [Series]
  public var categoryAxis: String?
  public var valueAxis: String?

  /// A chart.
  public init(
    _ kind: Kind, title: String, series: [Series], categoryAxis: String? = nil, valueAxis: String? = nil
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
  }
}
