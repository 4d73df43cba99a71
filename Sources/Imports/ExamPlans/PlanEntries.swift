internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 报考合并 — entries by certificate and by subject against what is stored, and how they become records (VSL-03). An entry
/// belongs to the student's school by its registration, and to the station where the exam is by itself.
struct PlanEntries {
  let context: ImportContext
  private var school: SchoolPlace { SchoolPlace(context) }

  init(_ context: ImportContext) { self.context = context }

  /// What is staged of a row besides its subjects; `place` is the station that an entry goes to where the row names none.
  static let fields = [
    StagedField("plan", "plan"), StagedField("certificate", "certificate"), StagedField("level", "level"),
    StagedField("name", "name"), StagedField("documentNumber", "document_number"),
    StagedField("station", "station"), StagedField("place", "place"),
  ]

  /// The staged subjects `x` of the rows `s` with the entries `e` there are.
  private var stored: String {
    """
    FROM stage_row s JOIN stage_subject x ON x.row_number = s.row_number
    JOIN entry e ON \(context.entry("e", of: "s.about")) AND e.subject = x.subject
    """
  }

  private static let isSame = """
    e.plan IS NOT DISTINCT FROM s.plan AND e.certificate IS NOT DISTINCT FROM s.certificate
    AND e.certificate_level IS NOT DISTINCT FROM s.level
    """

  func match(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_subject_by_row ON stage_subject (row_number, subject)")
    try school.matchStudents(session)
    try findPlaces(session)
    try session.execute(
      "UPDATE stage_row SET target = about WHERE row_number IN (SELECT s.row_number \(stored) WHERE \(Self.isSame))"
    )
    try session.execute(
      """
      UPDATE stage_row SET differs = 1 WHERE target IS NOT NULL AND (
        EXISTS (SELECT 1 FROM stage_subject x WHERE x.row_number = stage_row.row_number AND NOT EXISTS (
          SELECT 1 FROM entry e WHERE \(context.entry("e", of: "stage_row.about")) AND e.subject = x.subject))
        OR row_number IN (SELECT s.row_number \(stored) WHERE s.station IS NOT NULL AND e.place <> s.station))
      """)
  }

  /// Where no station is named, the school's only station that is approved for the certificate; else the school itself,
  /// until a later file says where.
  private func findPlaces(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE stage_row SET place = COALESCE(station, (
        SELECT CASE WHEN count(*) = 1 THEN min(a.site) END
        FROM station_application a JOIN station_certificate c ON c.sitting = a.sitting AND c.site = a.site
        WHERE a.sitting = $1 AND substr(a.site, 1, length($2)) = $2 AND a.state = '\(StationRecord.State.approved.rawValue)'
          AND c.certificate = stage_row.certificate AND c.level = stage_row.level), $2)
      """, school.place)
  }

  func judgements(_ binding: FieldBinding) -> [Judgement] {
    var judgements = [
      SchoolPlace.unknownStudent(binding), SchoolPlace(context).locked, SchoolPlace(context).nameDiffers,
      SchoolPlace.twice(
        items: """
          SELECT x.row_number, w.document_number || ' ' || x.subject AS item
          FROM stage_subject x JOIN stage_row w ON w.row_number = x.row_number WHERE w.document_number IS NOT NULL
          """),
      Judgement(
        PlanEntryRules.otherPlan, field: "plan",
        select: """
          SELECT s.row_number, s.plan AS value, min(e.plan) AS argument_0,
            min(e.certificate || ' ' || e.certificate_level) AS argument_1
          \(stored) WHERE NOT (\(Self.isSame)) GROUP BY s.row_number, s.plan
          """),
      Judgement(
        PlanEntryRules.seated, field: "station",
        select: """
          SELECT s.row_number, s.station AS value, min(e.place) AS argument_0, NULL AS argument_1
          \(stored) WHERE e.place <> s.station AND (e.room IS NOT NULL OR e.ticket IS NOT NULL)
          GROUP BY s.row_number, s.station
          """),
    ]
    if context.programme.stationApprover != nil { judgements.append(notApproved) }
    if !context.options.overrides {
      judgements.append(StagedEntries.exists(field: "documentNumber", column: "document_number"))
    }
    return judgements
  }

  /// ORG-08: only an approved station examines, and only for its certificates.
  private var notApproved: Judgement {
    Judgement(
      PlanEntryRules.notApproved, field: "station",
      select: """
        SELECT s.row_number, s.station AS value, NULL AS argument_0, NULL AS argument_1 FROM stage_row s
        WHERE s.station IS NOT NULL AND s.row_number IN (SELECT x.row_number FROM stage_subject x)
          AND s.row_number NOT IN (
            SELECT f.row_number FROM \(StagedFindings.table) f
            WHERE f.code = '\(PlanEntryRules.station.code)' AND f.row_number IS NOT NULL)
          AND NOT EXISTS (
            SELECT 1 FROM station_application a JOIN station_certificate c ON c.sitting = a.sitting AND c.site = a.site
            WHERE a.sitting = $1 AND a.site = s.station AND a.state = '\(StationRecord.State.approved.rawValue)'
              AND c.certificate = s.certificate AND c.level = s.level)
        """, parameters: [.integer(context.sittingID)])
  }

  static let groups = """
    SELECT w.row_number, w.place AS site, x.subject
    FROM stage_row w LEFT JOIN stage_subject x ON x.row_number = w.row_number
    """

  func counts(_ session: any Session) throws -> EntryCounts {
    var counts = EntryCounts()
    counts.created = try session.count(
      """
      SELECT count(*) FROM stage_subject x JOIN stage_row s ON s.row_number = x.row_number
      WHERE s.outcome IN ('created', 'updated') AND NOT EXISTS (
        SELECT 1 FROM entry e WHERE \(context.entry("e", of: "s.about")) AND e.subject = x.subject)
      """)
    return counts
  }

  /// The entries that go to another station.
  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try session.forEach(
      """
      SELECT s.row_number, s.document_number, e.subject, e.place, s.station \(stored)
      WHERE s.outcome = 'updated' AND e.place <> s.station ORDER BY s.row_number, e.subject
      """, []
    ) { row in
      try body(
        RecordChange(
          .changed, .entry, key: row.text(1), part: row.text(2), site: row.text(3), row: row.integer(0),
          rule: "VSL-03",
          fields: [RecordChange.Field("station", old: row.text(3), new: row.text(4))]))
    }
  }

  func merge(_ session: any Session, job: Int) throws {
    try session.execute(
      """
      UPDATE entry SET station = found.station FROM (
        SELECT e.id, e.sitting, e.site, s.station \(stored) WHERE s.outcome = 'updated' AND e.place <> s.station
      ) AS found WHERE \(Joining.byNumber("entry", "found")) AND found.id = entry.id
      """)
    try session.execute(
      """
      INSERT INTO entry (sitting, site, station, registration, subject, plan, certificate, certificate_level,
        created_job, created_row)
      SELECT $1, $2, s.place, s.about, x.subject, s.plan, s.certificate, s.level, $3, s.row_number
      FROM stage_row s JOIN stage_subject x ON x.row_number = s.row_number
      WHERE s.outcome IN ('created', 'updated') AND NOT EXISTS (
        SELECT 1 FROM entry e WHERE \(context.entry("e", of: "s.about")) AND e.subject = x.subject)
      ORDER BY s.row_number, x.subject
      """, school.place + [.integer(job)])
  }

  /// The rows that were to create entries and did; rows that only added to some do not count among them.
  func createdRows(_ session: any Session, job: Int) throws -> Int {
    try session.count(
      """
      SELECT count(DISTINCT e.created_row) FROM entry e JOIN stage_row s ON s.row_number = e.created_row
      WHERE e.sitting = $1 AND e.created_job = $2 AND s.outcome = 'created'
      """, [.integer(context.sittingID), .integer(job)])
  }
}
