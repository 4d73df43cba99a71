internal import ExamModel
internal import Tabular

/// 考场签到表 — who is expected in each room and batch, with photos and a place to sign (DOC-05).
struct SignInExport: DocumentExport {
  static let name = "sign-in"
  static let title = Wording(zh: "考场签到表", en: "sign-in sheets")
  static let rule = "DOC-05"
  static let rules = DocumentRules(rule)
  static let window: WindowKind? = .preExamDownloads
}
