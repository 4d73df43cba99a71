/// 表结构 — a table as the database's own catalogue describes it: what copying a store needs to know.
public struct TableShape: Sendable, Equatable {
  /// 列类型 — what a column holds; the schema knows these four.
  public enum Kind: String, Sendable {
    case integer
    case real
    case text
    case bytes
  }

  /// 列 — a column of the table.
  public struct Column: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// What it holds.
    public var kind: Kind

    /// A column.
    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// The table's name.
  public var name: String
  /// Its columns in the order of their names, so that two databases tell them alike.
  public var columns: [Column]
  /// The columns of its primary key, in the key's order.
  public var key: [String]
  /// The tables that its rows refer to.
  public var references: Set<String>

  /// A table's shape.
  public init(name: String, columns: [Column], key: [String], references: Set<String>) {
    self.name = name
    self.columns = columns.sorted { $0.name < $1.name }
    self.key = key
    self.references = references
  }

  /// Where the columns of the key stand among the columns.
  var keyPlaces: [Int] {
    key.compactMap { name in columns.firstIndex { $0.name == name } }
  }

  /// The tables so ordered that each comes behind those it refers to, and by name where that leaves a choice.
  public static func ordered(_ tables: [TableShape]) -> [TableShape] {
    var rest = tables.sorted { $0.name < $1.name }
    var placed: [TableShape] = []
    while !rest.isEmpty {
      let open = Set(rest.map(\.name))
      let next = rest.firstIndex { $0.references.subtracting([$0.name]).isDisjoint(with: open) }
      // Tables that refer to each other in a circle have no order; there are none in the schema.
      placed.append(rest.remove(at: next ?? 0))
    }
    return placed
  }
}
