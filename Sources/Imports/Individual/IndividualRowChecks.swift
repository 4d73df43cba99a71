internal import ExamModel
internal import Programmes
internal import Tabular

/// 个人网报逐行检查 — what can be said of a row by itself: its site, and everything that this site asks of a registration.
struct IndividualRowChecks: Sendable {
  private let binding: FieldBinding
  private let scope: String
  private let siteIndex: Int?
  private let ofSite: [String: RegistrationRowChecks]
  private let ofNoSite: RegistrationRowChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.binding = binding
    scope = context.site
    siteIndex = binding.index(of: "site")
    let levels = context.programme.levels
    let sites = context.sitting.sites.filter { code, settings in
      settings.isOpen && levels.isWithin(code, scope: context.site) && context.sitting.isEnabled(code)
    }
    ofSite = sites.mapValues {
      RegistrationRowChecks(context, settings: $0, binding: binding, choosesDate: true)
    }
    ofNoSite = RegistrationRowChecks(
      context, settings: Self.anything(context), binding: binding, choosesDate: true)
  }

  /// Settings that find nothing wrong with what hangs on the site, for rows whose site is not known.
  private static func anything(_ context: ImportContext) -> SiteSettings {
    var settings = SiteSettings()
    settings.preferredDays = context.sitting.examDates.map { PreferredDay(date: $0, places: 1) }
    let offers = context.sitting.sites.values.reduce(into: [:]) { offers, site in
      offers.merge(site.subjects) { first, _ in first }
    }
    settings.subjects = offers
    return settings
  }

  /// The checks of a site; nil where it is none that the feed may be for.
  func checks(of site: String) -> RegistrationRowChecks? { ofSite[site] }

  /// The subjects of a row, each once.
  func subjects(of row: DecodedRow) -> [String] { ofNoSite.subjects(of: row) }

  func check(_ row: inout DecodedRow) {
    let known = row[siteIndex].flatMap { ofSite[$0] }
    (known ?? ofNoSite).check(&row)
    if known == nil, let index = siteIndex, let site = row.values[index] {
      row.note(IndividualRules.site, at: index, in: binding, arguments: [site])
    }
  }
}
