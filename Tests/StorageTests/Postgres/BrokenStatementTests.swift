import Dispatch
import Storage
import StoragePostgres
import Tabular
import TestStores
import Testing

/// Statements that fail in the middle of something: an error, nothing kept, and the connection is as good as before.
@Suite(.enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
struct BrokenStatementTests {
  struct Stop: Error {}

  /// Where a body breaks off, and with what.
  enum Fault: String, CaseIterable, Sendable {
    case statement, cursorAtOnce, cursorLater, body, copiedKey, copiedValue, copiedLater, passedOver

    var code: StoreError.Code? {
      switch self {
      case .body: nil
      case .copiedKey, .copiedLater: .constraint
      default: .failed
      }
    }

    func run(_ session: any Session) throws {
      switch self {
      case .statement: try session.execute("INSERT INTO nowhere VALUES (1)")
      case .cursorAtOnce:
        try session.forEach("SELECT size / 0 FROM generate_series(1, 9) g (size)", []) { _ in }
      case .cursorLater: try Self.readUntilBroken(session)
      case .body: try session.forEach("SELECT * FROM generate_series(1, 9999)", []) { _ in throw Stop() }
      case .copiedKey: try Self.load(["b", "c", "b"], size: .integer(1), session)
      case .copiedValue: try Self.load(["b"], size: .text("13800000000?"), session)
      // Some pieces are with the server by then.
      case .copiedLater: try Self.load((0..<600_000).map { "\($0 % 599_999)" }, size: .null, session)
      case .passedOver: _ = try? session.execute("INSERT INTO nowhere VALUES (1)")
      }
    }

    /// Reads rows of which the hundredth cannot be made.
    private static func readUntilBroken(_ session: any Session) throws {
      var rows = 0
      defer { #expect(rows == 50, "what came before the fault was handed out") }
      try session.forEach("SELECT 1 / (100 - n) FROM generate_series(1, 200) g (n)", []) { _ in rows += 1 }
    }

    private static func load(_ names: [String], size: SQLValue, _ session: any Session) throws {
      let loader = try session.loader("thing", columns: ["name", "size"])
      for name in names {
        try loader.add(name)
        try loader.add(size)
        try loader.endRow()
      }
      try loader.finish()
    }
  }

  @Test(
    "a fault in a statement, a cursor, a COPY or the body is an error; nothing is kept, the next transaction works",
    arguments: Fault.allCases)
  func fault(_ fault: Fault) async throws {
    let store = try await ServerStore()
    let error = await #expect(throws: (any Error).self) {
      try await store.database.write { session in
        try session.execute("INSERT INTO thing VALUES ('a', 1)")
        try fault.run(session)
      }
    }
    #expect((error as? StoreError)?.code == fault.code, "\(String(describing: error))")
    // Values of people's records stand neither in the log nor on the screen.
    let said = (error as? StoreError).map { $0.detail + $0.wording.zh + $0.wording.en } ?? ""
    #expect(!said.contains("13800000000"))
    #expect(try await store.things() == 0)
    let name = store.url.split(separator: "/").last ?? ""
    let stuck = "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(name)' AND state LIKE 'idle in%'"
    #expect(try await store.cluster.count(stuck) == 0)
    #expect(try await store.database.write { try $0.execute("INSERT INTO thing VALUES ('a', 1)", []) } == 1)
    #expect(try await store.things() == 1)
  }

  /// Where the server ends the session.
  enum Moment: String, CaseIterable, Sendable { case between, inCursor, inCopy }

  @Test(
    "OPS-03 a session that the server ends in the middle of anything: the body runs again, and it happens once",
    arguments: Moment.allCases)
  func ended(_ moment: Moment) async throws {
    let store = try await ServerStore()
    let (runs, cluster) = (Runs(), store.cluster)
    let database = try #require(store.url.split(separator: "/").last)
    let end: @Sendable () -> Void = {
      guard runs.count == 1 else { return }
      // The body holds its thread up, and another one ends its session.
      let ended = DispatchSemaphore(value: 0)
      Task {
        try? await cluster.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)'")
        ended.signal()
      }
      ended.wait()
    }
    try await store.database.write { session in
      runs.next()
      try session.execute("INSERT INTO thing VALUES ('a', 1)")
      switch moment {
      case .between:
        end()
        try session.execute("INSERT INTO thing VALUES ('b', 1)")
      case .inCursor:
        var rows = 0
        try session.forEach("SELECT n FROM generate_series(1, 500) g (n)", []) { _ in
          rows += 1
          if rows == 7 { end() }
        }
        try session.execute("INSERT INTO thing VALUES ('b', $1)", [.integer(rows)])
      case .inCopy:
        let loader = try session.loader("thing", columns: ["name", "size"])
        end()
        try loader.add("b")
        try loader.add(.integer(1))
        try loader.endRow()
        try loader.finish()
      }
    }
    #expect(runs.count == 2)
    #expect(try await store.things() == 2)
  }
}
