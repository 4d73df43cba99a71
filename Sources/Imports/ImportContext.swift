public import ExamModel
public import Programmes
internal import Storage

/// 导入环境 — everything that an import's rules depend on besides the rows of the file. A value: the same context and the
/// same file give the same findings.
public struct ImportContext: Sendable {
  /// The programme whose rules hold.
  public let programme: Programme
  /// The sitting's key in the store.
  public let sittingID: Int
  /// The sitting as it was loaded.
  public let sitting: SittingDefinition
  /// The site's code; for feeds it may be an organisation above sites.
  public let site: String
  /// The site's settings; those of a site that was given none where there are none.
  public let settings: SiteSettings
  /// Who imports.
  public let user: User
  /// The clock.
  public let now: Instant
  /// What was asked for.
  public let options: ImportOptions
  /// The pictures of the file, where it holds such.
  public var pictures: ImportedPictures?

  /// A context.
  public init(
    programme: Programme, sittingID: Int, sitting: SittingDefinition, site: String, user: User, now: Instant,
    options: ImportOptions
  ) {
    self.programme = programme
    self.sittingID = sittingID
    self.sitting = sitting
    self.site = site
    settings = sitting.siteSettings(site) ?? SiteSettings()
    self.user = user
    self.now = now
    self.options = options
  }

  /// The code of the site's province: the topmost organisation below the centre.
  var province: String { String(site.prefix(programme.levels.codeLengths.first { $0 > 0 } ?? 0)) }

  /// What must hold before an entry can be paid (PAY-03).
  var paymentConditions: PaymentConditions { PaymentConditions(sitting, programme) }

  /// The sites that use the roster in this sitting.
  var sitesWithRoster: [String] {
    sitting.sites.filter { $0.value.roster.isEnabled }.map(\.key).sorted()
  }
}
