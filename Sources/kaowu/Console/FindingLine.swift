internal import Exports
internal import Imports
internal import Operations
internal import Tabular

/// 发现一行 — a finding as a screen shows it: where, what and why, what to do.
struct FindingLine: Encodable {
  private let finding: ReportedFinding

  init(_ finding: ReportedFinding) { self.finding = finding }

  init(_ finding: Finding, in language: Language) {
    self.init(
      ReportedFinding(
        finding, message: FindingCatalogue.message(finding, in: language),
        suggestion: FindingCatalogue.suggestion(finding, in: language)))
  }

  func encode(to encoder: any Encoder) throws { try finding.encode(to: encoder) }

  func line(in language: Language) -> String {
    var place: [String] = []
    if let cell = finding.cell {
      place.append(cell)
    } else if let row = finding.row {
      place.append(language == .zh ? "第 \(row) 行" : "row \(row)")
    }
    if let column = finding.column { place.append(column) }
    if let value = finding.value, !value.isEmpty { place.append("“\(value)”") }
    let mark = finding.severity == .error ? "✗" : "!"
    let where_ = place.isEmpty ? "" : place.joined(separator: " ") + (language == .zh ? "：" : ": ")
    return "\(mark) \(where_)\(finding.message) \(finding.suggestion ?? "") [\(finding.rule)]"
  }
}
