import Foundation
import Storage
import TestStores
import Testing

/// Workers on two machines, one of which loses its link: `scripts/two-machines` makes the machines, as network namespaces.
@Suite(
  .enabled(
    if: Machines.made != nil && TestServer.shared != nil,
    "KAOWU_MACHINES names no machines (scripts/two-machines)"))
struct MachineTests {
  @Test(
    "OPS-03 a worker that is cut off loses its lease and commits nothing late; the other machine's takes its job over"
  )
  func cutOff() async throws {
    let machines = try #require(Machines.made)
    let server = try #require(TestServer.shared)
    let files = try ChaosFiles(.asked)
    let database = try await server.makeDatabase(from: "template0")
    let town = try await ChaosTown(files, store: "\(server.url)/\(database)")
    let port = try #require(server.url.split(separator: ":").last)
    let store: @Sendable (Machines.Machine) -> String = { machine in
      "postgres://postgres@\(machine.server):\(port)/\(database)"
    }
    try await town.handIn(files.first) { arguments in
      try machines.start(on: .desk, arguments + ["--store", store(.desk)], in: town.folder)
    }
    let workers = try [Machines.Machine.left, .right].map { machine in
      try machines.start(
        on: machine,
        ["worker", "--lease", "3", "--now", CommandFixture.registering, "--store", store(machine)],
        in: town.folder)
    }
    // The link goes while the left one is at work.
    let (left, held) = (workers[0], try await town.jobOf(workers[0]))
    try await machines.setLink(of: .left, up: false)
    let cut = ContinuousClock.now
    while try await !town.isOver(held) { try await Task.sleep(for: .milliseconds(100)) }
    let takeover = ContinuousClock.now - cut
    #expect(left.isRunning)
    // It comes back long after its lease, with all that it wanted to commit.
    try await Task.sleep(for: .seconds(5))
    try await machines.setLink(of: .left, up: true)
    while try await town.overCount() != files.first.count { try await Task.sleep(for: .seconds(1)) }
    try await town.arrange()
    try files.writeScores(try await town.tickets())
    try await town.handIn(files.second)
    // It works again, by itself.
    _ = try await town.jobOf(left)
    while try await town.overCount() != files.first.count + files.second.count {
      try await Task.sleep(for: .seconds(1))
    }
    for worker in workers { worker.signal(SIGTERM) }
    let ends = [try await workers[0].end(), try await workers[1].end()]
    for end in ends { #expect(end.status == 0, "\(end.errors.suffix(3_000))") }
    let lost = ends[0].errorLines.filter { $0.contains("lease lost") || $0.contains("out of reach") }
    #expect(!lost.isEmpty, "\(ends[0].errors)")
    #expect(ends[1].errorLines.contains { $0.contains("taken over") && $0.contains("\"job\":\"\(held)\"") })
    let done = ends.map { $0.errorLines.count { $0.contains("\"job ended\"") } }
    print(
      "two machines: \(done[0]) and \(done[1]) jobs; the cut one's job was over \(takeover) after the cut")
    #expect(done[0] + done[1] == files.first.count + files.second.count)
    // In peace, on one machine.
    let peace = try await ChaosTown(files)
    try await peace.handIn(files.first)
    #expect(try await peace.call(["worker", "--once", "--now", CommandFixture.registering]).status == 0)
    try await peace.arrange()
    try await peace.handIn(files.second)
    #expect(try await peace.call(["worker", "--once", "--now", CommandFixture.registering]).status == 0)
    #expect(try await town.ledger() == (try await peace.ledger()))
    #expect(try await town.exports() == (try await peace.exports()))
  }
}

/// 几台机器 — network namespaces: the tests run on the server's, each of the others has a link to it.
struct Machines: Sendable {
  /// One of them.
  enum Machine: String, CaseIterable, Sendable {
    case left, right, desk

    /// The server's address at its end of the link.
    var server: String {
      switch self {
      case .left: "10.99.1.1"
      case .right: "10.99.2.1"
      case .desk: "10.99.3.1"
      }
    }
  }

  private let name: String

  /// Those that were made for this run.
  static let made = ProcessInfo.processInfo.environment["KAOWU_MACHINES"].map { Machines(name: $0) }

  /// Starts the command on one of them; it has the process number of the command.
  func start(on machine: Machine, _ arguments: [String], in folder: URL) throws -> StartedCommand {
    try StartedCommand(
      URL(filePath: "/usr/sbin/ip"),
      ["netns", "exec", "\(name)-\(machine)", CommandFixture.command.path] + arguments,
      in: folder, environment: [:])
  }

  /// Cuts a link, or puts it back.
  func setLink(of machine: Machine, up isUp: Bool) async throws {
    let run = try await StartedCommand(
      URL(filePath: "/usr/sbin/ip"),
      ["-n", "\(name)-server", "link", "set", "to-\(machine)", isUp ? "up" : "down"],
      in: FileManager.default.temporaryDirectory, environment: [:]
    ).end()
    try #require(run.status == 0, "\(run.screen)")
  }
}

extension ChaosTown {
  /// The job that a worker is at, waited for.
  func jobOf(_ worker: StartedCommand) async throws -> Int {
    let database = try await database()
    while true {
      let job = try await database.read { session in
        try session.first(
          "SELECT job FROM lane WHERE worker LIKE $1 AND free_at > $2",
          [.text("%:\(worker.number):%"), .integer(try session.now())]
        ) { $0.integer(0) }
      }
      if let job { return job }
      try #require(worker.isRunning)
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Whether a job is over.
  func isOver(_ job: Int) async throws -> Bool {
    try await database().read { try JobTable.read(job, $0)?.state.isOver ?? false }
  }
}
