public import ExamModel
public import Tabular

/// 码表集 — the code tables that all programmes share, one file each in `Templates/CodeTables`.
public struct CodeTables: Sendable {
  private var tables: [String: CodeTable]
  private var ranks: [String: [String: Int]]
  /// The region codes of identity numbers, retired ones too.
  public var regions: RegionCodes

  /// Tables with the ranks of their codes, where they have any.
  public init(
    _ tables: [CodeTable] = [], ranks: [String: [String: Int]] = [:], regions: RegionCodes = RegionCodes()
  ) {
    self.tables = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
    self.ranks = ranks
    self.regions = regions
  }

  /// A table by its name: `ethnicity`.
  public subscript(name: String) -> CodeTable? { tables[name] }

  /// The names of all tables, sorted.
  public var names: [String] { tables.keys.sorted() }

  /// The rank of a code in a table whose codes have one: of a level of education (ROS-04). Higher is more.
  public func rank(of code: String, in table: String) -> Int? { ranks[table]?[code] }
}
