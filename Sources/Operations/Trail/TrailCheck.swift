internal import Files
public import Storage

/// 核对结果 — whether the trail is as it was written.
public struct TrailCheck: Sendable, Codable {
  /// Whether every link fits.
  public var intact: Bool
  /// How many links fit.
  public var entries: Int
  /// The hash over the ends of all chains: while it is the same, nothing was changed and nothing added.
  public var head: String
  /// The site of the first link that does not fit.
  public var brokenSite: String?
  /// Its place in the chain of the site.
  public var brokenAt: Int?
  /// What is wrong with it: `changed`, `removed` or `end`.
  public var fault: String?
  /// The end of each site's chain. Whoever keeps them elsewhere can tell later that nothing before them was changed.
  public var ends: [TrailTable.End]

  init(links: Int, break broken: TrailTable.Break?, ends: [TrailTable.End]) {
    intact = broken == nil
    entries = links
    (brokenSite, brokenAt, fault) = (broken?.site, broken?.link, broken?.fault.rawValue)
    self.ends = ends
    let lines = ends.map { "\($0.sitting) \($0.site) \($0.links) \($0.hash)\n" }.joined()
    head = ContentHash.sha256(of: Array(lines.utf8))
  }
}
