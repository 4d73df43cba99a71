import Files
import Foundation
import Glibc

/// 测试服务器 — a PostgreSQL server of a test's own, durable as a real one, that the test may stop, restart and replace by its
/// standby without disturbing others. It goes with the test, and with the test's process however that ends.
public final class TestCluster: Sendable {
  /// Whether this machine has a server's programs.
  public static var isPossible: Bool { ServerProgram.folder != nil }

  /// Why a test that needs a server does not run.
  public static let why = "there are no programs of a PostgreSQL server (scripts/bootstrap installs them)"

  private let folder: TemporaryFolder
  /// The port that it listens on, at 127.0.0.1.
  public let port: Int

  /// Its address without a database.
  public var url: String { "postgres://postgres@127.0.0.1:\(port)" }
  private var data: String { folder.path("data") }
  private var log: String { folder.path("server.log") }

  private init(port: Int) throws {
    folder = try TemporaryFolder()
    self.port = port
    // The server's user has to get there.
    chmod(folder.url.path, 0o755)
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
    try Data().write(to: URL(filePath: log))
    if getuid() == 0, let user = ServerProgram.user {
      for path in [folder.url.path, data, log] { chown(path, user.id, user.group) }
    }
    chmod(data, 0o700)
    let stop = "\(ServerProgram.folder ?? "")/pg_ctl -D \(data) -m immediate stop"
    let isAlive = "[ -d /proc/\(getpid()) ] && [ -d \(folder.url.path) ]"
    let remove = "rm -rf \(folder.url.path)"
    try ServerProgram.detach("while \(isAlive); do sleep 1; done; \(stop); \(remove)", log: "/dev/null")
  }

  deinit {
    try? ServerProgram.runNow("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"], log: "/dev/null")
  }

  /// One server for all tests that do it no harm.
  public static func shared() async throws -> TestCluster { try await kept.value }

  private static let kept = Task { try await make() }

  /// A new server that runs.
  public static func make() async throws -> TestCluster {
    let cluster = try TestCluster(port: try FreePort.any())
    try await cluster.run(
      "initdb",
      ["-D", cluster.data, "--locale=C", "-E", "UTF8", "-U", "postgres", "-A", "trust", "--no-sync"])
    try cluster.configure(
      """
      shared_buffers = 64MB
      max_connections = 200
      listen_addresses = '127.0.0.1'
      unix_socket_directories = '\(cluster.folder.url.path)'
      """)
    try await cluster.start()
    return cluster
  }

  private func configure(_ text: String) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: data + "/postgresql.conf"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("\n\(text)\nport = \(port)\n".utf8))
    try handle.close()
  }

  private func run(_ name: String, _ arguments: [String]) async throws {
    try await ServerProgram.run(name, arguments, log: log)
  }

  /// Starts it.
  public func start() async throws {
    try await run("pg_ctl", ["-D", data, "-l", log, "-w", "-t", "120", "start"])
  }

  /// Ends it as a power cut would.
  public func stop() async throws { try await run("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]) }

  /// Ends it as a power cut would, and starts it again.
  public func restart() async throws {
    try await run("pg_ctl", ["-D", data, "-l", log, "-m", "immediate", "-w", "-t", "120", "restart"])
  }

  /// A standby that follows this server; from now on nothing is committed here that it does not have.
  public func standby() async throws -> TestCluster {
    let standby = try TestCluster(port: try FreePort.any())
    try FileManager.default.removeItem(atPath: standby.data)
    try await standby.run(
      "pg_basebackup",
      [
        "-h", "127.0.0.1", "-p", "\(port)", "-U", "postgres", "-D", standby.data, "-R", "-c", "fast",
        "--no-sync",
      ])
    try standby.configure("unix_socket_directories = '\(standby.folder.url.path)'")
    try await standby.start()
    try await execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
    try await execute("SELECT pg_reload_conf()")
    while try await count("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == 0 {
      try await Task.sleep(for: .milliseconds(50))
    }
    return standby
  }

  /// Makes a standby a server that takes writes.
  public func promote() async throws { try await execute("SELECT pg_promote()") }

  /// Runs a statement, whatever database it is about.
  public func execute(_ sql: String, in database: String = "postgres") async throws {
    try await TestServer(url).run(sql, in: database)
  }

  /// The number that a statement gives.
  public func count(_ sql: String, in database: String = "postgres") async throws -> Int {
    try await TestServer(url).count(sql, in: database)
  }

  /// A database of it whose store is empty.
  /// - Returns: its address.
  public func makeStore() async throws -> String {
    let name = "kaowu_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try await execute("CREATE DATABASE \(name)")
    return "\(url)/\(name)"
  }
}

/// A port that nobody listens on.
enum FreePort {
  struct NoPort: Error {}

  static func any() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = Self.address(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && getsockname(socket, address, &size) == 0
      }
    }
    guard isBound else { throw NoPort() }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// A port of this machine as sockets take it.
  static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }
}
