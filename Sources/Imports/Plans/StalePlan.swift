internal import Storage
public import Tabular

/// 计划过期 — the data moved since a plan was computed: rows of it would fare otherwise now. Nothing was done.
public struct StalePlan: Error {
  /// 字段 — a field that a row changes, as people read it.
  public struct Field: Sendable {
    /// What people call it.
    public var title: Wording
    /// The value before; nil for none.
    public var old: String?
    /// The value after; nil for none.
    public var new: String?
  }

  /// 行 — a row that would fare otherwise.
  public struct Row: Sendable {
    /// Its number in the file.
    public var number: Int
    /// What the plan said would become of it; empty where the plan does not know the row.
    public var plannedOutcome: String
    /// What would become of it now.
    public var outcome: String
    /// What the plan said would change.
    public var planned: [Field]
    /// What would change now.
    public var found: [Field]
  }

  /// How many rows are told.
  static let mostRows = 10

  /// The first of the rows.
  public let rows: [Row]
  /// How many there are.
  public let total: Int

  /// The fields of a row's text in a plan, ID numbers masked (IDN-06).
  static func fields(_ text: String) -> [Field] {
    text.split(separator: "\u{1E}").compactMap { part in
      let values = part.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
      guard values.count == 5, let record = RecordKind(rawValue: values[0]) else { return nil }
      let shown = values[3...].map { ShownValue.text($0.isEmpty ? nil : $0, of: values[2]) }
      return Field(title: FieldTitle.of(values[2], in: record), old: shown[0], new: shown[1])
    }
  }
}
