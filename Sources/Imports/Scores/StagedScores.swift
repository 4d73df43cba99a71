internal import Storage

/// 暂存成绩 — what a score file says of each entry, found by ticket number, and what the rules and the merge need of the
/// entry beside it. Every staged row has one; those whose ticket number there is not have no entry.
///
/// A file comes in another order than the entries are stored, and each look at them costs as much as the first. So this
/// is the only one, and on a file's database it is made in the order of the entries: the order in which scores are kept.
struct StagedScores {
  static let table = "stage_score"

  /// Site and subject of the rows, for counts.
  static let groups = "SELECT row_number, place AS site, subject FROM \(table)"

  /// Of the rows `m` those that become scores, as a condition.
  static let isTaken = """
    m.entry IS NOT NULL AND m.row_number NOT IN (
      SELECT row_number FROM stage_row WHERE outcome NOT IN ('created', 'updated'))
    """

  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  /// The rows `m` with the staged rows `s`, their entries `e` and registrations `r`.
  var rows: String {
    """
    FROM \(Self.table) m JOIN stage_row s ON s.row_number = m.row_number
    JOIN entry e ON \(context.record("e", is: "m.entry")) JOIN registration r ON \(Joining.entry())
    """
  }

  /// Makes the table; `differs` says whether name, number or subject of the row are not those of its entry, `target` is
  /// the entry again where it has a score, and `changes` whether that would become another one.
  func make(_ session: any Session) throws {
    // The index holds all that is asked of a row: in a big file a second look at each row costs more than sorting it.
    try session.execute(
      """
      CREATE INDEX stage_by_ticket ON stage_row (ticket, skips{embedded , subject, name, document_number, score, result,
        violation, certificate, remarks})
      """)
    try session.execute("DROP TABLE IF EXISTS \(Self.table)")
    try session.execute(
      """
      CREATE TEMP TABLE \(Self.table) (row_number BIGINT NOT NULL, entry BIGINT, site TEXT, place TEXT, subject TEXT,
        registration BIGINT, differs BIGINT NOT NULL DEFAULT 0, target BIGINT, changes BIGINT NOT NULL DEFAULT 0,
        score TEXT, result TEXT, violation TEXT, certificate TEXT, remarks TEXT)
      """)
    let staged = try session.count("SELECT count(*) FROM stage_row")
    let entries = StagedEntries(context)
    let matched = try session.execute(
      """
      INSERT INTO \(Self.table) (row_number, entry, site, place, subject, registration, differs, target, changes, score,
        result, violation, certificate, remarks)
      SELECT s.row_number, e.id, e.site, e.place, e.subject, e.registration,
        CASE WHEN s.subject <> e.subject OR s.name <> r.name OR s.document_number <> r.document_number
          THEN 1 ELSE 0 END,
        c.entry, CASE WHEN c.entry IS NULL OR (\(Self.isTheSame)) THEN 0 ELSE 1 END,
        s.score, s.result, s.violation, s.certificate, s.remarks
      FROM \(try order(staged, session)) LEFT JOIN score c ON \(Joining.record("c"))
      WHERE e.sitting = $1 AND e.ticket = s.ticket AND \(entries.inScope("e.place")) AND \(Joining.entry())
      {embedded ORDER BY e.id}
      """, entries.place)
    if matched < staged { try addUnmatched(session) }
    try session.execute("CREATE INDEX stage_score_by_entry ON \(Self.table) (entry)")
    try markStored(session)
  }

  /// Whether the stored score `c` is what the row `s` says.
  private static let isTheSame = """
    c.file_score IS NOT DISTINCT FROM CAST(s.score AS BIGINT) AND c.file_result IS NOT DISTINCT FROM CAST(s.result AS BIGINT)
    AND c.file_certificate IS NOT DISTINCT FROM s.certificate AND c.remarks IS NOT DISTINCT FROM s.remarks
    """

  /// Tells the staged rows which stored score they would replace.
  private func markStored(_ session: any Session) throws {
    let isStored = "m.target IS NOT NULL"
    guard try session.count("SELECT count(*) FROM \(Self.table) m WHERE \(isStored)") > 0 else { return }
    try session.execute(
      """
      UPDATE stage_row SET target = m.target, differs = m.changes
      FROM \(Self.table) AS m WHERE \(isStored) AND stage_row.row_number = m.row_number
      """)
  }

  /// The tables that are matched, in the order in which a file's database goes through them: from the rows to their
  /// entries, or, where the file is a good part of what there is, once through all entries. A server finds its own way.
  private func order(_ staged: Int, _ session: any Session) throws -> String {
    let stored = try session.count(
      "SELECT COALESCE(max(id), 0) FROM entry WHERE \(Joining.inSitting(context.sittingID, "entry"))")
    return staged * 8 < stored
      ? "stage_row s CROSS JOIN entry e CROSS JOIN registration r"
      : "entry e{embedded  NOT INDEXED} CROSS JOIN registration r CROSS JOIN stage_row s"
  }

  private func addUnmatched(_ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO \(Self.table) (row_number, score, result, violation, certificate, remarks)
      SELECT row_number, score, result, violation, certificate, remarks FROM stage_row
      WHERE row_number NOT IN (SELECT m.row_number FROM \(Self.table) m)
      """)
  }
}
