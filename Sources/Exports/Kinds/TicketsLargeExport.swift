internal import Tabular

/// 大版准考证 — tickets of an A4 page each, with the notice to candidates below (DOC-03).
struct TicketsLargeExport: DocumentExport {
  static let name = "tickets-large"
  static let title = Wording(zh: "大版准考证", en: "large tickets")
  static let rule = "DOC-03"
  static let rules = DocumentRules(rule)
}
