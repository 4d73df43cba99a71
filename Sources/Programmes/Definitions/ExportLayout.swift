/// 导出表定义 — the columns of one exported table, as a programme defines them.
public struct ExportLayout: Sendable, Equatable {
  /// 导出格式 — the kinds of files that an export can be written as.
  public enum Form: String, Sendable, CaseIterable {
    case dbf
    case csv
    case xlsx
  }

  /// The layout's name, the same as its file's: `machine-test`.
  public var name: String
  /// The title that people are shown, and the name of the sheet: 机考数据.
  public var title: String
  /// What it can be written as; the first is the default.
  public var forms: [Form]
  /// The name of the file inside the package without its extension, `{site}` and `{sitting}` for their codes.
  public var file: String
  /// By what the records are sorted.
  public var order: [ExportField]
  /// The columns in order.
  public var columns: [ExportColumn]

  /// A layout.
  public init(
    name: String, title: String, forms: [Form], file: String, order: [ExportField] = [],
    columns: [ExportColumn]
  ) {
    self.name = name
    self.title = title
    self.forms = forms
    self.file = file
    self.order = order
    self.columns = columns
  }
}

/// 导出列定义 — one column of an exported table.
public struct ExportColumn: Sendable, Equatable {
  /// DBF 字段类型 — what a DBF field holds.
  public enum Kind: String, Sendable, CaseIterable {
    /// Text, filled up with blanks.
    case character = "C"
    /// A number, to the right.
    case numeric = "N"
  }

  /// 写法 — how a value is written.
  public enum Style: String, Sendable, CaseIterable {
    /// As it is stored: the code, the date as `2020-09-26`.
    case plain
    /// The name of a code: 男.
    case name
    /// Code and name: (14)计算机基础及WPS Office应用.
    case both
    /// A date without hyphens: `20200926`.
    case compact
    /// The last four characters of a number (IDN-06).
    case lastFour
  }

  /// The value that fills it.
  public var source: ExportField
  /// The field name in a DBF; nil in layouts that are never written as one.
  public var field: String?
  /// The heading in CSV files and workbooks.
  public var heading: String
  /// What the DBF field holds.
  public var kind: Kind
  /// The width of the DBF field in bytes; 0 in layouts that are never written as one.
  public var width: Int
  /// How many of a numeric field's characters stand behind the point.
  public var decimals: Int
  /// How the value is written.
  public var style: Style

  /// A column.
  public init(
    source: ExportField, field: String? = nil, heading: String, kind: Kind = .character, width: Int = 0,
    decimals: Int = 0, style: Style = .plain
  ) {
    self.source = source
    self.field = field
    self.heading = heading
    self.kind = kind
    self.width = width
    self.decimals = decimals
    self.style = style
  }
}
