public import Tabular

/// 列绑定 — which column of one file holds which field of its layout.
public struct FieldBinding: Sendable {
  /// The layout.
  public let layout: Layout
  /// The sheet that is read; nil for files without sheets.
  public let sheet: String?
  /// The row of the headings.
  public let headerRow: Int
  /// For each column of the layout its position in the file (from 0), or nil where the file has no such column.
  public let positions: [Int?]
  private let indices: [String: Int]

  /// A binding as a header row gives it.
  public init(layout: Layout, sheet: String?, headerRow: Int, positions: [Int?]) {
    self.layout = layout
    self.sheet = sheet
    self.headerRow = headerRow
    self.positions = positions
    indices = Dictionary(layout.columns.enumerated().map { ($1.field, $0) }) { first, _ in first }
  }

  /// Where a field stands among the layout's columns; nil where the layout does not know it.
  public func index(of field: String) -> Int? { indices[field] }

  /// Whether the file has a column for a field.
  public func has(_ field: String) -> Bool { index(of: field).flatMap { positions[$0] } != nil }

  /// A field's heading, and its position in the file where it has one.
  func place(of field: String) -> (heading: String, position: Int?)? {
    index(of: field).map { (layout.columns[$0].heading, positions[$0]) }
  }
}
