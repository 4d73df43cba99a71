/// 计划过期 — the data moved since a plan was computed: rows of it would fare otherwise now. Nothing was done.
public struct StalePlan: Error {
  /// 行 — a row that would fare otherwise.
  public struct Row: Sendable {
    /// Its number in the file.
    public var number: Int
    /// What the plan said would become of it; empty where the plan does not know the row.
    public var plannedOutcome: String
    /// What would become of it now.
    public var outcome: String
    /// What the plan said would change: a line a record.
    public var planned: String?
    /// What would change now.
    public var found: String?
  }

  /// How many rows are told.
  static let mostRows = 10

  /// The first of the rows.
  public let rows: [Row]
  /// How many there are.
  public let total: Int
}
