@testable import Storage
import StorageSQLite
import Testing

@Suite struct TrailTests {
  static func change(_ key: String, _ old: String?, _ new: String?) -> RecordChange {
    RecordChange(
      .changed, .registration, key: key, site: "990701", row: 3, rule: "REG-08", reason: "更正",
      fields: [
        RecordChange.Field("phone", old: old, new: new), RecordChange.Field("class", old: nil, new: "一班"),
      ])
  }

  /// A store with five links, written in two transactions.
  private func store(_ folder: StoreFolder) async throws -> SQLiteDatabase {
    let database = try await folder.open()
    for keys in [["a", "b"], ["c", "d", "e"]] {
      try await database.write { session in
        let writer = TrailWriter(session, by: "root", at: 1_600_000_000, sitting: 1, job: 7)
        for key in keys { try writer.add(Self.change(key, "1", "2")) }
        try writer.finish()
      }
    }
    return database
  }

  @Test("OPS-02 what is written comes back as it was, and the chain fits")
  func roundTrip() async throws {
    let folder = try StoreFolder()
    let database = try await store(folder)
    let read = try await database.read { session in
      var entries: [TrailEntry] = []
      try TrailTable.forEach(keys: ["b"], sitting: 1, site: "9907", session) { entries.append($0) }
      return (entries, try TrailTable.verify(session))
    }
    #expect(read.0.map(\.change) == [Self.change("b", "1", "2")])
    #expect(read.0.map { [$0.number, $0.at, $0.job, $0.sitting] } == [[2, 1_600_000_000, 7, 1]])
    #expect(read.1.links == 5 && read.1.break == nil)
  }

  @Test(
    "OPS-02 a record that is changed, removed, moved, cut off or added is found, wherever it stands",
    arguments: [
      ("UPDATE trail SET changes = replace(changes, '2', '3') WHERE number = 2", 2, TrailTable.Fault.changed),
      ("UPDATE trail SET member = 'other' WHERE number = 5", 5, .changed),
      ("UPDATE trail SET at = at + 1 WHERE number = 1", 1, .changed),
      ("UPDATE trail SET reason = NULL WHERE number = 3", 3, .changed),
      ("UPDATE trail SET hash = 'x' WHERE number = 4", 4, .changed),
      ("DELETE FROM trail WHERE number = 3", 3, .removed),
      ("DELETE FROM trail WHERE number = 1", 1, .removed),
      ("DELETE FROM trail WHERE number > 3", 4, .end),
      ("DELETE FROM trail", 1, .end),
      ("UPDATE trail SET link = CASE link WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE link END", 2, .changed),
      ("UPDATE trail SET site = '990702' WHERE link > 3", 4, .end),
      ("DELETE FROM trail_head", 1, .end),
      (
        "INSERT INTO trail (link, at, member, job, sitting, site, action, record, record_key, part, source_row, "
          + "rule, reason, changes, hash) SELECT 6, at, member, job, sitting, site, action, record, record_key, part, source_row, "
          + "rule, reason, changes, hash FROM trail WHERE number = 5", 6, .changed
      ),
    ])
  func broken(sql: String, number: Int, fault: TrailTable.Fault) async throws {
    let folder = try StoreFolder()
    let database = try await store(folder)
    try await database.write { session in
      try session.execute(sql)
      try session.execute("UPDATE trail SET link = -link WHERE link < 0")
    }
    let found = try await database.read { try TrailTable.verify($0) }
    #expect(found.break == TrailTable.Break(sitting: 1, site: "990701", link: number, fault: fault))
    #expect(found.links == number - 1)
  }

  @Test(
    "OPS-02 each site has a chain of its own; a chain that is taken away, head and all, is missed by whoever noted its end"
  )
  func chains() async throws {
    let folder = try StoreFolder()
    let database = try await store(folder)
    try await database.write { session in
      let writer = TrailWriter(session, by: "root", at: 0, sitting: 1)
      for site in ["990702", "990701", "990702"] {
        try writer.add(
          RecordChange(.changed, .room, key: "001", site: site, fields: [.init("seats", old: "1", new: "2")]))
      }
      try writer.finish()
    }
    let ends = try await database.read { try TrailTable.ends($0) }
    #expect(ends.map(\.links) == [6, 2])
    #expect(try await database.read { try TrailTable.verify(known: ends, $0).break } == nil)
    // Somebody who can write the whole store can take a chain away, or write it anew from somewhere on.
    try await database.write { session in
      try session.execute("DELETE FROM trail WHERE site = '990702'")
      try session.execute("DELETE FROM trail_head WHERE site = '990702'")
    }
    #expect(try await database.read { try TrailTable.verify($0).break } == nil)
    #expect(
      try await database.read { try TrailTable.verify(known: ends, $0).break }
        == TrailTable.Break(sitting: 1, site: "990702", link: 2, fault: .end))
  }

  @Test("OPS-02 a change that is rolled back leaves no record, and the chain goes on")
  func rolledBack() async throws {
    struct Stop: Error {}
    let folder = try StoreFolder()
    let database = try await store(folder)
    await #expect(throws: Stop.self) {
      try await database.write { session in
        let writer = TrailWriter(session, by: "root", at: 0, sitting: 1)
        try writer.add(Self.change("f", "1", nil))
        try writer.finish()
        throw Stop()
      }
    }
    try await database.write { session in
      let writer = TrailWriter(session, by: "root", at: 0, sitting: 1)
      try writer.add(RecordChange(.changed, .registration, key: "g", site: "990701", fields: []))
      try writer.add(Self.change("g", nil, "1"))
      try writer.finish()
    }
    let found = try await database.read { try TrailTable.verify($0) }
    #expect(found.links == 6 && found.break == nil)
  }
}
