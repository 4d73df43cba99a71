internal import Storage
internal import Tabular

extension PhotoOwners {
  /// Files whose owner is looked for; a file with more of them is not the site's photos at all.
  private static let mostFiles = 5_000

  /// Finds the owners of the staged files that belong to nobody, into the table `stage_owner`. The site's registrations
  /// are read once, and only where there is such a file.
  /// - Parameter place: the sitting's key and the site.
  static func stage(at place: [SQLValue], _ session: any Session) throws {
    try session.execute("DROP TABLE IF EXISTS stage_owner")
    try session.execute(
      """
      CREATE TEMP TABLE stage_owner (row_number BIGINT PRIMARY KEY, document_number TEXT NOT NULL, clue_zh TEXT NOT NULL,
        clue_en TEXT NOT NULL)
      """)
    let files = try session.all(
      """
      SELECT s.row_number, s.document_number FROM stage_row s
      WHERE s.about IS NULL AND s.document_number IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM registration n WHERE n.sitting = $1 AND n.site = $2 AND n.document_number = s.near)
      ORDER BY s.row_number LIMIT \(mostFiles)
      """, place
    ) { (row: $0.integer(0), stem: $0.text(1)) }
    guard !files.isEmpty else { return }
    let owners = PhotoOwners(
      try session.all(
        """
        SELECT r.document_number, r.name, r.student_number,
          CASE WHEN p.sha256 IS NULL THEN 0 ELSE 1 END
        FROM registration r LEFT JOIN photo p ON \(Joining.photo())
        WHERE r.sitting = $1 AND r.site = $2
        """, place
      ) { row in
        Candidate(
          number: row.text(0), name: row.text(1), studentNumber: row.optionalText(2), hasPhoto: row.flag(3))
      })
    let loader = try session.loader(
      "stage_owner", columns: ["row_number", "document_number", "clue_zh", "clue_en"])
    for file in files {
      guard let (number, clue) = owners.owner(of: file.stem) else { continue }
      try loader.add(.integer(file.row))
      for text in [number, clue.wording.zh, clue.wording.en] { try loader.add(text) }
      try loader.endRow()
    }
    try loader.finish()
  }
}
