public import Exports
internal import Imports
internal import Storage
public import Tabular

/// 同类问题 — findings that say the same of the same value in the same column, as one line of a screen (ERR-03).
public struct ReportedGroup: Sendable {
  /// The first of them.
  public var finding: ReportedFinding
  /// How many they are.
  public var count: Int
  /// Where they are: `S57:S256、S300`, cells or (where there is no column) rows; nil for findings without a row.
  public var places: String?
}

extension Office {
  /// 问题分组 — a job's findings for a screen: equal ones are one group, over all findings and not only the first, in
  /// the order of the file. The report lists every finding for itself.
  /// - Parameter result: of a job that the acting user sees; of another there are none (ORG-02).
  public func findingGroups(
    of result: ImportResult, limit: Int = ImportResult.mostShown, in language: Language
  )
    async throws -> [ReportedGroup]
  {
    guard result.findingsTotal > 0, let job = Int(result.job) else { return [] }
    let sitting = try await open(result.sitting)
    return try await database.read { session in
      guard let record = try JobTable.read(job, session), record.sitting == sitting.id,
        sitting.sees(record.site)
      else { return [] }
      var groups: [ReportedGroup] = []
      try JobFindingTable.forEachGroup(job: job, limit: limit, session) { group in
        groups.append(
          ReportedGroup(
            finding: ReportedFinding(group.finding, in: language), count: group.count, places: group.places))
      }
      return groups
    }
  }
}

extension FindingGroup {
  /// The cells, or rows, in a few words.
  var places: String? {
    guard let first = finding.place.row, let last = lastRow else { return nil }
    let letters = finding.place.columnIndex.map(CellAddress.columnLetters) ?? ""
    if first == last { return letters + String(first) }
    guard !runs.isEmpty else { return "\(letters)\(first)…\(letters)\(last)" }
    let told = runs.prefix(JobFindingTable.mostRuns).map { run in
      run.count == 1
        ? "\(letters)\(run.lowerBound)" : "\(letters)\(run.lowerBound):\(letters)\(run.upperBound)"
    }
    return told.joined(separator: "、") + (runs.count > told.count ? " …" : "")
  }
}
