internal import Storage

/// 成绩匹配 — finds the entries behind the rows of a score file, by ticket number. What the rules and the merge need of an
/// entry is put beside its row in the same pass: a file comes in another order than the entries are stored, and each
/// further look at them costs as much as this one.
struct ScoreMatch {
  /// The site and the subject of the row's entry, its registration, and whether name, number or subject differ from it;
  /// null for rows without an entry.
  static let fields = [
    StagedField("", "entry_site"), StagedField("", "entry_home"), StagedField("", "entry_subject"),
    StagedField("", "entry_registration"),
    StagedField("", "entry_differs"),
  ]

  /// Site and subject of the rows, for counts.
  static let groups = "SELECT s.row_number, s.entry_site AS site, s.entry_subject AS subject FROM stage_row s"

  private let entries: StagedEntries

  init(_ context: ImportContext) { entries = StagedEntries(context) }

  func run(_ session: any Session) throws {
    try StagedEntries.indexTickets(session)
    try session.execute(
      """
      UPDATE stage_row SET about = e.id, entry_site = e.place, entry_home = NULLIF(e.site, e.place), entry_subject = e.subject,
        entry_registration = CAST(e.registration AS TEXT),
        entry_differs = CASE WHEN stage_row.subject <> e.subject OR stage_row.name <> r.name
          OR stage_row.document_number <> r.document_number THEN 'yes' ELSE 'no' END
      FROM entry AS e JOIN registration AS r ON \(Joining.entry())
      WHERE e.sitting = $1 AND e.ticket = stage_row.ticket AND \(entries.inScope("e.place"))
      """, entries.place)
  }
}
