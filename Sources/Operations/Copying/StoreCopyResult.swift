/// 迁移结果 — what was moved, and what the proof compared.
public struct StoreCopyResult: Sendable, Encodable {
  /// 一个表 — a table and whether both stores hold the same of it.
  public struct Table: Sendable, Encodable {
    public var name: String
    public var rows: Int
    public var same: Bool
  }

  /// 数据包核对 — the packages that were made of both stores.
  public struct Packages: Sendable, Encodable {
    /// How many packages are the same byte for byte, or cannot be made of either store for the same reason.
    public var same = 0
    /// Those that differ: `ncre-58 990701 machine-test`.
    public var different: [String] = []
  }

  /// The tables in the order in which they were copied.
  public var tables: [Table]
  /// What became of the packages; none are made where the tables differ.
  public var packages = Packages()

  /// How many rows were moved.
  public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
  /// Whether nothing differs.
  public var isSame: Bool { tables.allSatisfy { $0.same } && packages.different.isEmpty }
}
