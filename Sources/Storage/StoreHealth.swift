/// 存储健康 — what a database says of itself: which engine it is, and what it finds damaged.
public struct StoreHealth: Sendable, Equatable {
  /// The engine and its version: `SQLite 3.40.1`.
  public var engine: String
  /// What is damaged, in the engine's own words; empty where all is well.
  public var problems: [String]

  /// What a database says of itself.
  public init(engine: String, problems: [String]) {
    self.engine = engine
    self.problems = problems
  }
}
