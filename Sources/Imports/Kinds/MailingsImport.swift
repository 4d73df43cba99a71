internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 证书直邮信息导入 — certificates by post from a CSV file, by ticket number or certificate number (NCRE ch. 41; MAI-01). The
/// file may be of one site or of all sites below an organisation.
struct MailingsImport: ImportKind {
  static let name = "mailings"
  static let title = Wording(zh: "证书直邮信息导入", en: "certificates by post")
  static let window: WindowKind? = nil
  static let windowsWhereSet: [WindowKind] = [.scoreRegistration, .scorePublicity]
  static let source = ImportSource.csv
  static let record = RecordKind.mailing

  /// What a row says besides whose certificate it is, and what a record keeps of it.
  private static let columns = [
    "certificate", "recipient", "phone", "postcode", "address", "tracking_number", "status",
  ]

  let context: ImportContext
  private let rowChecks: MailingRowChecks
  private let entries: StagedEntries

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    rowChecks = MailingRowChecks(binding)
    entries = StagedEntries(context)
  }

  var stagedFields: [StagedField] {
    [
      StagedField("ticket", "ticket"), StagedField("name", "name"),
      StagedField("documentNumber", "document_number"), StagedField("certificate", "certificate"),
      StagedField("recipient", "recipient"), StagedField("phone", "phone"),
      StagedField("postcode", "postcode"), StagedField("address", "address"),
      StagedField("trackingNumber", "tracking_number"), StagedField("status", "status"),
    ]
  }

  func check(_ row: inout DecodedRow) { rowChecks.check(&row) }

  func match(_ session: any Session) throws {
    try entries.matchTickets(session)
    try session.execute(
      """
      UPDATE stage_row SET about = c.entry FROM score AS c JOIN entry AS e ON \(Joining.record("c"))
      WHERE stage_row.ticket IS NULL AND c.sitting = $1 AND c.file_certificate = stage_row.certificate
        AND c.certificate = stage_row.certificate AND \(entries.inScope("e.place"))
      """, entries.place)
    try session.execute("CREATE INDEX stage_by_entry ON stage_row (about)")
    let equal = Self.columns.map { "m.\($0) IS NOT DISTINCT FROM stage_row.\($0)" }
    try session.execute(
      """
      UPDATE stage_row SET target = m.entry,
        differs = CASE WHEN \(equal.joined(separator: " AND ")) THEN 0 ELSE 1 END
      FROM mailing AS m WHERE \(context.record("m", of: "stage_row.about"))
      """)
  }

  /// What is said of a row stands at its ticket number, or where it gives none, at its certificate number.
  private static let keys = [("ticket", "s.ticket IS NOT NULL"), ("certificate", "s.ticket IS NULL")]

  var judgements: [Judgement] {
    var judgements = [
      unknown(MailingRules.unknownTicket, "ticket", "s.ticket IS NOT NULL"),
      unknown(MailingRules.unknownCertificate, "certificate", "s.ticket IS NULL"), certificateDiffers,
      StagedEntries(context).nameDiffers(MailingRules.nameDiffers),
      StagedEntries(context).documentDiffers(MailingRules.documentDiffers),
    ]
    for (field, condition) in Self.keys {
      judgements.append(StagedEntries.twice(field: field, column: field, where: condition))
      if !context.options.overrides {
        judgements.append(StagedEntries.exists(field: field, column: field, where: condition))
      }
    }
    return judgements
  }

  private func unknown(_ template: FindingTemplate, _ field: String, _ condition: String) -> Judgement {
    Judgement(
      template, field: field,
      select: """
        SELECT s.row_number, s.\(field) AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE s.about IS NULL AND s.\(field) IS NOT NULL AND \(condition)
        """)
  }

  /// A certificate number that is not that of the entry's score; where there is no score yet, nobody knows.
  private var certificateDiffers: Judgement {
    Judgement(
      MailingRules.certificateDiffers, field: "certificate",
      select: """
        SELECT s.row_number, s.certificate AS value, COALESCE(' ' || c.certificate, '空的（没有证书）') AS argument_0,
          COALESCE(c.certificate, 'none') AS argument_1
        FROM stage_row s JOIN score c ON \(context.record("c", of: "s.about"))
        WHERE s.ticket IS NOT NULL AND s.certificate IS NOT NULL AND c.certificate IS DISTINCT FROM s.certificate
        """)
  }

  var rowGroups: String { StagedEntries(context).groups }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let values = Self.columns.map { "m.\($0), s.\($0)" }.joined(separator: ", ")
    try session.forEach(
      """
      SELECT s.row_number, r.document_number, e.subject, e.place, \(values)
      \(StagedEntries(context).rows) JOIN mailing m ON \(Joining.record("m"))
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      try body(
        RecordChange(
          .changed, .mailing, key: row.text(1), part: row.text(2), site: row.text(3), row: row.integer(0),
          rule: "MAI-01", fields: row.changes(Self.columns, from: 4)))
    }
  }

  func merge(_ session: any Session, job: Int) throws {
    let names = Self.columns.joined(separator: ", ")
    let values = Self.columns.map { "s.\($0)" }.joined(separator: ", ")
    let updates = Self.columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    try session.execute(
      """
      INSERT INTO mailing (entry, sitting, site, \(names), created_job, created_row)
      SELECT e.id, e.sitting, e.site, \(values), $1, s.row_number
      FROM stage_row s JOIN entry e ON \(context.record("e", is: "s.about")) WHERE s.outcome IN ('created', 'updated')
      ON CONFLICT (\(session.layout.key("entry"))) DO UPDATE SET \(updates)
      """, [.integer(job)])
  }
}
