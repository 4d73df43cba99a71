public import Storage
public import Tabular

/// 判定 — one rule over all staged rows at once: a query whose every row is a finding. One statement a rule and file,
/// however many rows the file has.
public struct Judgement {
  /// The words of the findings.
  public let template: FindingTemplate
  /// The field that the findings point at; nil for the row as a whole.
  public let field: String?
  /// Selects `row_number, value, argument_0, argument_1` (null for what there is not), and `suggestion` where it
  /// `suggests`; with `arguments` behind `row_number, value` whatever that reads.
  public let select: String
  /// The parameters of `select`; they begin at `$1`.
  public let parameters: [SQLValue]
  /// Whether each finding has a suggestion of its own.
  public let suggests: Bool
  /// Makes a finding's arguments of a row of `select`, where they are more than its columns say.
  public let arguments: ((any ResultRow) -> [String])?

  /// Tells cheaply whether the rule can find anything; nil where it is always asked.
  public let probe: Probe?

  /// A judgement.
  public init(
    _ template: FindingTemplate, field: String?, select: String, parameters: [SQLValue] = [],
    suggests: Bool = false, arguments: ((any ResultRow) -> [String])? = nil, probe: Probe? = nil
  ) {
    self.template = template
    self.field = field
    self.select = select
    self.parameters = parameters
    self.suggests = suggests
    self.arguments = arguments
    self.probe = probe
  }
}
