internal import Tabular

/// 小版准考证 — tickets to hand out, six to an A4 page: a ZIP of PDF (DOC-02). One ticket an entry; no page is begun for a
/// new room.
struct TicketsSmallExport: DocumentExport {
  static let name = "tickets-small"
  static let title = Wording(zh: "小版准考证", en: "small tickets")
  static let rule = "DOC-02"
  static let rules = DocumentRules(rule)
}
