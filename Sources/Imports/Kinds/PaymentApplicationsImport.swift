internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 缴费申请导入 — a workbook becomes one numbered payment application of a school, by certificate or by subject (PAY-04).
/// It holds its entries and says what is to be paid, until the assessment body confirms it or the school withdraws it.
struct PaymentApplicationsImport: ImportKind {
  static let name = "payment-applications"
  static let title = Wording(zh: "缴费申请导入", en: "payment application")
  static let window: WindowKind? = nil
  static let windowsWhereSet: [WindowKind] = [.registration]
  static let source = ImportSource.workbook
  static let record = RecordKind.paymentBatch
  static let makesRecordOfRow = false

  let context: ImportContext
  private let binding: FieldBinding
  private let checks: PaymentApplicationChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    checks = PaymentApplicationChecks(context, binding: binding)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    if let refusal = SchoolPlace.refusal(context, layout: name) { return refusal }
    guard context.programme.paymentConfirmer != nil else {
      return Wording(
        zh: "考试项目 \(context.programme.name) 不用缴费申请单。",
        en: "\(context.programme.name) has no payment applications.")
    }
    guard context.sitting.fees(for: context.site) == nil else { return nil }
    return Wording(
      zh: "没有为院校 \(context.site) 设置费用，算不出应付金额。请在考次文件的 fees 中设置后重新载入。",
      en:
        "No fees hold for \(context.site), so nothing can be summed. Set them under fees in the sitting file."
    )
  }

  static var undoRefusal: Wording? {
    Wording(
      zh: "缴费申请单不用撤销导入；未确认的请删除（kaowu payment withdraw），已确认的不能再改。",
      en: "An application is not undone: withdraw it (kaowu payment withdraw) while it is not confirmed.")
  }

  var stagedFields: [StagedField] {
    [
      StagedField("plan", "plan"), StagedField("name", "name"),
      StagedField("documentNumber", "document_number"), StagedField("certificate", "certificate"),
      StagedField("level", "level"), StagedField("subject", "subject"), StagedField("basis", "basis"),
    ]
  }

  func check(_ row: inout DecodedRow) { checks.check(&row) }

  /// The entries that each row pays.
  private static let payable = "stage_payable"

  func match(_ session: any Session) throws {
    try SchoolPlace(context).matchStudents(session)
    try session.execute(
      """
      UPDATE stage_row SET basis = CASE WHEN subject IS NOT NULL THEN '\(PaymentBatchRecord.Basis.subject.rawValue)'
        WHEN certificate IS NOT NULL THEN '\(PaymentBatchRecord.Basis.certificate.rawValue)' END
      """)
    try session.execute("DROP TABLE IF EXISTS \(Self.payable)")
    try session.execute(
      "CREATE TEMP TABLE \(Self.payable) (row_number BIGINT NOT NULL, entry BIGINT NOT NULL)")
    try session.execute(
      """
      INSERT INTO \(Self.payable) (row_number, entry)
      SELECT s.row_number, e.id FROM stage_row s
      JOIN entry e ON \(context.entry("e", of: "s.about")) AND e.plan = s.plan
      WHERE s.basis IS NOT NULL AND (s.subject IS NULL OR e.subject = s.subject)
        AND (s.certificate IS NULL OR e.certificate = s.certificate)
        AND (s.level IS NULL OR e.certificate_level = s.level)
      """)
  }

  /// The staged rows `s` with the entries `e` that they pay and the registrations `r`.
  private var paying: String {
    """
    FROM \(Self.payable) p JOIN stage_row s ON s.row_number = p.row_number
    JOIN entry e ON \(context.record("e", is: "p.entry")) JOIN registration r ON \(Joining.entry())
    """
  }

  var judgements: [Judgement] {
    [
      SchoolPlace.unknownStudent(binding), SchoolPlace(context).nameDiffers,
      SchoolPlace.twice(items: "SELECT row_number, entry AS item FROM \(Self.payable)"),
      Judgement(
        PaymentApplicationRules.mixed, field: "certificate",
        select: """
          SELECT s.row_number, COALESCE(s.certificate, s.subject) AS value, CAST(f.row_number AS TEXT) AS argument_0,
            NULL AS argument_1
          FROM stage_row s JOIN stage_row f ON f.row_number = (
            SELECT min(m.row_number) FROM stage_row m WHERE m.basis IS NOT NULL)
          WHERE s.basis <> f.basis
          """),
      Judgement(
        PaymentApplicationRules.entry, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s
          WHERE s.about IS NOT NULL AND s.row_number NOT IN (SELECT p.row_number FROM \(Self.payable) p)
            AND s.row_number NOT IN (
              SELECT f.row_number FROM \(StagedFindings.table) f WHERE f.row_number IS NOT NULL)
          """),
      Judgement(
        PaymentApplicationRules.level, field: "level",
        select: """
          SELECT s.row_number, NULL AS value, CAST(count(DISTINCT e.certificate_level) AS TEXT) AS argument_0,
            NULL AS argument_1
          \(paying) WHERE s.basis = '\(PaymentBatchRecord.Basis.certificate.rawValue)'
          GROUP BY s.row_number HAVING count(DISTINCT e.certificate_level) > 1
          """),
    ] + conditions
  }

  /// PAY-03: what must hold of a registration before an entry of it can be paid.
  private var conditions: [Judgement] {
    func lacking(_ template: FindingTemplate, _ condition: String, _ parameters: [SQLValue]) -> Judgement {
      Judgement(
        template, field: "documentNumber",
        select: """
          SELECT DISTINCT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          \(paying) WHERE \(condition)
          """, parameters: parameters)
    }
    let conditions = context.paymentConditions
    return [
      conditions.lacksAudit(from: 1).map { lacking(PaymentRules.unaudited, $0.sql, $0.parameters) },
      conditions.lacksPhoto.map { lacking(PaymentRules.withoutPhoto, $0, []) },
    ].compactMap(\.self)
  }

  /// What is paid already or held by another application, and since when.
  func judgeRows(_ session: any Session) throws -> [Finding] {
    let column = binding.place(of: "documentNumber")
    let held: [ProtectionFact.Kind] = [.paymentBatch, .application]
    return try ProtectedRows(context, items: Self.payable).findings(
      of: { $0.isPayment || held.contains($0) }, session
    ) { row, number, fact in
      Finding(
        fact.kind.isPayment ? PaymentApplicationRules.paid : PaymentApplicationRules.held,
        at: Place(row: row, column: column?.heading, columnIndex: column?.position), value: number,
        arguments: fact.subjects + Protection(fact).arguments)
    }
  }

  var rowGroups: String {
    """
    SELECT DISTINCT w.row_number, CAST(NULL AS TEXT) AS site, e.subject
    FROM stage_row w LEFT JOIN \(Self.payable) p ON p.row_number = w.row_number 
    LEFT JOIN entry e ON \(context.record("e", is: "p.entry"))
    """
  }

  /// An application is made whole by its merge, which writes its own trail.
  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {}

  func merge(_ session: any Session, job: Int) throws {
    guard let fees = context.sitting.fees(for: context.site),
      let basis = try session.first(
        "SELECT basis FROM stage_row WHERE outcome = 'created' ORDER BY row_number",
        [], { PaymentBatchRecord.Basis(rawValue: $0.text(0)) })
    else { return }
    try PaymentBatchTable.choose(
      entries: """
        SELECT p.entry FROM \(Self.payable) p JOIN stage_row s ON s.row_number = p.row_number
        WHERE s.outcome = 'created'
        """, sitting: context.sittingID, session)
    let now = context.now.secondsSince1970
    let trail = TrailWriter(session, by: context.user.name, at: now, sitting: context.sittingID, job: job)
    _ = try PaymentBatchTable.create(
      sitting: context.sittingID, site: context.site,
      .init(person: fees.person, subject: fees.subject, subjects: fees.subjects), basis: basis, job: job,
      by: context.user.name, at: now, trail, session)
    try trail.finish()
  }

  func nameOfWhole(_ session: any Session, job: Int) throws -> String? {
    try PaymentBatchTable.all(
      sitting: context.sittingID, organisation: context.site, applications: true, session
    ).first { $0.job == job }?.name
  }
}
