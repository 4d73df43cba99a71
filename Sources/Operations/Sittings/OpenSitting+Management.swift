internal import ExamModel
internal import Tabular

extension OpenSitting {
  /// What looking after an organisation asks: its data, users, accounts and windows are bound to no window (ch. 7, 8, 9,
  /// 45), but the sitting is open, the user may change, and the user's own organisation takes part.
  public func requireManagement(of organisation: String) throws(Refusal) {
    try requireSight(of: organisation)
    try requireOpen()
    try requireAdministrator()
    try requirePart(of: user.organisation)
  }

  /// What only an organisation above may do, never the organisation itself.
  /// - Parameters:
  ///   - rule: the rule that says so.
  ///   - wording: what the organisation itself is told.
  func requireManagement(above organisation: String, rule: String, _ wording: Wording) throws(Refusal) {
    try requireManagement(of: organisation)
    guard user.organisation != organisation else { throw Refusal(.viewer, rule: rule, wording) }
  }
}
