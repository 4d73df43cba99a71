/// 变化的考生 — a candidate, or a room's batch, whose data changed since a package was made.
public struct PackagePerson: Sendable {
  /// The ID number; empty for a batch, and where nothing is left of the candidate.
  public var documentNumber: String
  /// The name, as it is now or was last.
  public var name: String
  /// What changed.
  public var change: PackageChange

  /// Whom changes are about, by name and then ID number. Whoever is gone is looked up among the cancelled entries and in
  /// the trail.
  public static func find(
    _ changes: [UInt64: PackageChange], of records: PackageBasis.Records, sitting: Int, site: String,
    _ session: any Session
  ) throws -> [PackagePerson] {
    guard !changes.isEmpty else { return [] }
    var found: [UInt64: PackagePerson] = [:]
    func take(_ number: String, _ name: String, owner: String? = nil) {
      let key = PackageDigests.key(of: owner ?? number)
      guard let change = changes[key], found[key] == nil else { return }
      found[key] = PackagePerson(documentNumber: number, name: name, change: change)
    }
    if records == .batches {
      try session.forEach(
        "SELECT \(PackageBasis.rooms.owner) FROM room_batch b WHERE b.sitting = $1 AND b.site = $2",
        [.integer(sitting), .text(site)]
      ) { take("", $0.text(0), owner: $0.text(0)) }
    }
    for table in ["registration", "cancelled_entry"] {
      try session.forEach(
        "SELECT document_number, name FROM \(table) WHERE sitting = $1", [.integer(sitting)]
      ) { take($0.text(0), $0.text(1)) }
    }
    // The newest removal first.
    try session.forEach(
      """
      SELECT record_key, changes FROM trail
      WHERE sitting = $1 AND record = 'registration' AND action = 'removed' ORDER BY number DESC
      """, [.integer(sitting)]
    ) { row in
      guard changes[PackageDigests.key(of: row.text(0))] != nil else { return }
      take(row.text(0), TrailEntry.fields(row.text(1))?.first { $0.column == "name" }?.old ?? "")
    }
    let unknown = changes.filter { found[$0.key] == nil }.values.map {
      PackagePerson(documentNumber: "", name: "", change: $0)
    }
    return (Array(found.values) + unknown).sorted {
      ($0.name, $0.documentNumber) < ($1.name, $1.documentNumber)
    }
  }
}
