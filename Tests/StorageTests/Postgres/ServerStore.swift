import Files
import Storage
import StoragePostgres
import Synchronization
import TestStores

/// A store in a database of its own on a server, with an empty table `thing (name, size)`.
struct ServerStore {
  let cluster: TestCluster
  let url: String
  let database: PostgresDatabase

  /// - Parameters:
  ///   - cluster: the server; nil for the one that tests share.
  ///   - proxy: what the store is reached through.
  init(on cluster: TestCluster? = nil, through proxy: CuttingProxy? = nil) async throws {
    let server: TestCluster
    if let cluster { server = cluster } else { server = try await .shared() }
    let made = try await server.makeStore()
    self.cluster = server
    url = proxy.map { made.replacing(":\(server.port)/", with: ":\($0.port)/") } ?? made
    database = try await PostgresDatabase(try PostgresAddress(url), create: true)
    try await database.write { session in
      _ = try session.execute("CREATE TABLE thing (name TEXT PRIMARY KEY, size BIGINT)")
    }
  }

  func things() async throws -> Int { try await database.read { try $0.count("SELECT count(*) FROM thing") } }
}

/// Counts how often something ran.
final class Runs: Sendable {
  private let counted = Mutex(0)

  /// Counts one more.
  /// - Returns: the how-manieth it is.
  @discardableResult
  func next() -> Int {
    counted.withLock {
      $0 += 1
      return $0
    }
  }

  var count: Int { counted.withLock(\.self) }
}
