/// 严重程度 — whether a finding stops a row, or is only said.
public enum Severity: String, Sendable, Codable {
  case error
  case warning
}

/// 位置 — where in the input a finding lies. What is not known, or makes no sense for the input, is nil.
public struct Place: Sendable, Equatable, Codable {
  /// The sheet of a workbook.
  public var sheet: String?
  /// The row a spreadsheet shows, the line of a CSV file, or the entry's place in a ZIP; from 1.
  public var row: Int?
  /// The column's heading as the layout names it.
  public var column: String?
  /// The column's position in the file, from 0; with the row it gives the cell's address.
  public var columnIndex: Int?

  /// A place; everything may be left out.
  public init(sheet: String? = nil, row: Int? = nil, column: String? = nil, columnIndex: Int? = nil) {
    self.sheet = sheet
    self.row = row
    self.column = column
    self.columnIndex = columnIndex
  }

  /// The cell's address (`F12`), where row and column position are known.
  public var cell: String? {
    guard let row, let columnIndex else { return nil }
    return CellAddress.columnLetters(columnIndex) + String(row)
  }
}

/// 检查发现 — one thing found wrong: a value, never an exception. It carries codes, places and arguments; the words
/// come from the template of its code when it is shown.
public struct Finding: Sendable, Equatable, Codable {
  /// The template's code: the rule as programs see it, and behind a `/` which of its wordings (`REG-12/age`).
  public var code: String
  /// Whether the row is refused for it.
  public var severity: Severity
  /// Where it lies.
  public var place: Place
  /// The value found there, already masked where it is personal.
  public var value: String?
  /// What fills the template's `{0}`, `{1}` …, already masked.
  public var arguments: [String]
  /// A computed suggestion, ready to be typed in; nil where the template's general advice is all there is.
  public var suggestion: String?

  /// A finding of a template.
  public init(
    _ template: FindingTemplate, at place: Place, value: String? = nil, arguments: [String] = [],
    suggestion: String? = nil
  ) {
    code = template.code
    severity = template.severity
    self.place = place
    self.value = value
    self.arguments = arguments
    self.suggestion = suggestion
  }

  /// A finding that comes back from where it was kept, by its code.
  public init(
    code: String, severity: Severity, at place: Place, value: String?, arguments: [String],
    suggestion: String?
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.value = value
    self.arguments = arguments
    self.suggestion = suggestion
  }
}

extension Finding {
  /// The rule as programs see it: its ID, with a suffix where one rule has several failures (`IDN-01.check`).
  public var rule: String { String(code.prefix { $0 != "/" }) }
}

/// 发现模板 — the words of one code, written beside the check that emits it: what, why, and what to do.
public struct FindingTemplate: Sendable {
  /// The code that findings carry: a rule's ID, `.` and a failure where programs tell them apart, `/` and a wording
  /// where only people do.
  public let code: String
  /// Whether the row is refused for it.
  public let severity: Severity
  /// What is wrong and why, `{0}` … for arguments.
  public let message: Wording
  /// What to do about it, `{0}` … for arguments.
  public let advice: Wording

  /// A template.
  public init(_ code: String, _ severity: Severity = .error, message: Wording, advice: Wording) {
    self.code = code
    self.severity = severity
    self.message = message
    self.advice = advice
  }
}
