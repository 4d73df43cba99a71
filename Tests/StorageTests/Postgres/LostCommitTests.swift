import Storage
import StoragePostgres
import TestStores
import Testing

/// The connection is lost in the moment of the commit: what happened is found out, never guessed.
@Suite(.enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
struct LostCommitTests {
  /// A store behind a proxy.
  private func behindProxy() async throws -> (store: ServerStore, proxy: CuttingProxy) {
    let cluster = try await TestCluster.shared()
    let proxy = try CuttingProxy(to: cluster.port)
    return (try await ServerStore(on: cluster, through: proxy), proxy)
  }

  @Test(
    "OPS-03 a commit whose answer was lost is a commit: the result is returned, the body does not run again")
  func answer() async throws {
    let (store, proxy) = try await behindProxy()
    defer { proxy.end() }
    let runs = Runs()
    proxy.cut(.answer, ofTransactionWith: "INSERT INTO thing")
    let result = try await store.database.write { session in
      try session.execute("INSERT INTO thing VALUES ('a', 1)")
      return runs.next()
    }
    #expect(result == 1 && runs.count == 1 && proxy.cuts == 1)
    #expect(try await store.things() == 1)
  }

  @Test("OPS-03 a commit that never reached the server is none: the body runs again, and it happens once")
  func request() async throws {
    let (store, proxy) = try await behindProxy()
    defer { proxy.end() }
    let runs = Runs()
    proxy.cut(.request, ofTransactionWith: "INSERT INTO thing")
    let result = try await store.database.write { session in
      try session.execute("INSERT INTO thing VALUES ('a', 1)")
      return runs.next()
    }
    #expect(result == 2 && runs.count == 2 && proxy.cuts == 1)
    #expect(try await store.things() == 1)
  }

  @Test(
    "OPS-03 on a connection of one's own the body cannot run again: lost is said only where nothing happened",
    arguments: [CuttingProxy.Loss.answer, .request])
  func ownConnection(_ loss: CuttingProxy.Loss) async throws {
    let (store, proxy) = try await behindProxy()
    defer { proxy.end() }
    let connection = try await store.database.connection()
    proxy.cut(loss, ofTransactionWith: "INSERT INTO thing")
    let insert: @Sendable (any Session) throws -> Int = {
      try $0.execute("INSERT INTO thing VALUES ('a', 1)", [])
    }
    switch loss {
    case .answer: #expect(try await connection.write(insert) == 1)
    case .request:
      let error = await #expect(throws: StoreError.self) { try await connection.write(insert) }
      #expect(error?.code == .lost)
    }
    #expect(proxy.cuts == 1)
    #expect(try await store.things() == (loss == .answer ? 1 : 0))
  }

  @Test(
    "OPS-03 a session that is killed while its commit waits for a standby: it is not said to be done before one has it"
  )
  func killedInCommit() async throws {
    let cluster = try await TestCluster.make()
    let store = try await ServerStore(on: cluster)
    try await cluster.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
    try await cluster.execute("SELECT pg_reload_conf()")
    let (runs, returns) = (Runs(), Runs())
    let waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query = 'COMMIT'"
    async let result = store.database.write { session in
      try session.execute("INSERT INTO thing VALUES ('a', 1)")
      return runs.next()
    }
    async let watched: Void = {
      while try await cluster.count(waiting) == 0 { try await Task.sleep(for: .milliseconds(20)) }
      try await cluster.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query = 'COMMIT'"
      )
      // The client has asked, knows that it is committed, and waits for a standby to have it.
      let asked =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query LIKE '%emit_message%'"
      while try await cluster.count(asked) == 0 { try await Task.sleep(for: .milliseconds(20)) }
      #expect(returns.count == 0)
      try await cluster.execute("ALTER SYSTEM RESET synchronous_standby_names")
      try await cluster.execute("SELECT pg_reload_conf()")
    }()
    #expect(try await result == 1)
    returns.next()
    try await watched
    #expect(try await store.things() == 1 && runs.count == 1)
  }

  @Test("OPS-03 where the server stays away nobody can tell, and that is what is said")
  func gone() async throws {
    let cluster = try await TestCluster.make()
    let proxy = try CuttingProxy(to: cluster.port)
    defer { proxy.end() }
    let url = try await ServerStore(on: cluster, through: proxy).url
    let database = try await PostgresDatabase(PostgresAddress(url), patience: .seconds(2))
    proxy.cut(.answer, ofTransactionWith: "INSERT INTO thing") { try await cluster.stop() }
    let error = await #expect(throws: StoreError.self) {
      try await database.write { try $0.execute("INSERT INTO thing VALUES ('a', 1)", []) }
    }
    #expect(error?.code == .uncertain)
    try await cluster.start()
    #expect(try await database.read { try $0.count("SELECT count(*) FROM thing") } == 1)
  }

  @Test(
    "OPS-03 a standby that took over does not know the numbers of the primary's transactions: it cannot tell, either"
  )
  func promoted() async throws {
    let primary = try await TestCluster.make()
    let proxy = try CuttingProxy(to: primary.port)
    defer { proxy.end() }
    let store = try await ServerStore(on: primary, through: proxy)
    let standby = try await primary.standby()
    proxy.cut(.answer, ofTransactionWith: "INSERT INTO thing") {
      try await primary.stop()
      try await standby.promote()
      proxy.lead(to: standby.port)
    }
    let error = await #expect(throws: StoreError.self) {
      try await store.database.write { try $0.execute("INSERT INTO thing VALUES ('a', 1)", []) }
    }
    #expect(error?.code == .uncertain)
    // A commit that was answered is on the standby.
    #expect(try await store.things() == 1)
  }
}
