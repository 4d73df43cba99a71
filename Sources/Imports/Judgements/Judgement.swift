internal import Storage
internal import Tabular

/// 判定 — one rule over all staged rows at once: a query whose every row is a finding. One statement a rule and file,
/// however many rows the file has.
struct Judgement {
  /// The words of the findings.
  let template: FindingTemplate
  /// The field that the findings point at; nil for the row as a whole.
  let field: String?
  /// Selects `row_number, value, argument 0, argument 1` (null for what there is not).
  let select: String
  /// The parameters of `select`; they begin at `$1`.
  let parameters: [SQLValue]

  init(_ template: FindingTemplate, field: String?, select: String, parameters: [SQLValue] = []) {
    self.template = template
    self.field = field
    self.select = select
    self.parameters = parameters
  }
}
