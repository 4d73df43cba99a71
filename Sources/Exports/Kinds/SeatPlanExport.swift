internal import ExamModel
internal import Tabular

/// 考场座次表 — who sits where in each room and batch; vacant seats are shown as such (DOC-05).
struct SeatPlanExport: DocumentExport {
  static let name = "seat-plan"
  static let title = Wording(zh: "考场座次表", en: "seat plans")
  static let rule = "DOC-05"
  static let rules = DocumentRules(rule)
  static let window: WindowKind? = .preExamDownloads
}
