internal import Tabular

/// 桌贴 — what is fixed to each seat for each batch (DOC-05; 1+X 2.2.9).
struct DeskStickersExport: DocumentExport {
  static let name = "desk-stickers"
  static let title = Wording(zh: "桌贴", en: "desk stickers")
  static let rule = "DOC-05"
  static let rules = DocumentRules(rule)
}
