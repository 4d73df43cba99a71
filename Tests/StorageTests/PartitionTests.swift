import Files
import Foundation
import Storage
import TestStores
import Testing

/// What the server's own catalogue says of the tables that grow: they lie in one partition a sitting, and can be spread
/// by site.
@Suite(.enabled(if: TestServer.shared != nil, "partitions are a server's"))
struct PartitionTests {
  /// Every table with its columns.
  private func columns(_ session: any Session) throws -> [String: Set<String>] {
    Dictionary(
      uniqueKeysWithValues: try session.tables().map { ($0.name, Set($0.columns.map(\.name))) })
  }

  private func partitioned(_ session: any Session) throws -> Set<String> {
    Set(
      try session.all(
        """
        SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
        WHERE p.partstrat = 'l' AND pg_get_partkeydef(c.oid) = 'LIST (sitting)'
        """
      ) { $0.text(0) })
  }

  @Test("the tables that grow with the candidates are partitioned by sitting, and no other is")
  func tables() async throws {
    let store = try await PartitionedStore()
    try await store.database.read { session in
      let partitioned = try partitioned(session)
      #expect(partitioned == JoinCheck.tables)
      for (table, columns) in try columns(session) where JoinCheck.tables.contains(table) {
        #expect(columns.isSuperset(of: ["sitting", "site"]), "\(table)")
      }
    }
  }

  /// Tables of which there are few rows, or whose rows go when their work is done, though they speak of a candidate.
  private static let small: Set<String> = ["account", "roster", "roster_site", "candidate_site"]

  @Test("a table that has rows for each candidate is one of those")
  func complete() async throws {
    let store = try await PartitionedStore()
    try await store.database.read { session in
      for (table, columns) in try columns(session)
      where !columns.isDisjoint(with: ["registration", "entry", "document_number", "ticket"])
        && !Self.small.contains(table)
      {
        #expect(JoinCheck.tables.contains(table), "\(table)")
      }
    }
  }

  @Test("every unique key and every reference among them holds sitting and site")
  func keys() async throws {
    let store = try await PartitionedStore()
    try await store.database.read { session in
      var keys = 0
      try session.forEach(
        """
        SELECT i.indexrelid::regclass::text, array_agg(a.attname)::text FROM pg_index i
        LEFT JOIN pg_inherits h ON h.inhrelid = i.indrelid
        JOIN pg_class c ON c.oid = COALESCE(h.inhparent, i.indrelid) AND c.relkind = 'p'
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indisunique GROUP BY 1
        """, []
      ) { row in
        keys += 1
        let columns = Set(row.text(1).dropFirst().dropLast().split(separator: ",").map(String.init))
        #expect(columns.isSuperset(of: ["sitting", "site"]), "\(row.text(0))")
      }
      #expect(keys > 2 * JoinCheck.tables.count)
      var references: [String] = []
      try session.forEach(
        """
        SELECT k.conrelid::regclass::text, k.confrelid::regclass::text, pg_get_constraintdef(k.oid) FROM pg_constraint k
        JOIN pg_inherits t ON t.inhrelid = k.conrelid JOIN pg_inherits f ON f.inhrelid = k.confrelid
        WHERE k.contype = 'f' AND k.conrelid::regclass::text LIKE '%_of_' || $1
        """, [.text(String(store.sitting))]
      ) { row in
        references.append("\(row.text(0)) \(row.text(1))")
        #expect(row.text(2).components(separatedBy: ", sitting, site)").count == 3, "\(row.text(2))")
      }
      #expect(
        references.sorted()
          == [
            "entry registration", "mailing entry", "photo picture", "score entry", "violation entry",
          ].map { $0.split(separator: " ").map { "\($0)_of_\(store.sitting)" }.joined(separator: " ") })
    }
  }

  @Test("a sitting that is loaded has its partition in each of them; the store itself has one of the trail")
  func partitions() async throws {
    let store = try await PartitionedStore()
    try await store.database.read { session in
      let partitions = Set(
        try session.all(
          """
          SELECT p.relname || ' ' || pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits i
          JOIN pg_class p ON p.oid = i.inhparent AND p.relkind = 'p' JOIN pg_class c ON c.oid = i.inhrelid
          """
        ) { $0.text(0) })
      let expected = JoinCheck.tables.map { "\($0) FOR VALUES IN ('\(store.sitting)')" }
      #expect(partitions.isSuperset(of: expected + ["trail FOR VALUES IN ('0')"]))
    }
  }

  @Test(
    "what is looked up is looked for in one partition",
    arguments: [
      "SELECT id FROM entry WHERE sitting = $1 AND ticket = '1'",
      "SELECT id FROM registration WHERE sitting = $1 AND document_number = '1'",
      "SELECT r.id FROM registration r WHERE r.sitting = $1 AND r.site = '990701'",
      "SELECT e.id FROM entry e WHERE e.sitting = $1 AND e.place = '990701' AND e.room = '01' AND e.batch = 1",
      """
      SELECT r.id, c.result FROM entry e JOIN registration r ON \(Joining.entry())
      LEFT JOIN score c ON \(Joining.record("c")) LEFT JOIN violation v ON \(Joining.record("v"))
      LEFT JOIN photo p ON \(Joining.photo()) LEFT JOIN picture k ON \(Joining.picture("k"))
      WHERE e.sitting = $1 AND e.place = '990701'
      """,
      "SELECT e.id FROM asked s JOIN entry e ON \(Joining.inSitting("$1", "e")) AND e.id = s.number",
      "DELETE FROM entry WHERE \(Joining.inSitting("$1", "entry")) AND id IN (SELECT number FROM asked)",
      "SELECT number FROM trail WHERE sitting = $1 AND record_key = '1'",
    ])
  func pruning(_ sql: String) async throws {
    let store = try await PartitionedStore()
    let other = try await store.addSitting()
    try await store.database.write { session in
      try session.execute("CREATE TEMP TABLE asked (number BIGINT NOT NULL)")
      let plan = try session.all("EXPLAIN " + sql.replacing("$1", with: String(store.sitting))) { $0.text(0) }
      let lines = plan.joined(separator: "\n")
      #expect(lines.contains("_of_\(store.sitting)"), "\(lines)")
      #expect(!lines.contains("_of_\(other)") && !lines.contains("_of_0"), "\(lines)")
      try session.execute("DROP TABLE asked")
    }
  }

  @Test("a sitting that is no longer needed is taken away as a whole, and the others stay")
  func removal() async throws {
    let store = try await PartitionedStore()
    let other = try await store.addSitting()
    try await store.database.write { session in
      for sitting in [store.sitting, other] { try store.register("990101200001010011", in: sitting, session) }
      let partitions = JoinCheck.tables.map { "\($0)_of_\(other)" }.sorted().joined(separator: ", ")
      try session.execute("DROP TABLE \(partitions)")
      try session.execute("DELETE FROM candidate_site WHERE sitting = \(other)")
    }
    let left = try await store.database.read { session in
      try session.all("SELECT sitting FROM registration UNION ALL SELECT sitting FROM entry") {
        $0.integer(0)
      }
    }
    #expect(left == [store.sitting, store.sitting])
    // Its room can be made again.
    try await store.database.write { session in
      try session.addPartitions(ofSitting: other)
      try store.register("990101200001010011", in: other, session)
    }
  }
}

/// A store on the server with a sitting in it.
private struct PartitionedStore {
  let folder: TemporaryFolder
  let store: TestStore
  let sitting: Int

  var database: any Database { store }

  init() async throws {
    folder = try TemporaryFolder()
    store = try await TestStore.make(in: folder)
    sitting = try await Self.addSitting("ncre-58", to: store)
  }

  func addSitting() async throws -> Int { try await Self.addSitting("ncre-59", to: database) }

  private static func addSitting(_ code: String, to database: any Database) async throws -> Int {
    try await database.write { session in
      try SittingTable.store(
        SittingRecord(code: code, programme: "ncre", number: 58, name: code, definition: "", loadedAt: 0),
        session
      )
    }
  }

  /// A candidate with an entry and a score.
  func register(_ document: String, in sitting: Int, _ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO registration (sitting, site, method, document_type, document_number, name, audit, created_job)
      VALUES ($1, '990701', 'collective', '1', $2, '张三', 'none', 7)
      """, [.integer(sitting), .text(document)])
    try CandidateSites.add(createdBy: 7, sitting: sitting, session)
    try session.execute(
      """
      INSERT INTO entry (sitting, site, registration, subject)
      SELECT r.sitting, r.site, r.id, '14' FROM registration r WHERE r.sitting = $1
      """, [.integer(sitting)])
    try session.execute(
      """
      INSERT INTO score (entry, sitting, site, file_result, result, created_job)
      SELECT e.id, e.sitting, e.site, 1, 1, 7 FROM entry e WHERE e.sitting = $1
      """, [.integer(sitting)])
  }
}
