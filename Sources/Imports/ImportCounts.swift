/// 行数统计 — what became of the rows of a file. `read` is the sum of the others (REG-15).
public struct RowCounts: Sendable, Codable, Equatable {
  public var read = 0
  public var created = 0
  public var updated = 0
  public var unchanged = 0
  public var skipped = 0
  public var failed = 0

  /// No rows.
  public init() {}

  /// What may become of a row.
  static let outcomes = ["created", "updated", "unchanged", "skipped", "failed"]

  /// What became of every row, where that is the same of all.
  var only: String? {
    let numbers = [created, updated, unchanged, skipped, failed]
    return zip(Self.outcomes, numbers).first { $0.1 == read && read > 0 }?.0
  }

  /// Counts rows of one outcome.
  mutating func add(_ number: Int, outcome: String) {
    read += number
    switch outcome {
    case "created": created += number
    case "updated": updated += number
    case "unchanged": unchanged += number
    case "skipped": skipped += number
    default: failed += number
    }
  }

  /// Whether every row that was read ended in exactly one of the other counts.
  public var isBalanced: Bool { read == created + updated + unchanged + skipped + failed }
}

/// 科次统计 — what became of the entries (报考) behind the rows.
public struct EntryCounts: Sendable, Codable, Equatable {
  public var created = 0
  public var removed = 0
  /// Entries that stay because they are paid, though the row leaves them out.
  public var kept = 0

  /// No entries.
  public init() {}
}

/// 字段变化 — one field that an import would change, as people read it (REG-18).
public struct FieldChange: Sendable, Codable, Equatable {
  /// The row of the file.
  public var row: Int
  /// The column's heading.
  public var field: String
  /// What is stored; nil for nothing.
  public var old: String?
  /// What would be stored; nil for nothing.
  public var new: String?

  /// A change of one field.
  public init(row: Int, field: String, old: String?, new: String?) {
    self.row = row
    self.field = field
    self.old = old
    self.new = new
  }
}
