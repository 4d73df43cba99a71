/// 考点 — the facts about sitting and site that several files of the material share.
enum Site {
  static let sitting = "ncre-58"
  static let sittingNumber = "58"
  static let code = "990701"
  static let classes = ["会计一班", "会计二班", "管理一班"]
  static let candidates = 312
  /// The fee per candidate, in fen.
  static let personFee = 200

  /// The fee of a subject, in fen.
  static func fee(of subject: String) -> Int { subject == "42" ? 8_000 : 7_600 }
}
