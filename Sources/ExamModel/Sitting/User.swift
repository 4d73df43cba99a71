/// 用户 — somebody who works for exactly one organisation and sees only it and those below it (ORG-02).
public struct User: Sendable, Equatable, Codable {
  /// 角色 — what a user may do inside the scope.
  public enum Role: String, Sendable, CaseIterable, Codable {
    /// Reads and changes.
    case administrator
    /// Reads and exports, changes nothing.
    case viewer
  }

  /// The name under which the user signs in; no other user has it.
  public var name: String
  /// The code of the user's organisation; empty for the centre.
  public var organisation: String
  /// What the user may do.
  public var role: Role

  /// A user.
  public init(name: String, organisation: String, role: Role) {
    self.name = name
    self.organisation = organisation
    self.role = role
  }
}
