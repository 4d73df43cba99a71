internal import ExamModel
internal import Exports
public import Imports
public import Storage
public import Tabular

/// 考生一行 — a candidate, and what protects the record from being changed or removed.
public struct CandidateItem: Sendable {
  public var candidate: CandidateRecord
  public var protections: [Protection]

  /// How many of the entries are paid: `all`, `part` or `none`.
  public var payment: String {
    if candidate.paidEntries == 0 { return "none" }
    return candidate.paidEntries == candidate.subjects.count ? "all" : "part"
  }
}

/// 考生清单 — one page of the candidates of a query, or all of them.
public struct CandidateList: Sendable {
  public var items: [CandidateItem]
  /// How many candidates the query finds in all.
  public var total: Int
}

extension Office {
  /// 考生清单 — the candidates of a query (CAN-01); outside the user's scope there are none (ORG-02).
  /// - Parameter showsNumbers: whether the ID numbers will be shown whole; then the trail says who saw how many.
  public func candidates(
    _ request: CandidateRequest, showsNumbers: Bool = false
  ) async throws -> CandidateList {
    let sitting = try await open(request.sitting)
    guard sitting.sees(request.site) else { return CandidateList(items: [], total: 0) }
    let query = try request.query(sitting)
    let list = try await database.read { session in
      var list = CandidateList(items: [], total: try CandidateChoice.make(query, session))
      try Self.forEachItem(request.places, session) { list.items.append($0) }
      return list
    }
    if showsNumbers { try await noteShown(list.items.count, request, sitting) }
    return list
  }

  /// 导出查询结果 — writes the candidates of a query to a workbook or a CSV file, by the path's ending (CAN-01).
  /// - Parameter showsNumbers: whether ID numbers are written whole, instead of their last four; it is in the trail.
  /// - Returns: how many there are.
  /// - Throws: `UnfitOption` where the path has another ending, `FileError` where the disk fails.
  public func writeCandidates(
    _ request: CandidateRequest, to path: String, showsNumbers: Bool = false, language: Language
  ) async throws -> Int {
    let sitting = try await open(request.sitting)
    let columns = CandidateLines(language, showsNumbers: showsNumbers)
    let query = sitting.sees(request.site) ? try request.query(sitting) : nil
    let file = try ListFile(
      path: path, title: Wording(zh: "考生查询结果", en: "Candidates")[language], headings: columns.headings,
      now: sitting.now)
    let count = try await database.read { session in
      try file.write { take in
        guard let query else { return }
        _ = try CandidateChoice.make(query, session)
        try Self.forEachItem(request.places, session) { try take(columns.texts($0)) }
      }
    }
    if showsNumbers { try await noteShown(count, request, sitting) }
    return count
  }

  private static func forEachItem(
    _ places: ClosedRange<Int>?, _ session: any Session, _ body: (CandidateItem) throws -> Void
  ) throws {
    let facts = try ProtectionTable.read(places, session)
    try CandidateTable.forEach(places, session) { candidate in
      let protections = facts[candidate.registration] ?? []
      try body(CandidateItem(candidate: candidate, protections: protections.map { Protection($0) }))
    }
  }

  /// Writes down who saw how many ID numbers whole, and by which query (IDN-06).
  private func noteShown(_ count: Int, _ request: CandidateRequest, _ sitting: OpenSitting) async throws {
    guard count > 0 else { return }
    let fields = [
      RecordChange.Field("count", old: nil, new: String(count)),
      RecordChange.Field("query", old: nil, new: CandidateChange.plain(request.text)),
    ]
    try await database.write { session in
      let trail = TrailWriter(
        session, by: sitting.user.name, at: sitting.now.secondsSince1970, sitting: sitting.id)
      try trail.add(
        RecordChange(
          .shown, .registration, key: "", site: request.site, rule: "IDN-06",
          fields: fields.filter { $0.new?.isEmpty == false }))
      try trail.finish()
    }
  }
}
