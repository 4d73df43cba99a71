/// 变更上限 — how much of what a site or a subject has an import may change or remove without being confirmed.
public struct ChangeLimit: Sendable, Equatable {
  /// So many percent of the records may be changed unasked.
  public var percent: Int
  /// Fewer changed records than this are never asked about.
  public var least: Int

  /// A limit.
  public init(percent: Int = 50, least: Int = 100) {
    self.percent = percent
    self.least = least
  }
}
