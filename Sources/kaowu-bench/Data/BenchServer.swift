internal import Foundation

/// The PostgreSQL server of this run, which `scripts/bench` starts: commits reach the disk on it.
struct BenchServer: Sendable {
  /// Its address, without a database.
  let url: String

  /// The server that `$KAOWU_TEST_POSTGRES` names; nil where there is none.
  static var named: BenchServer? {
    ProcessInfo.processInfo.environment["KAOWU_TEST_POSTGRES"].map { BenchServer(url: $0) }
  }

  func address(of database: String) -> String { "\(url)/\(database)" }

  /// A database that is made once in a run.
  func database(_ name: String, make: (_ address: String) async throws -> Void) async throws -> String {
    if (try? Self.psql(address(of: name), "SELECT 1")) == nil {
      try Self.psql(address(of: "postgres"), "CREATE DATABASE \(name)")
      try await make(address(of: name))
    }
    return name
  }

  /// Makes a database anew as a copy of another one, with nothing left to be written.
  func copy(_ database: String, to name: String) throws {
    let address = address(of: "postgres")
    try Self.psql(address, "DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    try Self.psql(address, "CREATE DATABASE \(name) TEMPLATE \(database) STRATEGY FILE_COPY")
    try Self.psql(address, "CHECKPOINT")
    sync()
  }

  /// Runs a statement.
  static func psql(_ address: String, _ statement: String) throws {
    _ = try MeasuredProcess.run(
      "sh",
      [
        "-c", "psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --command \"$1\" \"$0\" 2>/dev/null", address,
        statement,
      ])
  }
}
