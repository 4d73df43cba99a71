internal import Imports
internal import Storage
internal import Tabular

/// 考生列表文字 — candidates as a workbook or a CSV file shows them: one row each, states in words.
struct CandidateLines: Sendable {
  private let language: Language
  private let showsNumbers: Bool

  init(_ language: Language, showsNumbers: Bool) {
    self.language = language
    self.showsNumbers = showsNumbers
  }

  var headings: [String] {
    let number =
      showsNumbers
      ? CandidateColumn.idNumber.title : Wording(zh: "证件号码(后4位)", en: "ID number (last four)")
    let columns: [CandidateColumn] = [
      .name, .site, .method, .class, .department, .subject, .entries, .preferredDate, .paid, .locked, .audit,
      .photo,
    ]
    return ([number] + columns.map(\.title) + [Wording(zh: "保护", en: "protected by")]).map { $0[language] }
  }

  func texts(_ item: CandidateItem) -> [String] {
    let candidate = item.candidate
    func word(_ column: CandidateColumn, _ value: String) -> String { column.word(value)[language] }
    return [
      showsNumbers ? candidate.documentNumber : String(candidate.documentNumber.suffix(4)), candidate.name,
      candidate.site, word(.method, candidate.method), candidate.schoolClass ?? "",
      candidate.department ?? "",
      candidate.subjects.joined(separator: ","), String(candidate.subjects.count),
      candidate.preferredDate ?? "", word(.paid, item.payment),
      word(.locked, candidate.lockReason == nil ? "no" : "yes"), word(.audit, candidate.audit),
      word(.photo, candidate.hasPhoto ? "yes" : "no"),
      item.protections.map { $0.state[language] }.joined(separator: language == .zh ? "；" : "; "),
    ]
  }
}
