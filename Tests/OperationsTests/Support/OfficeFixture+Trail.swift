import Storage

extension OfficeFixture {
  /// The trail from a link on, oldest first. Every reading checks the chain.
  func trail(after number: Int = 0) async throws -> [TrailEntry] {
    try await database.read { session in
      struct Broken: Error {}
      if try TrailTable.verify(session).break != nil { throw Broken() }
      var entries: [TrailEntry] = []
      try TrailTable.forEach(session) { if $0.number > number { entries.append($0) } }
      return entries
    }
  }

  /// How long the trail is.
  func trailLength() async throws -> Int { try await trail().last?.number ?? 0 }
}

extension RecordChange {
  /// The change in one line: `window 990701 registration: closes 1→2`.
  var line: String {
    let changed = fields.map { "\($0.column) \($0.old ?? "")→\($0.new ?? "")" }.joined(separator: ", ")
    return "\(action.rawValue) \(record.rawValue) \(key)\(part.map { " \($0)" } ?? ""): \(changed)"
  }
}
