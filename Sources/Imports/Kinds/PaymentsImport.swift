internal import ExamModel
internal import Storage
internal import Tabular

/// 支付确认导入 — the feed of payments that were made elsewhere (CAN-07). An order number is taken once; a payment locks
/// its registration (CAN-02).
struct PaymentsImport: ImportKind {
  static let name = "payments"
  static let title = Wording(zh: "支付确认导入", en: "payments")
  static let window: WindowKind? = nil
  static let source = ImportSource.csv
  static let record = RecordKind.payment

  let context: ImportContext
  private let binding: FieldBinding
  private let required: RequiredCells

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    required = RequiredCells(binding)
  }

  static var undoRefusal: Wording? {
    Wording(
      zh: "支付确认是外部已经发生的事实，不能整体撤销；请导入更正后的支付确认，或取消考试。",
      en:
        "Payments happened elsewhere and are not taken back as a whole; import corrected ones, or cancel entries."
    )
  }

  var stagedFields: [StagedField] {
    [
      StagedField("orderNumber", "order_number"), StagedField("documentNumber", "document_number"),
      StagedField("subject", "subject"), StagedField("amount", "amount"), StagedField("paidAt", "paid_at"),
      StagedField("channel", "channel"), StagedField("status", "status"),
    ]
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    if let index = binding.index(of: "amount"), let fen = row.values[index].flatMap({ Int($0) }), fen <= 0 {
      row.note(PaymentRules.amount, at: index, in: binding)
    }
  }

  /// The code of a payment that went through; the others are passed over, for they changed nothing.
  private static let succeeded = "1"

  func match(_ session: any Session) throws {
    try session.execute("UPDATE stage_row SET skips = 1 WHERE status <> $1", [.text(Self.succeeded)])
    try session.execute(
      """
      UPDATE stage_row SET about = e.id
      FROM entry AS e JOIN registration AS r ON \(Joining.entry())
      WHERE r.sitting = $1 AND r.document_number = stage_row.document_number AND e.subject = stage_row.subject
        AND \(inScope("r.site"))
      """, place)
    try session.execute(
      """
      UPDATE stage_row SET target = stage_row.about, differs = CASE WHEN p.fen = CAST(stage_row.amount AS BIGINT)
        AND p.channel IS NOT DISTINCT FROM stage_row.channel
        AND p.paid_at IS NOT DISTINCT FROM CAST(stage_row.paid_at AS BIGINT) THEN 0 ELSE 1 END
      FROM payment AS p WHERE p.sitting = $1 AND p.order_number = stage_row.order_number
        AND p.document_number = stage_row.document_number AND p.subject = stage_row.subject
      """, [.integer(context.sittingID)])
  }

  var judgements: [Judgement] {
    var judgements = [
      Judgement(
        PaymentRules.unknown, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s WHERE s.about IS NULL AND s.skips = 0 AND s.document_number IS NOT NULL
            AND s.subject IS NOT NULL
          """),
      // The registration feed says that an entry is paid, not by which order: that may still come.
      Judgement(
        PaymentRules.paid, field: "orderNumber",
        select: """
          SELECT s.row_number, s.order_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s JOIN entry e ON \(isAbout)
          WHERE s.skips = 0 AND e.paid IS NOT NULL AND e.order_number IS DISTINCT FROM s.order_number
            AND (e.order_number IS NOT NULL OR e.paid <> 'individual')
          """),
      Judgement(
        RecordRules.twice, field: "orderNumber",
        select: """
          SELECT s.row_number, s.order_number AS value,
            CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
            NULL AS argument_1
          FROM stage_row s JOIN (
            SELECT document_number, subject, min(row_number) AS first_row, max(row_number) AS last_row FROM stage_row
            WHERE skips = 0 GROUP BY document_number, subject HAVING count(*) > 1
          ) d ON d.document_number = s.document_number AND d.subject = s.subject
          WHERE s.skips = 0
          """),
    ]
    judgements += conditions
    if !context.options.overrides {
      judgements.append(
        Judgement(
          RecordRules.exists, field: "orderNumber",
          select: """
            SELECT s.row_number, s.order_number AS value, NULL AS argument_0, NULL AS argument_1
            FROM stage_row s WHERE s.target IS NOT NULL AND s.skips = 0
            """))
    }
    return judgements
  }

  /// PAY-03: what must hold of a registration before an entry of it can be paid.
  /// Whether `e` is the entry that the row `s` is about.
  private var isAbout: String { context.record("e", is: "s.about") }

  private var conditions: [Judgement] {
    let conditions = context.paymentConditions
    func lacking(_ template: FindingTemplate, _ condition: String, _ parameters: [SQLValue]) -> Judgement {
      Judgement(
        template, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s JOIN entry e ON \(isAbout) JOIN registration r ON \(Joining.entry())
          WHERE s.skips = 0 AND e.paid IS NULL AND \(condition)
          """, parameters: parameters)
    }
    return [
      conditions.lacksAudit(from: 1).map { lacking(PaymentRules.unaudited, $0.sql, $0.parameters) },
      conditions.lacksPhoto.map { lacking(PaymentRules.withoutPhoto, $0, []) },
    ].compactMap(\.self)
  }

  var rowGroups: String { StagedEntries(context).groups }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try PaymentChanges(context).forEach(session, body)
  }

  func merge(_ session: any Session, job: Int) throws {
    try session.execute(
      """
      INSERT INTO payment (sitting, order_number, site, document_number, subject, fen, paid_at, channel, status,
        created_job, created_row)
      SELECT $1, s.order_number, e.site, s.document_number, s.subject, CAST(s.amount AS BIGINT),
        CAST(s.paid_at AS BIGINT), s.channel, s.status, $2, s.row_number
      FROM stage_row s JOIN entry e ON \(isAbout) WHERE s.outcome IN ('created', 'updated')
      ON CONFLICT (order_number, document_number, subject, sitting, site) DO UPDATE SET fen = excluded.fen,
        paid_at = excluded.paid_at, channel = excluded.channel
      """, [.integer(context.sittingID), .integer(job)])
    try session.execute(
      """
      UPDATE entry SET paid = 'individual', order_number = s.order_number, paid_at = CAST(s.paid_at AS BIGINT)
      FROM stage_row AS s WHERE \(context.record("entry", is: "s.about")) AND s.outcome IN ('created', 'updated')
      """)
    try session.execute(
      """
      UPDATE registration SET lock_reason = 'payment', locked_at = $1, locked_by = $2, changed_job = $3
      WHERE \(Joining.inSitting(context.sittingID, "registration")) AND lock_reason IS NULL AND id IN (
        SELECT e.registration FROM entry e JOIN stage_row s ON \(isAbout) WHERE s.outcome IN ('created', 'updated'))
      """, [.integer(context.now.secondsSince1970), .text(context.user.name), .integer(job)])
  }

  private var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }

  /// Whether a site's code lies in the organisation that the feed is for.
  private func inScope(_ column: String) -> String { "substr(\(column), 1, length($2)) = $2" }
}
