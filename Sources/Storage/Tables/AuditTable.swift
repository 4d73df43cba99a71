/// 审核决定集 — decisions on registrations, as a query: many at once, from a workbook or for all of a list (AUD-02).
public struct AuditDecisions: Sendable {
  /// Selects `registration` (its key), `verdict` (`passed` or `rejected`), `kind` and `reason` (of a rejection; null
  /// else) and `source_row` (of the file; null where there is none). A registration comes once at most.
  public let select: String
  /// The parameters of `select`; they begin at `$1`.
  public let parameters: [SQLValue]

  /// Decisions that a query yields.
  public init(select: String, parameters: [SQLValue] = []) {
    self.select = select
    self.parameters = parameters
  }

  /// One decision for all registrations that a condition on `r` chooses.
  /// - Parameters:
  ///   - rejection: the code of the kind and the reason; nil where they pass.
  ///   - condition: its parameters begin at `$1`.
  public init(
    _ rejection: (kind: String, reason: String)?, where condition: String, _ parameters: [SQLValue]
  ) {
    let next = parameters.count
    self.init(
      select: """
        SELECT r.id AS registration, r.sitting AS sitting, r.site AS site, CAST($\(next + 1) AS TEXT) AS verdict, CAST($\(next + 2) AS TEXT) AS kind,
          CAST($\(next + 3) AS TEXT) AS reason, NULL AS source_row
        FROM registration r WHERE \(condition)
        """,
      parameters: parameters + [
        .text(rejection == nil ? AuditTable.passed : AuditTable.rejected), .optional(rejection?.kind),
        .optional(rejection?.reason),
      ])
  }
}

/// 审核表 — decides over `registration`: only what is to be audited can pass; that and what has passed can be rejected,
/// with a kind and a reason (AUD-01). Passing locks a registration, rejecting takes that lock away again.
public enum AuditTable {
  /// The state of what is to be audited.
  public static let pending = "pending"
  /// The state, and the verdict, of what has passed.
  public static let passed = "passed"
  /// The state, and the verdict, of what was rejected.
  public static let rejected = "rejected"
  /// The code of the kind of rejection that asks for a new photo.
  public static let photoKind = "2"
  /// Why a registration that has passed is locked (CAN-02).
  public static let lockReason = "audit"

  /// Whether a verdict can be given to `r`, as SQL; `verdict` is SQL too.
  public static func allows(_ verdict: String) -> String {
    """
    (r.audit = '\(pending)' OR (r.audit = '\(passed)' AND \(verdict) = '\(rejected)'))
    """
  }

  /// Whether a verdict is what `r` has already, as SQL.
  public static func isDecided(_ verdict: String, kind: String, reason: String) -> String {
    """
    (r.audit = \(verdict) AND (\(verdict) = '\(passed)'
      OR (r.audit_type IS NOT DISTINCT FROM \(kind) AND r.audit_reason IS NOT DISTINCT FROM \(reason))))
    """
  }

  /// Whether `r`, being rejected, still needs a new photo before it can be submitted again, as SQL.
  public static let lacksNewPhoto = """
    (r.audit = '\(rejected)' AND r.audit_photo IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM photo p WHERE \(Joining.photo()) AND p.sha256 <> r.audit_photo))
    """

  /// Whether `r` is what a decision `d` is about, as SQL.
  private static let isDecidedOn = "\(Joining.byNumber("r", "d")) AND r.id = d.registration"

  /// The registrations to which the decision cannot be given, in the order of their ID numbers.
  public static func refused(
    _ decisions: AuditDecisions, _ session: any Session
  ) throws -> [(documentNumber: String, site: String, audit: String)] {
    try session.all(
      """
      SELECT r.document_number, r.site, r.audit FROM (\(decisions.select)) AS d
      JOIN registration r ON \(isDecidedOn)
      WHERE NOT \(allows("d.verdict")) AND NOT \(isDecided("d.verdict", kind: "d.kind", reason: "d.reason"))
      ORDER BY r.document_number
      """, decisions.parameters
    ) { ($0.text(0), $0.text(1), $0.text(2)) }
  }

  /// What the decisions change, in the order of rows and ID numbers: call it before `decide`.
  public static func forEachChange(
    _ decisions: AuditDecisions, by member: String, at now: Int, rule: String, _ session: any Session,
    _ body: (RecordChange) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, r.site, r.audit, d.verdict, r.audit_type, d.kind, r.audit_reason, d.reason,
        CAST(r.audited_at AS TEXT), r.audited_by, r.lock_reason, CAST(r.locked_at AS TEXT), d.source_row
      FROM (\(decisions.select)) AS d JOIN registration r ON \(isDecidedOn)
      WHERE \(allows("d.verdict")) ORDER BY d.source_row, r.document_number
      """, decisions.parameters
    ) { row in
      let verdict = row.text(3)
      var fields = [
        RecordChange.Field("audit", old: row.text(2), new: verdict),
        RecordChange.Field("audit_type", old: row.optionalText(4), new: row.optionalText(5)),
        RecordChange.Field("audit_reason", old: row.optionalText(6), new: row.optionalText(7)),
        RecordChange.Field("audited_at", old: row.optionalText(8), new: String(now)),
        RecordChange.Field("audited_by", old: row.optionalText(9), new: member),
      ]
      let (lock, lockedAt) = (row.optionalText(10), row.optionalText(11))
      if verdict == passed, lock == nil {
        fields.append(RecordChange.Field("lock_reason", old: nil, new: lockReason))
        fields.append(RecordChange.Field("locked_at", old: nil, new: String(now)))
      } else if verdict == rejected, lock == lockReason {
        fields.append(RecordChange.Field("lock_reason", old: lock, new: nil))
        fields.append(RecordChange.Field("locked_at", old: lockedAt, new: nil))
      }
      try body(
        RecordChange(
          .changed, .registration, key: row.text(0), site: row.text(1), row: row.optionalInteger(12),
          rule: rule, reason: row.optionalText(7), fields: fields.filter { $0.old != $0.new }))
    }
  }

  /// Gives the decisions to those registrations that can take them; the others stay as they are.
  /// - Parameters:
  ///   - member: who decides.
  ///   - now: when, in seconds since 1970.
  /// - Returns: how many were decided.
  @discardableResult
  public static func decide(
    _ decisions: AuditDecisions, by member: String, at now: Int, job: Int? = nil, _ session: any Session
  ) throws -> Int {
    // A temporary table, because the verdicts of a query over registrations must not see each other's effects.
    try session.execute("DROP TABLE IF EXISTS asked_audit")
    try session.execute(
      """
      CREATE TEMP TABLE asked_audit (registration BIGINT PRIMARY KEY, sitting BIGINT NOT NULL, verdict TEXT NOT NULL,
        kind TEXT, reason TEXT)
      """)
    try session.execute(
      """
      INSERT INTO asked_audit (registration, sitting, verdict, kind, reason)
      SELECT d.registration, d.sitting, d.verdict, d.kind, d.reason FROM (\(decisions.select)) AS d
      JOIN registration r ON \(isDecidedOn) WHERE \(allows("d.verdict"))
      """, decisions.parameters)
    return try session.execute(
      """
      UPDATE registration SET audit = d.verdict, audit_type = d.kind, audit_reason = d.reason,
        audited_at = $1, audited_by = $2, changed_job = COALESCE($3, registration.changed_job),
        audit_photo = CASE WHEN d.verdict = '\(rejected)' AND d.kind = '\(photoKind)' THEN COALESCE((
          SELECT p.sha256 FROM photo p WHERE \(Joining.photo("p", "registration"))), '') END,
        lock_reason = CASE
          WHEN d.verdict = '\(passed)' THEN COALESCE(registration.lock_reason, '\(lockReason)')
          WHEN registration.lock_reason = '\(lockReason)' THEN NULL ELSE registration.lock_reason END,
        locked_at = CASE
          WHEN d.verdict = '\(passed)' AND registration.lock_reason IS NULL THEN $1
          WHEN d.verdict = '\(rejected)' AND registration.lock_reason = '\(lockReason)' THEN NULL
          ELSE registration.locked_at END
      FROM asked_audit AS d
      WHERE \(Joining.inSitting("(SELECT a.sitting FROM asked_audit a LIMIT 1)", "registration"))
        AND registration.id = d.registration
      """, [.integer(now), .text(member), .optional(job)])
  }
}
