/// 成绩计数 — how many results of each class there are, per site and subject, and in all (SCO-08).
public struct ScoreCounts: Sendable, Equatable {
  /// The site's code; nil for the counts of all sites and subjects together.
  public var site: String?
  /// The subject's code; nil for the counts of all.
  public var subject: String?
  /// The results of each class.
  public var counts: [Int]
  /// Passes that are kept (保证) until another subject is passed.
  public var kept: Int
  /// Certificates that were given.
  public var certificates: Int
  /// Entries with a score record.
  public var entries: Int
  /// The candidates behind them, each once.
  public var candidates: Int

  /// The counts where there is nothing to count, or nothing counted yet.
  public static func none(classes: Int, site: String? = nil, subject: String? = nil) -> ScoreCounts {
    ScoreCounts(
      site: site, subject: subject, counts: [Int](repeating: 0, count: classes), kept: 0, certificates: 0,
      entries: 0, candidates: 0)
  }

  /// Counts one entry.
  /// - Parameter class: the class of its result; nil where it is of none.
  mutating func add(class: Int?, kept isKept: Int, hasCertificate: Bool) {
    if let `class` { counts[`class`] += 1 }
    kept += isKept
    if hasCertificate { certificates += 1 }
    entries += 1
  }
}
