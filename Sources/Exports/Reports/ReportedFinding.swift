public import Tabular

/// 报告行 — one finding in words, as a report shows it (ERR-01).
public struct ReportedFinding: Sendable, Codable {
  /// The rule's ID, with its suffix.
  public var rule: String
  public var severity: Severity
  public var sheet: String?
  /// The row that a spreadsheet shows, the line of a CSV file, the place in a ZIP.
  public var row: Int?
  /// The column's heading.
  public var column: String?
  /// The cell's address.
  public var cell: String?
  /// The value, masked where it is an identity number.
  public var value: String?
  /// What is wrong and why.
  public var message: String
  /// What to do.
  public var suggestion: String?

  /// A finding in words.
  public init(_ finding: Finding, message: String, suggestion: String?) {
    rule = finding.rule
    severity = finding.severity
    sheet = finding.place.sheet
    row = finding.place.row
    column = finding.place.column
    cell = finding.place.cell
    value = finding.value
    self.message = message
    self.suggestion = suggestion
  }
}
