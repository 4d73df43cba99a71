/// 学籍库报考限制 — whom the roster lets register at a site (SET-07).
public struct RosterRestriction: Sendable, Equatable, Codable {
  /// Whether the site uses the roster at all; where it does not, its students count as not on it and nobody is
  /// restricted.
  public var isEnabled: Bool
  /// 仅接受本省学籍库考生报考: nobody without a roster entry.
  public var provinceOnly: Bool
  /// 仅接受本考点学籍库考生报考: nobody whose roster entry is another site's.
  public var siteOnly: Bool

  /// A restriction; none where everything is left out.
  public init(isEnabled: Bool = false, provinceOnly: Bool = false, siteOnly: Bool = false) {
    self.isEnabled = isEnabled
    self.provinceOnly = provinceOnly
    self.siteOnly = siteOnly
  }
}
