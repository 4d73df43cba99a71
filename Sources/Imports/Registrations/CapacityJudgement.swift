internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 容量判定 — REG-11: the file as a whole must fit into the places that are left, per subject and in total.
struct CapacityJudgement {
  private let context: ImportContext
  private let sites: RowSite

  init(_ context: ImportContext, sites: RowSite = .ofImport) {
    self.context = context
    self.sites = sites
  }

  /// Entries by site and subject.
  /// Whether `e` is an entry of the registration that the row `w` would replace.
  private var isOwn: String { context.entry("e", of: "w.target") }

  private typealias Tally = [String: [String: Int]]

  /// Every row counts that would register someone; with good rows only, the bad ones do not.
  func findings(_ session: any Session) throws -> [Finding] {
    // Where even all rows together would fit, nothing need be told apart.
    let most = try tally(session) { site in
      sites == .ofRow
        ? """
        SELECT \(site) AS site, s.subject, count(*)
        FROM stage_row w JOIN stage_subject s ON s.row_number = w.row_number GROUP BY 1, s.subject
        """ : "SELECT \(site) AS site, s.subject, count(*) FROM stage_subject s GROUP BY s.subject"
    }
    if try findings(asked: most, removed: [:], session).isEmpty { return [] }
    let counted = context.options.isPartial ? "w.outcome IN ('created', 'updated')" : "w.outcome <> 'skipped'"
    let asked = try tally(session) { site in
      """
      SELECT site, subject, count(*) FROM (
        SELECT DISTINCT \(site) AS site, v.document_number, s.subject
        FROM stage_row w JOIN \(sites.values) v ON v.row_number = w.row_number
        JOIN stage_subject s ON s.row_number = w.row_number
        WHERE \(counted) AND NOT EXISTS (
          SELECT 1 FROM entry e WHERE \(isOwn) AND e.subject = s.subject)
      ) AS added GROUP BY site, subject
      """
    }
    let removed = try tally(session) { site in
      """
      SELECT \(site) AS site, e.subject, count(*) FROM entry e JOIN stage_row w ON \(isOwn)
      WHERE w.outcome = 'updated' AND e.paid IS NULL AND NOT EXISTS (
        SELECT 1 FROM stage_subject s WHERE s.row_number = w.row_number AND s.subject = e.subject)
      GROUP BY 1, e.subject
      """
    }
    return try findings(asked: asked, removed: removed, session)
  }

  private func findings(asked: Tally, removed: Tally, _ session: any Session) throws -> [Finding] {
    var findings: [Finding] = []
    for site in asked.keys.sorted() {
      guard let settings = sites.settings(context)[site] else { continue }
      findings += self.findings(
        of: site, settings, asked: asked[site, default: [:]], removed: removed[site, default: [:]],
        taken: try taken(at: site, session))
    }
    return findings
  }

  private func findings(
    of site: String, _ settings: SiteSettings, asked: [String: Int], removed: [String: Int],
    taken: [String: Int]
  ) -> [Finding] {
    var findings: [Finding] = []
    let capacity = settings.capacity
    // A feed for several sites says which one it is about.
    let (zh, en) = sites == .ofRow ? ("考点 \(site) ", " at site \(site)") : ("", "")
    // Of a subject that is not offered every row says so already (REG-10).
    for subject in asked.keys.sorted() where settings.offers(subject) {
      let places = capacity.places(for: subject)
      guard places < Capacity.unlimited else { continue }
      let left = places - taken[subject, default: 0] + removed[subject, default: 0]
      if asked[subject, default: 0] > left {
        findings.append(
          finding(
            "\(zh)科目 \(subject) ", "subject \(subject)\(en)", left: left, asked: asked[subject, default: 0]))
      }
    }
    let askedInAll = asked.values.reduce(0, +)
    let leftInAll = capacity.total - taken.values.reduce(0, +) + removed.values.reduce(0, +)
    if capacity.total < Capacity.unlimited, askedInAll > leftInAll, askedInAll > 0 {
      findings.append(finding("\(zh)总科次", "the total\(en)", left: leftInAll, asked: askedInAll))
    }
    return findings
  }

  private func finding(_ zh: String, _ en: String, left: Int, asked: Int) -> Finding {
    Finding(
      RegistrationRules.capacity, at: Place(column: nil),
      arguments: [zh, "剩余 \(max(left, 0))，需要 \(asked)", en, "\(max(left, 0)) left, \(asked) asked"])
  }

  private func taken(at site: String, _ session: any Session) throws -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: try session.all(
        "SELECT subject, count(*) FROM entry WHERE sitting = $1 AND place = $2 GROUP BY subject",
        [.integer(context.sittingID), .text(site)]
      ) { ($0.text(0), $0.integer(1)) })
  }

  /// - Parameter sql: makes the statement, given the site of a row `w`.
  private func tally(_ session: any Session, _ sql: (_ site: String) -> String) throws -> Tally {
    var parameters = SQLParameters()
    let site = sites.code("w", context, &parameters)
    var tally: Tally = [:]
    try session.forEach(sql(site), parameters.values) { row in
      tally[row.text(0), default: [:]][row.text(1)] = row.integer(2)
    }
    return tally
  }
}
