internal import Imports
internal import Storage
public import Tabular

/// 审计条目 — one field of one record that got a value or lost one, and where that came from: the answer to “where does
/// this value come from” (OPS-02).
public struct TrailItem: Sendable, Encodable {
  /// 出处 — the place in a file.
  public struct Source: Sendable, Encodable {
    public var job: String
    public var file: String
    public var sha256: String
    public var sheet: String?
    public var row: Int?
    public var column: String?
    public var cell: String?
  }

  /// Its place in the trail; nil for the creation of a record, which is told by the record itself.
  public var number: Int?
  /// When, `2020-08-20T10:00:00+08:00`; nil where the record does not tell.
  public var at: String?
  /// Who.
  public var by: String?
  public var site: String
  public var action: String
  public var record: String
  /// The ID number, masked unless the whole was asked for; a room's number.
  public var key: String
  public var part: String?
  public var field: String
  public var old: String?
  public var new: String?
  public var rule: String?
  public var reason: String?
  public var source: Source?

  /// The names of the record and of the field as people know them.
  public var title: (record: Wording, field: Wording) {
    let kind = RecordKind(rawValue: record)
    return (
      kind?.title ?? Wording(zh: record, en: record),
      kind.map { FieldTitle.of(field, in: $0) } ?? Wording(zh: field, en: field)
    )
  }

  /// The headings of the trail as a table.
  static let headings = [
    Wording(zh: "序号", en: "No."), Wording(zh: "时间", en: "Time"), Wording(zh: "用户", en: "User"),
    Wording(zh: "考点", en: "Site"), Wording(zh: "记录", en: "Record"), Wording(zh: "标识", en: "Key"),
    Wording(zh: "细目", en: "Part"), Wording(zh: "字段", en: "Field"), Wording(zh: "旧值", en: "Old"),
    Wording(zh: "新值", en: "New"), Wording(zh: "规则", en: "Rule"), Wording(zh: "原因", en: "Reason"),
    Wording(zh: "任务", en: "Job"), Wording(zh: "文件", en: "File"), Wording(zh: "工作表", en: "Sheet"),
    Wording(zh: "行", en: "Row"), Wording(zh: "列", en: "Column"), Wording(zh: "单元格", en: "Cell"),
  ]

  /// The item as a row of that table.
  func cells(_ language: Language) -> [String] {
    [
      number.map(String.init), at, by, site, title.record[language], key, part, title.field[language], old,
      new,
      rule, reason, source?.job, source?.file, source?.sheet, source?.row.map(String.init), source?.column,
      source?.cell,
    ].map { $0 ?? "" }
  }

  private enum CodingKeys: String, CodingKey {
    case number, at, by, site, action, record, key, part, field, old, new, rule, reason, source
  }
}

/// 审计请求 — whose trail is asked for.
public struct TrailRequest: Sendable {
  /// The sitting's code.
  public var sitting: String
  /// The site, or an organisation above sites; empty for all that the user sees.
  public var site = ""
  /// An ID number, or a room's number; nil for everything.
  public var key: String?
  /// A field by its column or its name; nil for all.
  public var field: String?
  /// Only what this job did.
  public var job: Int?
  /// Whether ID numbers are shown whole.
  public var isWhole = false

  /// Everything of a sitting.
  public init(sitting: String) { self.sitting = sitting }
}
