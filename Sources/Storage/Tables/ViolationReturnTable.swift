/// 报送记录 — who reported, or submitted, and when.
public struct ViolationReport: Sendable, Equatable {
  /// The site that filed a nil return, or the organisation that submitted.
  public var organisation: String
  /// In seconds since 1970.
  public var at: Int
  public var member: String

  /// A report.
  public init(organisation: String, at: Int, member: String) {
    self.organisation = organisation
    self.at = at
    self.member = member
  }
}

/// 违纪缺考报送表 — the statements on `violation_nil_return` and `violation_submission` (VIO-04).
public enum ViolationReturnTable {
  /// The nil returns of an organisation and those below it, by sites.
  public static func nilReturns(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [ViolationReport] {
    try session.all(
      """
      SELECT site, filed_at, filed_by FROM violation_nil_return
      WHERE sitting = $1 AND substr(site, 1, length($2)) = $2 ORDER BY site
      """, [.integer(sitting), .text(organisation)], report)
  }

  /// The submissions of a sitting, the highest organisations first.
  public static func submissions(sitting: Int, _ session: any Session) throws -> [ViolationReport] {
    try session.all(
      """
      SELECT organisation, submitted_at, submitted_by FROM violation_submission
      WHERE sitting = $1 ORDER BY length(organisation), organisation
      """, [.integer(sitting)], report)
  }

  /// How many absences and violations the sites of an organisation have on record; sites without any are not there.
  public static func records(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try session.forEach(
      """
      SELECT e.place, count(*) FROM violation v JOIN entry e ON \(Joining.record("v"))
      WHERE e.sitting = $1 AND substr(e.place, 1, length($2)) = $2 GROUP BY e.place
      """, [.integer(sitting), .text(organisation)]
    ) { counts[$0.text(0)] = $0.integer(1) }
    return counts
  }

  /// Files a site's nil return.
  public static func file(_ report: ViolationReport, sitting: Int, _ session: any Session) throws {
    try session.execute(
      "INSERT INTO violation_nil_return (sitting, site, filed_at, filed_by) VALUES ($1, $2, $3, $4)",
      values(of: report, sitting))
  }

  /// Takes a site's nil return back.
  public static func withdraw(site: String, sitting: Int, _ session: any Session) throws {
    try session.execute(
      "DELETE FROM violation_nil_return WHERE sitting = $1 AND site = $2", [.integer(sitting), .text(site)])
  }

  /// Keeps an organisation's submission.
  public static func submit(_ report: ViolationReport, sitting: Int, _ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO violation_submission (sitting, organisation, submitted_at, submitted_by)
      VALUES ($1, $2, $3, $4)
      """, values(of: report, sitting))
  }

  private static func values(of report: ViolationReport, _ sitting: Int) -> [SQLValue] {
    [.integer(sitting), .text(report.organisation), .integer(report.at), .text(report.member)]
  }

  private static func report(_ row: any ResultRow) -> ViolationReport {
    ViolationReport(organisation: row.text(0), at: row.integer(1), member: row.text(2))
  }
}
