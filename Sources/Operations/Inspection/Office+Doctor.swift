internal import ExamModel
internal import Exports
internal import Files
internal import Programmes
internal import Storage
internal import Tabular
internal import XLSXFormat
internal import ZIPFormat

extension Office {
  /// 诊断 — checks the whole store and counts what is in it, changing nothing. It takes longer as the store grows.
  /// - Throws: `Refusal` for anyone but the centre: the counts are of all organisations.
  public func diagnose() async throws -> Diagnosis {
    let name = userName
    let user = try await database.read { try SittingTable.user(name, inSitting: "", $0) }
    guard user?.organisation == "" else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "用户 \(name) 不能诊断整个数据库，只有中心用户可以。", en: "User \(name) cannot diagnose the store; the centre can.")
      )
    }
    let health = try await database.health()
    let (census, schema, open, stale) = try await database.read { session in
      (
        try StoreCensus.take(session), try StoreProperty.read("schema", session) ?? "0",
        try JobTable.open(session), try Self.stalePackages(session)
      )
    }
    return Diagnosis(
      engine: health.engine, schema: Int(schema) ?? 0, schemaNewest: Migrations.newest,
      healthy: health.problems.isEmpty && census.photosMissing == 0 && census.entriesAlone == 0,
      problems: health.problems, photosMissing: census.photosMissing, entriesAlone: census.entriesAlone,
      counts: census.counts, packagesStale: stale,
      openJobs: open.map { job in
        Diagnosis.OpenJob(
          job: String(job.id), kind: job.kind, site: job.site, state: job.state.rawValue,
          interrupted: JobOwner(job.owner)?.isGone ?? true)
      },
      faceDetector: faceDetector() != nil,
      fontsMissing: DocumentFontCheck.missing(of: try library.identifiers().map(library.programme)),
      libraries: ContentHash.libraries.merging(ZIPArchive.libraries) { first, _ in first }
        .merging(Workbook.libraries) { first, _ in first })
  }

  /// How many packages of the whole store are not up to date.
  private static func stalePackages(_ session: any Session) throws -> Int {
    var reader = FreshnessReader()
    return try PackageTable.all(session).count {
      try reader.freshness(of: $0.package, sitting: $0.sitting, session).0 == .changed
    }
  }
}
