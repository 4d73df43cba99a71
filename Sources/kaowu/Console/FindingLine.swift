internal import Exports
internal import Imports
internal import Operations
internal import Tabular

/// 发现一行 — a finding as a screen shows it: where, what and why, what to do.
struct FindingLine: Encodable {
  private let finding: ReportedFinding
  /// Where the findings are that the line stands for; nil where it stands for one.
  private let places: (text: String, count: Int)?
  /// The sheet, where one file has several that people fill in.
  private let sheet: String?

  init(_ finding: ReportedFinding) {
    self.finding = finding
    places = nil
    sheet = nil
  }

  /// A line for findings that are all the same.
  init(_ group: ReportedGroup) {
    finding = group.finding
    places = group.count > 1 ? (group.places ?? "", group.count) : nil
    sheet = nil
  }

  init(_ finding: Finding, in language: Language) {
    self.finding = ReportedFinding(
      finding, message: FindingCatalogue.message(finding, in: language),
      suggestion: FindingCatalogue.suggestion(finding, in: language))
    places = nil
    sheet = finding.place.sheet
  }

  func encode(to encoder: any Encoder) throws { try finding.encode(to: encoder) }

  /// One line for a screen, ID numbers masked; the report has them whole.
  func line(in language: Language) -> String {
    var place: [String] = []
    if let places {
      place.append(places.text + (language == .zh ? "（共 \(places.count) 处）" : " (\(places.count) times)"))
    } else if let cell = finding.cell {
      place.append((sheet.map { $0 + "!" } ?? "") + cell)
    } else if let row = finding.row {
      if let sheet { place.append(sheet) }
      place.append(language == .zh ? "第 \(row) 行" : "row \(row)")
    }
    if place.isEmpty, let sheet { place.append(sheet) }
    if let column = finding.column { place.append(column) }
    if let value = finding.value, !value.isEmpty { place.append("“\(Columns.cut(value, to: 60))”") }
    let mark = finding.severity == .error ? "✗" : "!"
    let start = place.isEmpty ? "" : place.joined(separator: " ") + (language == .zh ? "：" : ": ")
    let text = finding.message + (language == .zh ? "" : " ") + advice(in: language)
    return "\(mark) \(ScreenText.masked(start + text)) [\(finding.rule)]"
  }

  /// What to do, as a sentence; what is only to be typed in is said to be that.
  private func advice(in language: Language) -> String {
    guard let suggestion = finding.suggestion, !suggestion.isEmpty else { return "" }
    if let last = suggestion.last, "。.！!？?".contains(last) { return suggestion }
    guard ScreenText.masked(suggestion) == suggestion else {
      return language == .zh ? "应改为的完整号码见报告。" : "The report has the whole number that it should be."
    }
    return language == .zh ? "可改为：\(suggestion)" : "It could be: \(suggestion)"
  }
}
