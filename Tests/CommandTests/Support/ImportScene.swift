import Foundation
import Storage
import StorageSQLite
import Testing

/// 导入现场 — a store with some candidates, and a workbook with more of them; the store can be put back as it was.
struct ImportScene: Sendable {
  let fixture: CommandFixture
  /// What the store holds before the workbook is imported.
  let before: [String]

  /// The store's file.
  var store: String { fixture.path("kaowu.sqlite") }
  /// The import of the workbook.
  var call: [String] {
    ["import", "registrations", fixture.path("more.xlsx"), "--quiet", "--now", CommandFixture.registering]
      + CommandFixture.place
  }

  /// - Parameter rows: the rows of the workbook.
  init(rows: Int) async throws {
    fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(20, first: 9_000).write("some.xlsx", in: fixture)
    try CandidateWorkbook(rows).write("more.xlsx", in: fixture)
    try #require(try await fixture.importWorkbook("some.xlsx").status == 0)
    before = try await Self.contents(of: fixture.path("kaowu.sqlite"))
    try copy("kaowu.sqlite", to: "saved.sqlite")
  }

  /// Puts the store back as it was.
  func restore() throws { try copy("saved.sqlite", to: "kaowu.sqlite") }

  /// All candidates and entries, one line each.
  func contents() async throws -> [String] { try await Self.contents(of: store) }

  /// The newest job of the ledger.
  func newestJob() async throws -> (id: Int, state: String)? {
    try await SQLiteDatabase(path: store).read { session in
      try session.first("SELECT id, state FROM job ORDER BY id DESC") { ($0.integer(0), $0.text(1)) }
    }
  }

  /// After a kill: a job that took effect is done, one that did not is told of at the next start and is failed then.
  func expectRecovery(_ outcome: String) async throws {
    let job = try #require(try await newestJob())
    // The first job made the scene; without another the kill came before the import had begun.
    guard job.id > 1 else {
      #expect(outcome == "before")
      return
    }
    let next = try await fixture.run(["jobs", "list", "--json"])
    #expect(next.status == 0)
    let items = try #require(try next.object()["items"] as? [[String: Any]])
    #expect(items.first?["job"] as? String == String(job.id))
    #expect(items.first?["state"] as? String == (outcome == "after" ? "done" : "failed"))
    #expect(next.errors.contains("任务 \(job.id)（registrations，more.xlsx）上次被中断") == (outcome == "before"))
  }

  private static func contents(of store: String) async throws -> [String] {
    try await SQLiteDatabase(path: store).read { session in
      let candidates = """
        SELECT document_number, name, site, method, audit, COALESCE(lock_reason, '-'), email FROM registration
        ORDER BY document_number
        """
      let entries = """
        SELECT r.document_number, e.site, e.subject, COALESCE(e.paid, '-'), COALESCE(e.ticket, '-'), e.id, r.id
        FROM entry e JOIN registration r ON r.id = e.registration ORDER BY r.document_number, e.subject
        """
      return try [candidates, entries].flatMap { query in
        try session.all(query) { row in (0..<7).map { row.text($0) }.joined(separator: "|") }
      }
    }
  }

  /// Copies a store that nobody has open, with what its log has not yet handed over.
  private func copy(_ name: String, to target: String) throws {
    let files = FileManager.default
    for ending in ["", "-wal", "-shm"] {
      let (from, to) = (fixture.path(name + ending), fixture.path(target + ending))
      if files.fileExists(atPath: to) { try files.removeItem(atPath: to) }
      if ending != "-shm", files.fileExists(atPath: from) { try files.copyItem(atPath: from, toPath: to) }
    }
  }
}
