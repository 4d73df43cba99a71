/// 机构 — one organisation of a sitting: a province, a city, a site, or what the programme calls them (ORG-01).
public struct Organisation: Sendable, Equatable, Codable {
  /// Its code, which extends its parent's: `990701`.
  public var code: String
  /// Its name.
  public var name: String
  /// Where it is. A site needs one before anything is arranged, because tickets print it (ORG-07).
  public var address: String?
  /// Whether it was audited, and so can no longer be edited (ORG-05).
  public var isAudited: Bool
  /// Whether it takes part in the sitting (ORG-03).
  public var isEnabled: Bool

  /// An organisation.
  public init(
    code: String, name: String, address: String? = nil, isAudited: Bool = false, isEnabled: Bool = true
  ) {
    self.code = code
    self.name = name
    self.address = address
    self.isAudited = isAudited
    self.isEnabled = isEnabled
  }
}
