import Files
import Foundation
import Storage
import StoragePostgres
import StorageSQLite
import Synchronization
import Testing

/// 考验现场 — a store that is filled from the files: how they are handed in, what the ledger says, and what it exports.
struct ChaosTown: Sendable {
  let files: ChaosFiles
  /// What `--store` takes.
  let store: String
  private let fixture: CommandFixture
  /// How often handing in ended in an error and had to be done again.
  private let troubles = Troubles()

  var troubleCount: Int { troubles.count }

  /// - Parameter store: an empty database; nil for a file.
  init(_ files: ChaosFiles, store: String? = nil) async throws {
    self.files = files
    fixture = try CommandFixture()
    self.store = store ?? fixture.path("kaowu.sqlite")
    #expect(try await call(["init", "--allow-clock"]).status == 0)
    var text = SittingText()
    text.moreSites = files.sites
    let load = try await call(["sitting", "load", try fixture.write("sitting.yaml", text.yaml)])
    try #require(load.status == 0, "\(load.screen)")
    // Packages are signed, and those of two stores can be the same only with the same key.
    try await database().write { session in
      _ = try session.execute("UPDATE signing_key SET secret = $1", [.bytes([UInt8](1...32))])
    }
  }

  func call(_ arguments: [String]) async throws -> CommandRun {
    try await fixture.run(arguments + ["--store", store])
  }

  /// The folder that its calls are made from.
  var folder: URL { fixture.folder.url }

  func start(_ arguments: [String]) throws -> StartedCommand {
    try fixture.start(arguments + ["--store", store])
  }

  /// The store, opened by the test itself.
  func database() async throws -> any Database {
    guard store.hasPrefix("postgres:") else { return try await SQLiteDatabase(path: store) }
    return try await PostgresDatabase(PostgresAddress(store), mostIdle: 0)
  }

  /// Does something for every site, a few at a time.
  func forEachSite(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, site) in files.sites.enumerated() {
        if number >= 3 { try await group.next() }
        group.addTask { try await body(site) }
      }
      try await group.waitForAll()
    }
  }

  /// Queues files, those of a site in their order. What ends in an error of the store is done again, as people would.
  /// - Parameter start: how the command is called; nil calls it here.
  func handIn(
    _ jobs: [ChaosFiles.Job], _ start: (@Sendable ([String]) throws -> StartedCommand)? = nil
  ) async throws {
    try await forEachSite { site in
      for job in jobs where job.site == site {
        while true {
          let words = [
            "import", job.kind, files.path(job), "--sitting", "ncre-58", "--site", job.site, "--queue",
            "--quiet",
            "--json", "--now", job.now,
          ]
          let run = try await (start ?? self.start)(words).end()
          if run.status == 0 { break }
          // Trouble of the store is said as such; nothing else may go wrong.
          try #require(run.status == 5 && run.errorLines.count == 1, "\(run.screen)")
          troubles.note()
          try #require(troubles.count < 1_000, "\(run.screen)")
          // Whoever is told that it is not known looks first.
          if run.errors.contains("无法得知"), try await ledger().contains(where: { $0.hasPrefix(job.file) }) {
            break
          }
        }
      }
    }
  }

  /// The jobs of the ledger by file: state, rows created, findings. A store that is away is waited for.
  func ledger() async throws -> [String] {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
      if let ledger = try await ledgerNow() { return ledger }
    }
    throw StoreAway()
  }

  /// A store that stayed away.
  private struct StoreAway: Error {}

  /// The same; nil where the store cannot be asked just now.
  private func ledgerNow() async throws -> [String]? {
    let run = try await call(["jobs", "list", "--json", "--last", "10000"])
    if run.status == 5 { return nil }
    try #require(run.status == 0, "\(run.screen)")
    let items = try #require(try run.object()["items"] as? [[String: Any]])
    return items.map { item in
      let rows = item["rows"] as? [String: Any]
      let file = item["file"] as? [String: Any]
      return
        "\(file?["name"] ?? "") \(item["state"] ?? "") \(rows?["created"] ?? "") \(item["findingsTotal"] ?? "")"
    }.sorted()
  }

  /// How many jobs are over; nil where the store cannot be asked just now.
  func overCount() async throws -> Int? {
    try await ledgerNow()?.count {
      [" done ", " refused ", " failed ", " cancelled "].contains(where: $0.contains)
    }
  }

  /// Arranges every site and numbers its tickets.
  func arrange() async throws {
    try await forEachSite { site in
      for words in [["arrange", "run"], ["tickets", "number"]] {
        let run = try await call(
          words + ["--sitting", "ncre-58", "--site", site, "--now", CommandFixture.arranging])
        try #require(run.status == 0, "\(words) \(run.screen)")
      }
    }
  }

  /// For each site its tickets with name, number and subject.
  func tickets() async throws -> [String: [String]] {
    let rows = try await database().read { session in
      try session.all(
        """
        SELECT e.site, e.ticket, r.name, r.document_number, e.subject FROM entry e
        JOIN registration r ON r.id = e.registration WHERE e.ticket IS NOT NULL ORDER BY e.ticket
        """
      ) { row in (site: row.text(0), line: (1...4).map { row.text($0) }.joined(separator: ",")) }
    }
    return Dictionary(grouping: rows, by: \.site).mapValues { $0.map(\.line) }
  }

  /// The kinds whose packages show what the files fed: people, seats and tickets of those who paid, rooms, and scores;
  /// each with a moment at which it may be had.
  private static let kinds = [
    "registrations": CommandFixture.arranging, "machine-test": CommandFixture.arranging,
    "room-statistics": CommandFixture.arranging, "scores": CommandFixture.afterExam,
  ]

  /// A table with the column of registration numbers turned into their places in order.
  private static func ranked(_ table: String) throws -> String {
    var lines = table.split(whereSeparator: \.isNewline).map { $0.components(separatedBy: ",") }
    let column = try #require(lines.first?.firstIndex(of: "BMH"))
    let order = Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { $0[column] }.sorted().enumerated().map { ($1, $0) })
    for line in lines.indices.dropFirst() { lines[line][column] = "\(order[lines[line][column]] ?? -1)" }
    return lines.map { $0.joined(separator: ",") }.joined(separator: "\n")
  }

  /// Every package of every site: the SHA-256 of its bytes; of those that give people their registration numbers the text.
  /// These numbers run through the whole store in the order in which sites came to be imported, which no site decides: they
  /// are compared by their order within the site.
  func exports() async throws -> [String: String] {
    let made = ExportedPackages()
    try await forEachSite { site in
      let folder = fixture.path("out-\(site)")
      for (kind, now) in Self.kinds {
        let run = try await call(
          [
            "export", kind, "--sitting", "ncre-58", "--site", site, "-o", folder, "--quiet", "--json",
            "--now",
            now,
          ])
        try #require(run.status == 0, "\(kind) \(run.screen)")
        let package = try run.object()
        let path = try #require(package["path"] as? String)
        let sha256 = try ContentHash.sha256(of: try FileSource(path: path))
        #expect(package["sha256"] as? String == sha256)
        #expect((package["records"] as? Int ?? 0) > 0, "\(kind) of \(site) is empty")
        let entry = kind == "machine-test" ? ["--entry", "\(site).DBF"] : []
        guard kind == "machine-test" || kind == "scores" else {
          made.add("\(site) \(kind)", sha256)
          continue
        }
        let text = try await fixture.run(["inspect", path, "--csv"] + entry)
        try #require(text.status == 0, "\(text.screen)")
        made.add("\(site) \(kind)", try Self.ranked(text.output))
      }
    }
    return made.all
  }
}

/// Counts errors that people had to do something about.
private final class Troubles: Sendable {
  private let noted = Mutex(0)

  func note() { noted.withLock { $0 += 1 } }
  var count: Int { noted.withLock(\.self) }
}

/// Collects what is made at the same time.
private final class ExportedPackages: Sendable {
  private let kept = Mutex<[String: String]>([:])

  func add(_ name: String, _ sha256: String) { kept.withLock { $0[name] = sha256 } }
  var all: [String: String] { kept.withLock(\.self) }
}
