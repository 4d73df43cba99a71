public import Tabular

/// 解码行 — one row with a value for each column of its layout, and what was found wrong with it so far.
public struct DecodedRow: Sendable {
  /// The row number that a spreadsheet shows.
  public let number: Int
  /// The values in the order of the layout's columns; nil where the cell is blank or could not be read.
  public var values: [String?]
  /// For each column whether its cell had a value that could not be read, so that nobody calls it blank.
  public var isUnreadable: [Bool]
  /// What was found wrong, in the order it was found.
  public var findings: [Finding] = []

  /// An empty row.
  public init(number: Int, width: Int) {
    self.number = number
    values = Array(repeating: nil, count: width)
    isUnreadable = Array(repeating: false, count: width)
  }

  /// The value of the column at `index`; nil where the layout has no such column.
  public subscript(index: Int?) -> String? {
    get { index.flatMap { values[$0] } }
    set { if let index { values[index] = newValue } }
  }

  /// Notes something wrong with the cell of a column.
  public mutating func note(
    _ template: FindingTemplate, at index: Int, in binding: FieldBinding, value: String? = nil,
    arguments: [String] = [], suggestion: String? = nil
  ) {
    let column = binding.layout.columns[index]
    findings.append(
      Finding(
        template,
        at: Place(row: number, column: column.heading, columnIndex: binding.positions[index]),
        value: value ?? values[index], arguments: arguments, suggestion: suggestion))
  }

  /// Gives what was found of a column's cell a suggestion that another cell of the row tells.
  mutating func suggest(_ value: String, at index: Int, in binding: FieldBinding) {
    for place in findings.indices where findings[place].place.column == binding.layout.columns[index].heading
    {
      findings[place].suggestion = value
    }
  }

  /// Forgets what was found of a column's cell, and calls the cell unreadable: something else is wrong with it.
  mutating func discard(at index: Int, in binding: FieldBinding) {
    findings.removeAll { $0.place.column == binding.layout.columns[index].heading }
    values[index] = nil
    isUnreadable[index] = true
  }
}
