internal import ExamModel
internal import Programmes
public import Storage
internal import Tabular

/// 大范围变更保护 — an import that would change or remove more than a share of what a site or a subject has stops and asks:
/// it is more often the wrong file than a right one. The share and the number below which nobody is asked stand in the
/// programme's definition; `--confirm SITE` answers.
struct ChangeGuard {
  let context: ImportContext
  let kind: any ImportKind

  func findings(_ session: any Session) throws -> [Finding] {
    let limit = context.programme.changeLimit
    guard context.options.confirmed != context.site else { return [] }
    var findings: [Finding] = []
    for scale in try kind.changeScales(session) {
      let share = scale.changed * 100
      guard scale.changed >= limit.least, share > scale.stored * limit.percent else { continue }
      findings.append(
        Finding(
          RecordRules.scale, at: Place(),
          arguments: [
            scale.of, String(scale.changed), String(scale.stored), String(limit.percent), context.site,
          ]))
    }
    return findings
  }
}

extension ImportKind {
  /// How much of what the site has stored of this kind the rows change.
  func siteScale(_ session: any Session) throws -> ChangeScale {
    let changed = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    guard changed > 0, let table = RecordTable.of(Self.record) else {
      return ChangeScale(of: context.site, changed: changed, stored: changed)
    }
    let stored = try session.count(
      """
      SELECT count(*) FROM \(table.table) t
      WHERE \(table.isWithin("$1"))\(table.isOfSitting ? " AND t.sitting = $2" : "")
      """, [.text(context.site)] + (table.isOfSitting ? [.integer(context.sittingID)] : []))
    return ChangeScale(of: context.site, changed: changed, stored: stored)
  }

  public func changeScales(_ session: any Session) throws -> [ChangeScale] { try [siteScale(session)] }
}

/// 变更规模 — how much of what a site or a subject has an import would change or remove.
public struct ChangeScale: Sendable {
  /// The site or the subject, as people know it.
  public var of: String
  /// How many records it would change or remove.
  public var changed: Int
  /// How many there are.
  public var stored: Int
}
