internal import ExamModel
internal import Storage
internal import Tabular

/// 报考导入种类 — what entries by certificate and by subject have in common: everything but which subjects a row means,
/// which their layouts tell apart.
protocol PlanEntryKind: ImportKind {
  var binding: FieldBinding { get }
  var rowChecks: PlanEntryChecks { get }
}

extension PlanEntryKind {
  static var window: WindowKind? { nil }
  static var windowsWhereSet: [WindowKind] { [.registration] }
  static var source: ImportSource { .workbook }
  static var record: RecordKind { .entry }

  static func refusal(_ context: ImportContext) -> Wording? {
    SchoolPlace.refusal(context, layout: name)
  }

  /// Entries go only inside the plan's registration dates, which an undo does not know.
  static var undoRefusal: Wording? {
    Wording(
      zh: "报考只能在计划的报考时间内删除，不能撤销导入；请导入要删除的报考（kaowu import entry-removals）。",
      en: """
        Entries go only inside the plan's registration dates, so their import is not undone; import what is to go \
        (kaowu import entry-removals).
        """)
  }

  var stagedFields: [StagedField] { PlanEntries.fields }

  var details: StagedDetails? {
    StagedDetails(table: "stage_subject", columns: [("subject", "TEXT")]) { [rowChecks] row in
      rowChecks.subjects(of: row).map { [.text($0)] }
    }
  }

  func check(_ row: inout DecodedRow) { rowChecks.check(&row) }

  func match(_ session: any Session) throws { try PlanEntries(context).match(session) }

  var judgements: [Judgement] { PlanEntries(context).judgements(binding) }

  var rowGroups: String { PlanEntries.groups }

  func entryCounts(_ session: any Session) throws -> EntryCounts { try PlanEntries(context).counts(session) }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try PlanEntries(context).forEachChange(session, body)
  }

  func merge(_ session: any Session, job: Int) throws {
    try PlanEntries(context).merge(session, job: job)
  }

  func createdRecords(_ session: any Session, job: Int) throws -> Int? {
    try PlanEntries(context).createdRows(session, job: job)
  }
}
