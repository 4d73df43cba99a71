/// 单元格样式 — how a cell of a report looks. The presets cover what reports and templates need; a field may be changed
/// where one does not.
public struct CellStyle: Sendable, Hashable {
  /// How a number is shown, or that what is typed stays text.
  public enum Form: String, Sendable {
    case general = "General"
    /// What is typed into the cell stays text, so that an ID number keeps its digits.
    case text = "@"
    case integer = "#,##0"
    case decimal = "#,##0.00"
    case percent = "0.00%"
    case date = "yyyy-mm-dd"
    case dateTime = "yyyy-mm-dd hh:mm:ss"
  }

  /// The colour behind the text, by what it says.
  public enum Fill: UInt32, Sendable {
    case header = 0xD9E1F2
    case required = 0xFCE4D6
    case bad = 0xFFC7CE
    case warning = 0xFFEB9C
    case good = 0xC6EFCE
    case total = 0xEDEDED
  }

  public var form = Form.general
  public var fill: Fill?
  public var isBold = false
  public var isWrapped = false
  public var isCentred = false
  public var hasBorder = false
  /// The font's size in points; nil for the usual one.
  public var points: Int?

  /// A plain cell.
  public init() {}

  private init(_ form: Form = .general, fill: Fill? = nil, isBold: Bool = false, hasBorder: Bool = false) {
    self.form = form
    self.fill = fill
    self.isBold = isBold
    self.hasBorder = hasBorder
  }

  /// Without any format.
  public static let plain = CellStyle()
  /// The heading of a column.
  public static let header = wrapped(CellStyle(fill: .header, isBold: true, hasBorder: true), isCentred: true)
  /// The heading of a column that must be filled in.
  public static let requiredHeader = wrapped(
    CellStyle(fill: .required, isBold: true, hasBorder: true), isCentred: true)
  /// Text that stays text whatever is typed.
  public static let text = CellStyle(.text)
  /// A whole number.
  public static let number = CellStyle(.integer)
  /// A number with two decimals.
  public static let decimal = CellStyle(.decimal)
  /// A share of one, shown as a percentage.
  public static let percent = CellStyle(.percent)
  /// A day.
  public static let date = CellStyle(.date)
  /// A cell in which something is wrong.
  public static let bad = CellStyle(.text, fill: .bad)
  /// A cell that should be looked at.
  public static let warning = CellStyle(.text, fill: .warning)
  /// A cell of a total row.
  public static let total = CellStyle(.integer, fill: .total, isBold: true)
  /// A number with two decimals of a total row.
  public static let totalDecimal = CellStyle(.decimal, fill: .total, isBold: true)
  /// A percentage of a total row.
  public static let totalPercent = CellStyle(.percent, fill: .total, isBold: true)
  /// Long text on several lines.
  public static let wrapped = wrapped(CellStyle(.text), isCentred: false)

  private static func wrapped(_ style: CellStyle, isCentred: Bool) -> CellStyle {
    var style = style
    style.isWrapped = true
    style.isCentred = isCentred
    return style
  }
}
