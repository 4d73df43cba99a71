/// 机构层级 — one level of a programme's organisations.
public struct OrganisationLevel: Sendable, Equatable {
  /// The level's English name: `site`.
  public var level: String
  /// The name that people are shown: 考点.
  public var name: String
  /// How long the codes of this level are, the codes above it included; 0 for the centre.
  public var codeLength: Int

  /// A level.
  public init(level: String, name: String, codeLength: Int) {
    self.level = level
    self.name = name
    self.codeLength = codeLength
  }
}
