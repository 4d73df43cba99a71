internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 报名审核结果导入 — decisions by ID number from a workbook (NCRE ch. 26; AUD-01, AUD-02).
struct AuditImport: ImportKind {
  static let name = "audit"
  static let title = Wording(zh: "报名审核结果导入", en: "audit decisions")
  static let window: WindowKind? = .registration
  static let source = ImportSource.workbook
  static let record = RecordKind.registration

  /// The code of the decision that lets pass; the other one rejects.
  private static let pass = "1"

  let context: ImportContext
  private let binding: FieldBinding
  private let required: RequiredCells

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    required = RequiredCells(binding)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    context.settings.requiresAudit
      ? nil
      : Wording(
        zh: "考点 \(context.site) 未启用“报名信息需审核”，没有什么可审核。请在考点报名综合设置中启用。",
        en:
          "Site \(context.site) requires no audit, so there is nothing to decide. Require it in its settings."
      )
  }

  var stagedFields: [StagedField] {
    [
      StagedField("documentNumber", "document_number"), StagedField("decision", "decision"),
      StagedField("rejectionKind", "audit_type"), StagedField("rejectionReason", "audit_reason"),
    ]
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    guard let decision = row[binding.index(of: "decision")] else { return }
    let cells = [
      (binding.index(of: "rejectionKind"), AuditRules.kindRequired),
      (binding.index(of: "rejectionReason"), AuditRules.reasonRequired),
    ]
    for case (let index?, let missing) in cells {
      if decision == Self.pass, row.values[index] != nil {
        row.note(AuditRules.kindUnasked, at: index, in: binding)
      } else if decision != Self.pass, row.values[index] == nil, !row.isUnreadable[index] {
        row.note(missing, at: index, in: binding)
      }
    }
  }

  private static let verdict = """
    CASE WHEN s.decision = '\(pass)' THEN '\(AuditTable.passed)' ELSE '\(AuditTable.rejected)' END
    """
  private static let isDecided = AuditTable.isDecided(verdict, kind: "s.audit_type", reason: "s.audit_reason")

  func match(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_by_document ON stage_row (document_number)")
    try session.execute(
      """
      UPDATE stage_row SET about = r.id, target = r.id FROM registration AS r
      WHERE r.sitting = $1 AND r.site = $2 AND r.document_number = stage_row.document_number
      """, [.integer(context.sittingID), .text(context.site)])
    try session.execute(
      """
      UPDATE stage_row SET differs = 1 WHERE target IS NOT NULL AND row_number NOT IN (
        SELECT s.row_number FROM stage_row s JOIN registration r ON \(isTarget) WHERE \(Self.isDecided))
      """)
  }

  var judgements: [Judgement] {
    [
      Judgement(
        AuditRules.unknown, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s WHERE s.target IS NULL AND s.document_number IS NOT NULL
            AND \(StagedFindings.hasNone("s", at: "$1"))
          """, parameters: [.optional(binding.place(of: "documentNumber")?.heading)]),
      Judgement(
        RecordRules.twice, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value,
            CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
            NULL AS argument_1
          FROM stage_row s JOIN (
            SELECT document_number, min(row_number) AS first_row, max(row_number) AS last_row FROM stage_row
            WHERE document_number IS NOT NULL GROUP BY document_number HAVING count(*) > 1
          ) d ON d.document_number = s.document_number
          """),
      notAllowed(AuditRules.notPending, "s.decision = '\(Self.pass)'"),
      notAllowed(AuditRules.notRejectable, "s.decision <> '\(Self.pass)'"),
    ]
  }

  /// AUD-01: what a registration's state does not let be decided.
  private func notAllowed(_ template: FindingTemplate, _ condition: String) -> Judgement {
    func word(_ words: [(state: String, word: String)]) -> String {
      "CASE \(words.map { "WHEN r.audit = '\($0.state)' THEN '\($0.word)' " }.joined())ELSE r.audit END"
    }
    return Judgement(
      template, field: "decision",
      select: """
        SELECT s.row_number, NULL AS value,
          \(word([("none", "无需审核"), (AuditTable.passed, "已通过"), (AuditTable.rejected, "不通过")])) AS argument_0,
          \(word([("none", "not needed")])) AS argument_1
        FROM stage_row s JOIN registration r ON \(isTarget)
        WHERE \(condition) AND NOT \(AuditTable.allows(Self.verdict)) AND NOT \(Self.isDecided)
        """)
  }

  /// The decisions of the rows that change something.
  /// Whether `r` is the registration that the row `s` decides over.
  private var isTarget: String { context.record("r", is: "s.target") }

  private var decisions: AuditDecisions {
    AuditDecisions(
      select: """
        SELECT s.target AS registration, \(context.sittingID) AS sitting, CAST($1 AS TEXT) AS site,
          \(Self.verdict) AS verdict, s.audit_type AS kind, s.audit_reason AS reason, s.row_number AS source_row
        FROM stage_row s WHERE s.outcome = 'updated'
        """, parameters: [.text(context.site)])
  }

  /// To decide on all of a site is the ordinary case, not a slip.
  func changeScales(_ session: any Session) throws -> [ChangeScale] { [] }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try AuditTable.forEachChange(
      decisions, by: context.user.name, at: context.now.secondsSince1970, rule: "AUD-02", session, body)
  }

  func merge(_ session: any Session, job: Int) throws {
    let expected = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    let decided = try AuditTable.decide(
      decisions, by: context.user.name, at: context.now.secondsSince1970, job: job, session)
    guard decided == expected else { throw MergeConflict() }
  }
}
