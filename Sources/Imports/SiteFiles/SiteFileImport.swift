internal import Storage
internal import Tabular

/// 机考文件入库 — what the kinds of site files do with the store.
struct SiteFileImport {
  let kind: any SiteFileKind.Type
  let context: ImportContext

  /// The same content is there already or not; its rows are the same then.
  func match(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE stage_row SET target = f.id FROM site_file AS f
      WHERE f.sitting = $1 AND f.site = $2 AND f.kind = $3 AND f.sha256 = stage_row.sha256
      """, [.integer(context.sittingID), .text(context.site), .text(kind.name)])
  }

  func judgeWhole(_ session: any Session) throws -> [Finding] {
    guard !context.options.overrides,
      try session.count("SELECT count(*) FROM stage_row WHERE target IS NOT NULL") > 0
    else { return [] }
    return [Finding(RecordRules.exists, at: Place(column: nil))]
  }

  func merge(_ session: any Session, job: Int) throws {
    let entries = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'created'")
    guard entries > 0 else { return }
    let file = try session.count(
      """
      INSERT INTO site_file (sitting, site, kind, name, bytes, sha256, entries, state, uploaded_at, uploaded_by,
        created_job, created_row)
      SELECT j.sitting, j.site, j.kind, j.file_name, j.file_bytes, j.file_sha256, $1, $2, j.started_at, j.member, j.id, 1
      FROM job j WHERE j.id = $3 RETURNING id
      """, [.integer(entries), .text(kind.firstState.rawValue), .integer(job)])
    try session.execute(
      """
      INSERT INTO site_file_piece (file, piece, content)
      SELECT $1, p.row_number, p.content FROM \(SiteFileStaging.pieces) p ORDER BY p.row_number
      """, [.integer(file)])
  }
}
