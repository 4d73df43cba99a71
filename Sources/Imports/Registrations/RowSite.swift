internal import ExamModel
internal import Programmes
internal import Storage

/// 行的考点 — which site a staged registration is for: that of the import, or that of its own column. A rule that hangs on
/// a site's settings is put once for all sites whose settings are alike.
enum RowSite {
  /// That of the import.
  case ofImport
  /// That of the row's column `site`.
  case ofRow

  /// The table that holds the values of the rows; those of a workbook of one site are staged apart.
  var values: String { self == .ofImport ? StagingTable.values : StagingTable.name }

  /// The settings of the sites that rows can be for, by code.
  func settings(_ context: ImportContext) -> [String: SiteSettings] {
    switch self {
    case .ofImport: [context.site: context.settings]
    case .ofRow: context.sitting.sites
    }
  }

  /// The sites whose settings answer alike, by the answer; those without one are left out.
  func groups<Answer: Hashable>(
    _ context: ImportContext, _ answer: (SiteSettings) -> Answer?
  ) -> [(answer: Answer, sites: [String])] {
    var groups: [Answer: [String]] = [:]
    for (site, settings) in settings(context) {
      if let answer = answer(settings) { groups[answer, default: []].append(site) }
    }
    return groups.map { ($0.key, $0.value.sorted()) }.sorted { $0.1[0] < $1.1[0] }
  }

  /// The condition that a row of `table` is for one of some sites; those of an import are for its own anyway.
  func isOne(of sites: [String], _ table: String, _ parameters: inout SQLParameters) -> String {
    switch self {
    case .ofImport: "1 = 1"
    case .ofRow: "\(table).site IN (\(parameters.add(sites)))"
    }
  }

  /// The site of a row of `table`, as SQL.
  func code(_ table: String, _ context: ImportContext, _ parameters: inout SQLParameters) -> String {
    switch self {
    case .ofImport: "CAST(\(parameters.add(.text(context.site))) AS TEXT)"
    case .ofRow: "\(table).site"
    }
  }
}
