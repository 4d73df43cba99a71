internal import ExamModel
internal import Programmes
internal import Storage

extension Office {
  /// Changes what is set for a sitting, in one transaction: what `edit` sees still holds when the change is kept, and the
  /// trail has every value that became another (OPS-02).
  /// - Parameters:
  ///   - rule: the rule by which it is changed.
  ///   - reason: why a person changes it.
  ///   - edit: the gates of the use case, and the change; what it throws leaves everything as it was.
  func change<Result: Sendable>(
    _ code: String, rule: String, reason: String? = nil,
    _ edit: @escaping @Sendable (OpenSitting, inout SittingDefinition, any Session) throws -> Result
  ) async throws -> Result {
    let now = now.secondsSince1970
    return try await database.write { session in
      try SittingTable.hold(code, session)
      let sitting = try open(code, session)
      var definition = sitting.definition
      let result = try edit(sitting, &definition, session)
      guard definition != sitting.definition else { return result }
      try SittingTable.update(sitting.id, definition: definition.canonicalText, session)
      try storeParts(of: definition, in: sitting.id, session)
      let trail = TrailWriter(session, by: userName, at: now, sitting: sitting.id)
      for change in SittingTrail.changes(from: sitting.definition, to: definition, rule: rule, reason: reason)
      {
        try trail.add(change)
      }
      try trail.finish()
      return result
    }
  }

  /// Stores a sitting whole; one that is there is replaced.
  /// - Returns: its key.
  func store(_ definition: SittingDefinition, at now: Instant, _ session: any Session) throws -> Int {
    let id = try SittingTable.store(
      SittingRecord(
        code: definition.id, programme: definition.programme, number: definition.number,
        name: definition.name, definition: definition.canonicalText, loadedAt: now.secondsSince1970), session)
    try storeParts(of: definition, in: id, session)
    return id
  }

  /// The organisations and users once more as tables, where statements can join them.
  private func storeParts(of definition: SittingDefinition, in id: Int, _ session: any Session) throws {
    try SittingTable.replace(
      organisations: definition.organisations.values.sorted { $0.code < $1.code }.map {
        OrganisationRecord(
          code: $0.code, name: $0.name, address: $0.address, isEnabled: $0.isEnabled,
          isAudited: $0.isAudited)
      },
      members: definition.users.values.sorted { $0.name < $1.name }.map {
        MemberRecord(name: $0.name, organisation: $0.organisation, role: $0.role.rawValue)
      }, of: id, session)
  }
}
