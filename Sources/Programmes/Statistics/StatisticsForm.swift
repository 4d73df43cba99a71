internal import Tabular

/// 通用统计 — which general statistic is asked for: row fields, measures, fields that are turned into columns, and
/// conditions, all of them checked (PIV-01 … PIV-03).
public struct StatisticsForm: Sendable, Equatable {
  /// 筛选条件 — what must hold of an entry.
  public enum Condition: Sendable, Equatable {
    /// One of the values, as they are typed.
    case field(StatisticsField, [String])
    case range(StatisticsRange)
  }

  /// The most row fields, measures and conditions of one table.
  public static let most = (rows: 6, measures: 20, conditions: 20)

  /// By what the rows are grouped.
  public let rows: [StatisticsField]
  /// What is counted.
  public let measures: [StatisticsMeasure]
  /// What is turned into columns.
  public let pivots: [StatisticsField]
  /// What must hold of every entry that is looked at.
  public private(set) var conditions: [Condition]

  /// Reads a form from the texts of its parts.
  /// - Throws: `WrongForm` for the first thing that is wrong.
  public init(rows: [String], measures: [String], pivots: [String] = [], conditions: [String] = [])
    throws(WrongForm)
  {
    self.rows = try Self.fields(rows)
    self.pivots = try Self.fields(pivots)
    var read: [StatisticsMeasure] = []
    for text in measures { read.append(try StatisticsMeasure(text)) }
    self.measures = read
    self.conditions = []
    try add(conditions)
    try checkCounts()
    try checkPivots()
  }

  /// Takes more conditions: `sex=女`, `subject=14,15`, `score>=60`.
  /// - Throws: `WrongForm`.
  public mutating func add(_ texts: [String]) throws(WrongForm) {
    for text in texts { conditions.append(try Self.condition(text)) }
    guard conditions.count <= Self.most.conditions else {
      throw WrongForm(
        zh: "条件最多 \(Self.most.conditions) 个。", en: "There can be \(Self.most.conditions) conditions at most.")
    }
  }

  /// The texts between the commas of a list; a comma inside an interval parts nothing.
  public static func parts(of list: String) -> [String] {
    var parts = [""]
    var isInside = false
    for character in list {
      if character == "[" { isInside = true }
      if character == ")" || character == "]" { isInside = false }
      if !isInside, character == "," || character == "，" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
  }

  private static func fields(_ names: [String]) throws(WrongForm) -> [StatisticsField] {
    var fields: [StatisticsField] = []
    for name in names { fields.append(try field(name)) }
    return fields
  }

  private static func field(_ name: String) throws(WrongForm) -> StatisticsField {
    let all = StatisticsField.allCases
    if let field = StatisticsField(rawValue: name) ?? all.first(where: { $0.title.zh == name }) {
      return field
    }
    throw WrongForm.unknown(Wording(zh: "字段", en: "field"), name, known: all.map(\.rawValue))
  }

  private static func condition(_ text: String) throws(WrongForm) -> Condition {
    if let range = try StatisticsRange(text) { return .range(range) }
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2 else {
      throw WrongForm(
        zh: "条件“\(text)”的写法不对。请写成 字段=值，如 sex=女、subject=14,15，或 score>=60。",
        en:
          "The condition “\(text)” is not written right. Write FIELD=VALUE, such as sex=2 or subject=14,15, "
          + "or score>=60.")
    }
    let field = try field(sides[0])
    let values = parts(of: sides[1]).filter { !$0.isEmpty }
    guard !values.isEmpty else {
      throw WrongForm(
        zh: "条件“\(text)”没有值。请写成 \(sides[0])=值。",
        en: "The condition “\(text)” names no value. Write \(sides[0])=VALUE.")
    }
    return .field(field, values)
  }

  private func checkCounts() throws(WrongForm) {
    guard !rows.isEmpty, rows.count <= Self.most.rows else {
      throw WrongForm(
        zh: "行字段要有 1–\(Self.most.rows) 个，如 --rows site,subject。",
        en: "There are 1–\(Self.most.rows) row fields, such as --rows site,subject.")
    }
    guard !measures.isEmpty, measures.count <= Self.most.measures else {
      throw WrongForm(
        zh: "指标要有 1–\(Self.most.measures) 个，如 --measures entries,candidates。",
        en: "There are 1–\(Self.most.measures) measures, such as --measures entries,candidates.")
    }
    let fields = (rows + pivots).map(\.rawValue)
    for (names, what) in [
      (fields, Wording(zh: "字段", en: "field")), (measures.map(\.text), Wording(zh: "指标", en: "measure")),
    ] {
      guard let doubled = names.enumerated().first(where: { names[..<$0.offset].contains($0.element) }) else {
        continue
      }
      throw WrongForm(
        zh: "\(what.zh)“\(doubled.element)”写了两次。请只写一次（行和列也不能重复）。",
        en: "The \(what.en) “\(doubled.element)” stands twice. Name it once, in the rows or in the columns.")
    }
  }

  /// One measure with at most two fields as columns, or several measures with one (PIV-03).
  private func checkPivots() throws(WrongForm) {
    guard pivots.count > (measures.count > 1 ? 1 : 2) else { return }
    throw WrongForm(
      zh: "行转列：1 个指标最多配 2 个列字段，多个指标只能配 1 个。现在是 \(measures.count) 个指标、\(pivots.count) 个列字段。",
      en: "One measure goes with at most two fields as columns, several measures with one; "
        + "here are \(measures.count) and \(pivots.count).")
  }
}
