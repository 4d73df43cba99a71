internal import ExamModel
internal import Programmes
public import Storage
public import Tabular

/// 手工登记违纪缺考 — adds, changes and deletes one record by hand, under the rules of the import (VIO-02). Everything happens
/// in the caller's transaction: the record, its trail, and what then holds of the candidate's scores.
public struct ViolationByHand: Sendable {
  /// 结果 — what became of the record, or what is wrong with what was typed.
  public enum Outcome: Sendable, Equatable {
    case created(ViolationRecord)
    case changed(ViolationRecord)
    /// It is on record just so.
    case unchanged(ViolationRecord)
    /// The record as it was.
    case removed(ViolationRecord)
    /// Nothing was done. The record is that of the ticket number, where there is one.
    case refused(ViolationRecord?, [Finding])
  }

  private let context: ImportContext

  /// A hand in the name of a user, at a site or an organisation above sites.
  public init(_ context: ImportContext) { self.context = context }

  /// Puts an absence or a violation on record.
  /// - Parameters:
  ///   - kind: the kind as people write it: its code or its name.
  ///   - note: what happened; nil leaves the note of a record that is there.
  public func put(
    ticket: String, kind: String, note: String?, _ session: any Session
  ) throws -> Outcome {
    let stored = try find(ticket, session)
    let (code, findings) = read(ticket: ticket, kind: kind, note: note, stored)
    guard let stored, let code, findings.isEmpty else { return .refused(stored, findings) }
    var record = stored
    record.kind = code
    if let note { record.note = note.isEmpty ? nil : note }
    if record == stored { return .unchanged(record) }
    try write(
      RecordChange(
        stored.kind == nil ? .created : .changed, .violation, key: stored.documentNumber,
        part: stored.subject,
        site: stored.site, rule: "VIO-02",
        fields: [
          RecordChange.Field("kind", old: stored.kind, new: record.kind),
          RecordChange.Field("note", old: stored.note, new: record.note),
        ].filter { $0.old != $0.new }), session)
    try ViolationTable.put(record, sitting: context.sittingID, session)
    try settle(record, session)
    return stored.kind == nil ? .created(record) : .changed(record)
  }

  /// Takes a record away.
  /// - Parameter reason: why; it stands in the trail.
  public func remove(ticket: String, reason: String, _ session: any Session) throws -> Outcome {
    let stored = try find(ticket, session)
    guard let stored, stored.kind != nil else {
      let template = stored == nil ? ViolationRules.unknownTicket : ViolationRules.none
      return .refused(stored, [Finding(template, at: Place(column: "--ticket"), value: ticket)])
    }
    let values = [("kind", stored.kind), ("note", stored.note)]
    try write(
      RecordChange(
        .removed, .violation, key: stored.documentNumber, part: stored.subject, site: stored.site,
        rule: "VIO-02", reason: reason,
        fields: values.compactMap { column, value in
          value.map { RecordChange.Field(column, old: $0, new: nil) }
        }), session)
    try ViolationTable.delete(stored, sitting: context.sittingID, session)
    try settle(stored, session)
    return .removed(stored)
  }

  private func find(_ ticket: String, _ session: any Session) throws -> ViolationRecord? {
    try ViolationTable.find(
      ticket: ticket, sitting: context.sittingID, organisation: context.site, session)
  }

  /// The kind's code, and everything that is wrong with what was typed.
  private func read(
    ticket: String, kind: String, note: String?, _ stored: ViolationRecord?
  ) -> (code: String?, findings: [Finding]) {
    var findings: [Finding] = []
    if stored == nil {
      findings.append(
        Finding(ViolationRules.unknownTicket, at: Place(column: "--ticket"), value: ticket))
    } else if stored?.kind != nil, !context.options.overrides {
      findings.append(Finding(RecordRules.exists, at: Place(column: "--ticket"), value: ticket))
    }
    let codes = context.programme.codes(of: "violation-kind", sitting: context.sitting.number)
    let code = codes?.code(of: TextCleaning.trimmed(kind))
    if code == nil {
      findings.append(
        Finding(
          FormRules.code, at: Place(column: "--kind"), value: kind, arguments: [codes?.table.title ?? ""],
          suggestion: codes?.near(kind).map { "\($0.code)-\($0.name)" }))
    }
    let most = context.programme.layouts["violations"]?.column("description")?.most ?? .max
    if let note, note.unicodeScalars.count > most {
      findings.append(
        Finding(
          FormRules.length, at: Place(column: "--note"), value: String(note.prefix(20)),
          arguments: [String(note.unicodeScalars.count), String(most)]))
    }
    return (code, findings)
  }

  private func write(_ change: RecordChange, _ session: any Session) throws {
    let trail = TrailWriter(
      session, by: context.user.name, at: context.now.secondsSince1970, sitting: context.sittingID)
    try trail.add(change)
    try trail.finish()
  }

  private func settle(_ record: ViolationRecord, _ session: any Session) throws {
    guard let rules = context.programme.scores else { return }
    try ScoreTable.settle(
      ScoreMeanings(rules), sitting: context.sittingID,
      registrations: "SELECT \(record.registration) AS registration", session)
  }
}
