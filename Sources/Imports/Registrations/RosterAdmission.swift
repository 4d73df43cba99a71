internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 学籍报考限制 — REG-12 with SET-07: whom a site may take. A site that does not use the roster treats its students as not
/// on it, so only the rosters of sites that do are looked at.
struct RosterAdmission {
  private let context: ImportContext
  private let sites: RowSite

  init(_ context: ImportContext, sites: RowSite) {
    self.context = context
    self.sites = sites
  }

  /// Whom a site that uses the roster admits.
  private enum Rule: Hashable {
    case everybodyElsewhereUnbound
    case rosterOfProvince
    case rosterOfSite
  }

  var judgements: [Judgement] {
    sites.groups(context, Self.rule).map { judgement($0.answer, $0.sites) }
  }

  private static func rule(_ settings: SiteSettings) -> Rule? {
    let roster = settings.roster
    guard roster.isEnabled else { return nil }
    return roster.siteOnly
      ? .rosterOfSite : roster.provinceOnly ? .rosterOfProvince : .everybodyElsewhereUnbound
  }

  private func judgement(_ rule: Rule, _ codes: [String]) -> Judgement {
    var parameters = SQLParameters()
    let here = sites.isOne(of: codes, "s", &parameters)
    let site = sites.code("s", context, &parameters)
    let known = "(r.id IS NOT NULL AND r.site IN (\(parameters.add(context.sitesWithRoster))))"
    let own = "r.site = \(site)"
    // The province is the first part of a site's code.
    let length = context.province.utf8.count
    let mayComeHere = """
      (r.anywhere = 1 AND substr(r.site, 1, \(length)) = substr(\(site), 1, \(length))) OR EXISTS (
        SELECT 1 FROM roster_site a WHERE a.document_number = r.document_number AND a.site = \(site))
      """
    let admitted =
      switch rule {
      case .rosterOfSite: "\(known) AND \(own)"
      case .rosterOfProvince: "\(known) AND (\(own) OR \(mayComeHere))"
      case .everybodyElsewhereUnbound: "NOT \(known) OR \(own) OR \(mayComeHere)"
      }
    return Judgement(
      RegistrationRules.roster, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row w JOIN \(sites.values) s ON s.row_number = w.row_number
        LEFT JOIN roster r ON r.document_number = s.document_number
        WHERE w.target IS NULL AND s.document_number IS NOT NULL AND \(here) AND NOT (\(admitted))
        """, parameters: parameters.values)
  }
}
