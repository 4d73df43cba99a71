internal import ExamModel
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

/// 更新要求 — new values for the non-key fields of candidates, by field name or heading; a blank value leaves the field as
/// it is (CAN-03).
public struct CandidateValues: Sendable {
  /// The most candidates that one call may change.
  static let mostCandidates = 3_000

  let values: [(column: EditableColumn, value: String)]

  /// The names of the fields that can be set.
  public static let fields = EditableColumn.allCases.map(\.rawValue)

  /// New values.
  /// - Throws: `UnknownField` for a field that is not among those that can be set.
  public init(_ assignments: [(field: String, value: String)]) throws(UnknownField) {
    var values: [(column: EditableColumn, value: String)] = []
    for (field, text) in assignments {
      guard let column = Self.column(field) else { throw UnknownField(name: field, known: Self.fields) }
      let value = CandidateChange.plain(text)
      values.removeAll { $0.column == column }
      if !value.isEmpty { values.append((column, value)) }
    }
    self.values = values
  }

  private static func column(_ name: String) -> EditableColumn? {
    let headings: [String: EditableColumn] = [
      "院系": .department, "专业": .major, "班级": .class, "学号": .studentNumber, "邮编": .postcode, "地址": .address,
      "联系地址": .address, "电子邮箱": .email, "电子邮件": .email, "额外信息": .extra, "备注": .remarks,
    ]
    return EditableColumn(rawValue: name) ?? headings[name]
  }

  /// The value for a column; nil where it is left as it is.
  func value(of column: EditableColumn) -> String? { values.first { $0.column == column }?.value }
}

extension Office {
  /// 更新非关键信息 — gives all candidates of a query the same values, or none where there is a finding: a locked
  /// registration that would change (REG-07), a class that the site does not have (SET-05), an e-mail address that is
  /// none, is another's, or is for several candidates (REG-13).
  /// - Throws: `Refusal` where the query finds more than 3 000 candidates.
  public func updateCandidates(
    _ request: CandidateRequest, _ values: CandidateValues, isDryRun: Bool = false
  ) async throws -> CandidateOutcome {
    try await changing(request) { change in
      var outcome = CandidateOutcome(matched: change.matched)
      guard change.matched <= CandidateValues.mostCandidates else {
        throw Refusal(
          .precondition, rule: "CAN-03",
          Wording(
            zh:
              "查询到 \(change.matched) 名考生，一次最多更新 \(CandidateValues.mostCandidates) 名。请用 --where 或 --id 分批更新。",
            en:
              "The query finds \(change.matched) candidates; at most \(CandidateValues.mostCandidates) are updated at once. Split them with --where or --id."
          ))
      }
      guard !values.values.isEmpty else { return outcome }
      let updates = CandidateUpdates(values.values)
      try UpdateChecks(change, values, updates).note(&outcome)
      guard !outcome.isRefused else { return outcome }
      try updates.forEachChange(rule: "CAN-03", change.session) { record in
        outcome.changed += 1
        if isDryRun {
          outcome.changes += record.fields.map {
            CandidateFieldChange(
              idNumber: Masking.shortened(record.key), field: FieldTitle.of($0.column, in: .registration),
              old: $0.old, new: $0.new)
          }
        } else {
          try change.trail.add(record)
        }
      }
      if !isDryRun { outcome.changed = try updates.apply(change.session) }
      return outcome
    }
  }
}

/// 更新检查 — what keeps new values from being written.
private struct UpdateChecks {
  let change: CandidateChange
  let values: CandidateValues
  let updates: CandidateUpdates

  init(_ change: CandidateChange, _ values: CandidateValues, _ updates: CandidateUpdates) {
    self.change = change
    self.values = values
    self.updates = updates
  }

  func note(_ outcome: inout CandidateOutcome) throws {
    noteForms(&outcome)
    try noteClass(&outcome)
    try noteEmail(&outcome)
    try updates.forEachLocked(change.session) { number, lock in
      outcome.note(CandidateRules.lockedUpdate, number, Protection(lock).arguments)
    }
  }

  /// Values are as long as the programme's registration workbook lets them be.
  private func noteForms(_ outcome: inout CandidateOutcome) {
    let layout = change.sitting.programme.layouts["registrations"]
    for (column, value) in values.values {
      let length = value.unicodeScalars.count
      if let most = layout?.column(column.rawValue)?.most, length > most {
        outcome.note(CandidateRules.length, value, isNumber: false, [String(length), String(most)])
      }
      if column == .postcode, !Postcode.isValid(value) {
        outcome.note(CandidateRules.postcode, value, isNumber: false)
      }
    }
  }

  private func noteClass(_ outcome: inout CandidateOutcome) throws {
    guard let name = values.value(of: .class) else { return }
    for site in try updates.sites(change.session) {
      guard let classes = change.sitting.definition.siteSettings(site)?.classes, !classes.allows(name) else {
        continue
      }
      outcome.note(
        CandidateRules.classUnknown, name, isNumber: false, [classes.names.joined(separator: "、")])
    }
  }

  private func noteEmail(_ outcome: inout CandidateOutcome) throws {
    guard let email = values.value(of: .email) else { return }
    if !EmailAddress.isValid(email) { outcome.note(CandidateRules.email, email, isNumber: false) }
    if change.matched > 1 {
      outcome.note(CandidateRules.oneEmail, email, isNumber: false, [String(change.matched)])
    } else if try CandidateUpdates.isTaken(email: email, sitting: change.sitting.id, change.session) {
      outcome.note(CandidateRules.takenEmail, email, isNumber: false)
    }
  }
}
