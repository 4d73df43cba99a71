internal import ExamModel
internal import Programmes
public import Storage

extension Office {
  /// 学籍查询 — the students of a site, or of all sites below an organisation; at any time, and nothing outside the
  /// user's scope (NCRE ch. 21; ORG-02). The roster belongs to no sitting; the request's sitting says who acts for whom.
  /// - Throws: `UnknownField` where students cannot be asked for by a field.
  public func students(_ request: CandidateRequest) async throws -> [RosterRecord] {
    let sitting = try await open(request.sitting)
    guard sitting.sees(request.site) else { return [] }
    let query = try rosterQuery(request, sitting)
    return try await database.read { try RosterTable.all(query, $0) }
  }

  /// 删除学籍 — removes one student, many, or all of a query, inside the roster window. Registrations stay as they are
  /// (ROS-06).
  /// - Returns: how many were removed.
  public func deleteStudents(_ request: CandidateRequest) async throws -> Int {
    let sitting = try await open(request.sitting)
    try sitting.requireChange(at: request.site, window: .roster)
    let query = try rosterQuery(request, sitting)
    let (name, now) = (sitting.user.name, now.secondsSince1970)
    return try await database.write { session in
      let trail = TrailWriter(session, by: name, at: now, sitting: 0)
      let count = try RosterTable.remove(query, trail: trail, session)
      try trail.finish()
      return count
    }
  }

  private func rosterQuery(_ request: CandidateRequest, _ sitting: OpenSitting) throws -> RosterQuery {
    var query = RosterQuery(site: request.site)
    query.values = try request.conditions.map { condition in
      let column = RosterColumn.allCases.first {
        $0.rawValue == condition.field || $0.heading == condition.field
      }
      guard let column else {
        throw UnknownField(name: condition.field, known: RosterColumn.allCases.map(\.rawValue))
      }
      return (column, condition.values.map { Self.code($0, of: column, sitting) })
    }
    if let path = request.numbersPath { query.documentNumbers = try CandidateRequest.numbers(in: path) }
    return query
  }

  /// The stored code behind a value that may be given by its name, 本科 for 5.
  private static func code(_ value: String, of column: RosterColumn, _ sitting: OpenSitting) -> String {
    let codes = column.table.flatMap {
      sitting.programme.codes(of: $0, sitting: sitting.definition.number)
    }
    guard case .code(let code) = codes?.find(value) else { return value }
    return code
  }
}
