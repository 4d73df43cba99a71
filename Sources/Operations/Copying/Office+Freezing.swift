internal import ExamModel
internal import Storage
internal import Tabular

extension Office {
  /// 解冻 — takes a store that was frozen to be moved into use again.
  /// - Throws: `Refusal` for anyone but the centre.
  public func unfreeze() async throws {
    try await requireStoreAdministrator(
      Wording(
        zh: "用户 \(userName) 不能解冻数据库，只有中心管理员可以。",
        en: "User \(userName) cannot unfreeze the store; the centre can."))
    try await database.freeze(nil)
  }

  /// What concerns the store as a whole is the centre's alone.
  func requireStoreAdministrator(_ refusal: Wording) async throws {
    let name = userName
    let user = try await database.read { try SittingTable.user(name, inSitting: "", $0) }
    guard user?.organisation == "", user?.role == User.Role.administrator.rawValue else {
      throw Refusal(.scope, rule: "ORG-02", refusal)
    }
  }
}
