internal import Tabular

/// 考场门贴 — what is fixed to the door of each room for each batch (DOC-05; 1+X 2.2.9).
struct DoorSheetsExport: DocumentExport {
  static let name = "door-sheets"
  static let title = Wording(zh: "考场门贴", en: "door sheets")
  static let rule = "DOC-05"
  static let rules = DocumentRules(rule)
}
