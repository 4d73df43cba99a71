internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 意向日期名额 — SET-04: no more candidates may choose a day at a site than it has places for that.
struct PreferredDayJudgement {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  private struct Day: Hashable {
    let site: String
    let date: String
  }

  func findings(_ session: any Session) throws -> [Finding] {
    let counted = context.options.isPartial ? "w.outcome IN ('created', 'updated')" : "w.outcome <> 'skipped'"
    let asked = try byDay(
      session,
      """
      SELECT w.site, w.preferred_date, count(DISTINCT w.document_number) FROM stage_row w
      LEFT JOIN registration r ON \(context.record("r", is: "w.target"))
      WHERE \(counted) AND w.preferred_date IS NOT NULL AND w.site IS NOT NULL
        AND r.preferred_date IS DISTINCT FROM w.preferred_date
      GROUP BY w.site, w.preferred_date
      """)
    let left = try byDay(
      session,
      """
      SELECT r.site, r.preferred_date, count(*) FROM registration r JOIN stage_row w ON \(context.record("r", is: "w.target"))
      WHERE w.outcome = 'updated' AND r.preferred_date IS NOT NULL
        AND r.preferred_date IS DISTINCT FROM w.preferred_date
      GROUP BY r.site, r.preferred_date
      """)
    let taken = try byDay(
      session,
      """
      SELECT site, preferred_date, count(*) FROM registration
      WHERE sitting = $1 AND preferred_date IS NOT NULL GROUP BY site, preferred_date
      """, [.integer(context.sittingID)])
    var findings: [Finding] = []
    for (site, settings) in context.sitting.sites.sorted(by: { $0.key < $1.key }) {
      for preferred in settings.preferredDays {
        let day = Day(site: site, date: preferred.date.iso)
        let places = preferred.places - taken[day, default: 0] + left[day, default: 0]
        guard asked[day, default: 0] > max(places, 0) else { continue }
        findings.append(finding(day, left: max(places, 0), asked: asked[day, default: 0]))
      }
    }
    return findings
  }

  private func finding(_ day: Day, left: Int, asked: Int) -> Finding {
    Finding(
      IndividualRules.preferredPlaces, at: Place(column: nil),
      arguments: [day.site, day.date, "剩余 \(left)，需要 \(asked)", "\(left) left, \(asked) asked"])
  }

  private func byDay(_ session: any Session, _ sql: String, _ parameters: [SQLValue] = []) throws -> [Day:
    Int]
  {
    Dictionary(
      uniqueKeysWithValues: try session.all(sql, parameters) {
        (Day(site: $0.text(0), date: $0.text(1)), $0.integer(2))
      })
  }
}
