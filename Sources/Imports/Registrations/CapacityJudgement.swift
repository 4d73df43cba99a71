internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 容量判定 — REG-11: the file as a whole must fit into the places that are left, per subject and in total.
struct CapacityJudgement {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  /// Every row counts that would register someone; with good rows only, the bad ones do not.
  func findings(_ session: any Session) throws -> [Finding] {
    let counted = context.options.isPartial ? "w.outcome IN ('created', 'updated')" : "w.outcome <> 'skipped'"
    let asked = try bySubject(
      session,
      """
      SELECT subject, count(*) FROM (
        SELECT DISTINCT w.document_number, s.subject
        FROM stage_row w JOIN stage_subject s ON s.row_number = w.row_number
        WHERE \(counted) AND NOT EXISTS (
          SELECT 1 FROM entry e WHERE e.registration = w.target AND e.subject = s.subject)
      ) AS added GROUP BY subject
      """)
    let removed = try bySubject(
      session,
      """
      SELECT e.subject, count(*) FROM entry e JOIN stage_row w ON w.target = e.registration
      WHERE w.outcome = 'updated' AND e.paid IS NULL AND NOT EXISTS (
        SELECT 1 FROM stage_subject s WHERE s.row_number = w.row_number AND s.subject = e.subject)
      GROUP BY e.subject
      """)
    let taken = try bySubject(
      session, "SELECT subject, count(*) FROM entry WHERE sitting = $1 AND site = $2 GROUP BY subject",
      [.integer(context.sittingID), .text(context.site)])

    var findings: [Finding] = []
    let capacity = context.settings.capacity
    // Of a subject that is not offered every row says so already (REG-10).
    for subject in asked.keys.sorted() where context.settings.offers(subject) {
      let places = capacity.places(for: subject)
      guard places < Capacity.unlimited else { continue }
      let left = places - taken[subject, default: 0] + removed[subject, default: 0]
      if asked[subject, default: 0] > left {
        findings.append(
          finding("科目 \(subject) ", "subject \(subject)", left: left, asked: asked[subject, default: 0]))
      }
    }
    let askedInAll = asked.values.reduce(0, +)
    let leftInAll = capacity.total - taken.values.reduce(0, +) + removed.values.reduce(0, +)
    if capacity.total < Capacity.unlimited, askedInAll > leftInAll, askedInAll > 0 {
      findings.append(finding("总科次", "the total", left: leftInAll, asked: askedInAll))
    }
    return findings
  }

  private func finding(_ zh: String, _ en: String, left: Int, asked: Int) -> Finding {
    Finding(
      RegistrationRules.capacity, at: Place(column: nil),
      arguments: [zh, "剩余 \(max(left, 0))，需要 \(asked)", en, "\(max(left, 0)) left, \(asked) asked"])
  }

  private func bySubject(
    _ session: any Session, _ sql: String, _ parameters: [SQLValue] = []
  ) throws -> [String: Int] {
    Dictionary(uniqueKeysWithValues: try session.all(sql, parameters) { ($0.text(0), $0.integer(1)) })
  }
}
