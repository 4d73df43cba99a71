internal import ExamModel
internal import Storage
internal import Tabular

/// 考生照片导入 — a ZIP of pictures named by ID number; the good go in, the bad are reported (NCRE ch. 23; PHO-01 to
/// PHO-07). The one import that takes its items one by one.
struct PhotosImport: ImportKind {
  static let name = "photos"
  static let title = Wording(zh: "考生照片导入", en: "photos")
  static let window: WindowKind? = .registration
  static let source = ImportSource.photos
  static let record = RecordKind.photo
  static let layout: String? = nil

  let context: ImportContext

  init(_ context: ImportContext, binding: FieldBinding) { self.context = context }

  var stagedFields: [StagedField] {
    [
      StagedField("file", "file"), StagedField("documentNumber", "document_number"),
      StagedField("near", "near"),
      StagedField("format", "format"), StagedField("width", "width"), StagedField("height", "height"),
      StagedField("sha256", "sha256"),
    ]
  }

  func check(_ row: inout DecodedRow) {}

  func match(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE stage_row SET about = r.id FROM registration AS r
      WHERE r.sitting = $1 AND r.site = $2 AND r.document_number = stage_row.document_number
      """, place)
    try session.execute(
      """
      UPDATE stage_row SET target = r.id, differs = CASE WHEN p.sha256 = stage_row.sha256 AND r.has_photo = 1
        THEN 0 ELSE 1 END
      FROM photo AS p JOIN registration AS r ON \(Joining.photo())
      WHERE p.sitting = $1 AND p.site = $2 AND p.document_number = stage_row.document_number
      """, place)
    try PhotoOwners.stage(at: place, session)
  }

  var judgements: [Judgement] {
    let isNear =
      "EXISTS (SELECT 1 FROM registration n WHERE n.sitting = $1 AND n.site = $2 AND n.document_number = s.near)"
    let hasOwner = "EXISTS (SELECT 1 FROM stage_owner o WHERE o.row_number = s.row_number)"
    func photos(_ template: FindingTemplate, _ condition: String, _ parameters: [SQLValue] = []) -> Judgement
    {
      Judgement(
        template, field: "file",
        select: """
          SELECT s.row_number, s.file AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s LEFT JOIN registration r ON \(context.record("r", is: "s.target")) WHERE \(condition)
          """, parameters: parameters)
    }
    let stored =
      context.options.overrides
      ? Judgement(
        PhotoRules.locked, field: "file",
        select: """
          SELECT s.row_number, s.file, \(ProtectionTable.lockColumns)
          FROM stage_row s JOIN registration r ON \(context.record("r", is: "s.about"))
          WHERE r.lock_reason IS NOT NULL AND (s.target IS NULL OR s.differs = 1)
          """, arguments: Protection.lockArguments)
      : photos(PhotoRules.exists, "s.target IS NOT NULL")
    return [
      Judgement(
        PhotoRules.nearName, field: "file",
        select: """
          SELECT s.row_number, s.file AS value, NULL AS argument_0, NULL AS argument_1, s.near AS suggestion
          FROM stage_row s WHERE s.about IS NULL AND \(isNear)
          """, parameters: place, suggests: true),
      Judgement(
        PhotoRules.owner, field: "file",
        select: """
          SELECT s.row_number, s.file AS value, o.clue_zh AS argument_0, o.clue_en AS argument_1,
            o.document_number AS suggestion
          FROM stage_row s JOIN stage_owner o ON o.row_number = s.row_number
          """, suggests: true),
      photos(PhotoRules.unknown, "s.about IS NULL AND NOT \(isNear) AND NOT \(hasOwner)", place),
      Judgement(
        PhotoRules.twice, field: "file",
        select: """
          SELECT s.row_number, s.file AS value,
            CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
            NULL AS argument_1
          FROM stage_row s JOIN (
            SELECT document_number, min(row_number) AS first_row, max(row_number) AS last_row FROM stage_row
            WHERE document_number IS NOT NULL GROUP BY document_number HAVING count(*) > 1
          ) d ON d.document_number = s.document_number
          """),
      stored,
    ]
  }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try session.forEach(
      """
      SELECT s.row_number, s.document_number, p.sha256, s.sha256, r.has_photo
      FROM stage_row s JOIN photo p ON p.sitting = $1 AND p.site = $2 AND p.document_number = s.document_number
      JOIN registration r ON \(Joining.photo())
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, place
    ) { row in
      func change(_ record: RecordKind, _ column: String, old: String, new: String) throws {
        guard old != new else { return }
        try body(
          RecordChange(
            .changed, record, key: row.text(1), site: context.site, row: row.integer(0), rule: "PHO-04",
            fields: [RecordChange.Field(column, old: old, new: new)]))
      }
      try change(.photo, "sha256", old: row.text(2), new: row.text(3))
      try change(.registration, "has_photo", old: String(row.integer(4)), new: "1")
    }
  }

  func merge(_ session: any Session, job: Int) throws {
    try session.execute(
      """
      UPDATE picture SET replaced = 1 WHERE sitting = $1 AND site = $2 AND sha256 IN (
        SELECT p.sha256 FROM stage_row s
        JOIN photo p ON p.sitting = $1 AND p.site = $2 AND p.document_number = s.document_number
        WHERE s.outcome = 'updated' AND p.sha256 <> s.sha256)
      """, place)
    try storePictures(session)
    try session.execute(
      """
      INSERT INTO photo (sitting, site, document_number, sha256, created_job, created_row)
      SELECT $1, $2, s.document_number, s.sha256, $3, s.row_number FROM stage_row s
      WHERE s.outcome IN ('created', 'updated')
      ON CONFLICT (sitting, site, document_number) DO UPDATE SET sha256 = excluded.sha256
      """, place + [.integer(job)])
    try session.execute(
      """
      UPDATE registration SET has_photo = 1, changed_job = $1
      WHERE \(Joining.inSitting(context.sittingID, "registration"))
        AND id IN (SELECT about FROM stage_row WHERE outcome IN ('created', 'updated'))
      """, [.integer(job)])
  }

  /// A picture that is not in the store yet.
  private struct NewPicture {
    let number: Int
    let sha256: String
    let format: String
    let width: Int
    let height: Int
  }

  /// Stores the pictures that are not there yet, each once, in the order of the file.
  private func storePictures(_ session: any Session) throws {
    var stored: Set<String> = []
    let new = try session.all(
      """
      SELECT s.row_number, s.sha256, s.format, CAST(s.width AS BIGINT), CAST(s.height AS BIGINT) FROM stage_row s
      WHERE s.outcome IN ('created', 'updated') AND NOT EXISTS (
        SELECT 1 FROM picture p WHERE p.sitting = $1 AND p.site = $2 AND p.sha256 = s.sha256)
      ORDER BY s.row_number
      """, place
    ) { row in
      NewPicture(
        number: row.integer(0), sha256: row.text(1), format: row.text(2), width: row.integer(3),
        height: row.integer(4))
    }.filter { stored.insert($0.sha256).inserted }
    guard let pictures = context.pictures else { preconditionFailure("photos come with their pictures") }
    let feed = PictureFeed(count: new.count) { place throws(FileError) in
      try pictures.cleaned(new[place].number, sha256: new[place].sha256)
    }
    let loader = try session.loader(
      "picture", columns: ["sitting", "site", "sha256", "format", "width", "height", "content"])
    for picture in new {
      for value in place { try loader.add(value) }
      try loader.add(picture.sha256)
      try loader.add(picture.format)
      try loader.add(.integer(picture.width))
      try loader.add(.integer(picture.height))
      try loader.add(.bytes(try feed.next()))
      try loader.endRow()
    }
    try loader.finish()
  }

  private var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }
}
