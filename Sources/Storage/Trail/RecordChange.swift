/// 记录变更 — what happens to one stored record: which fields change from what to what, or that it goes (OPS-02, REG-18).
/// Plans show it, the trail keeps it, an undo reads it back.
public struct RecordChange: Sendable, Equatable {
  /// 操作 — what is done to the record.
  public enum Action: String, Sendable {
    /// Records are made; one such entry stands for all that a job makes, for each of them names the job and its row.
    case created
    /// Fields get other values.
    case changed
    /// The record goes; its fields hold the last values.
    case removed
    /// Personal data was shown whole; nothing changes, and one such entry stands for all that was shown.
    case shown
  }

  /// 字段 — one field's value before and after.
  public struct Field: Sendable, Equatable {
    /// The column in SQL: `phone`; `subjects` for a registration's entries, codes parted by commas.
    public var column: String
    /// The value before; nil for none.
    public var old: String?
    /// The value after; nil for none.
    public var new: String?

    /// A field that changes.
    public init(_ column: String, old: String?, new: String?) {
      self.column = column
      self.old = old
      self.new = new
    }
  }

  /// The kind of record.
  public var record: RecordKind
  /// What identifies it: the ID number for everything of a candidate, else its number or name.
  public var key: String
  /// What tells it from the others of the same key: a subject, a batch.
  public var part: String?
  /// The site it belongs to.
  public var site: String
  /// What is done.
  public var action: Action
  /// The row of the file that does it.
  public var row: Int?
  /// The rule by which it is done: `REG-08`.
  public var rule: String?
  /// Why a person did it.
  public var reason: String?
  /// The fields that change, in the order of the columns.
  public var fields: [Field]

  /// A change of one record.
  public init(
    _ action: Action, _ record: RecordKind, key: String, part: String? = nil, site: String, row: Int? = nil,
    rule: String? = nil, reason: String? = nil, fields: [Field]
  ) {
    self.action = action
    self.record = record
    self.key = key
    self.part = part
    self.site = site
    self.row = row
    self.rule = rule
    self.reason = reason
    self.fields = fields
  }
}
