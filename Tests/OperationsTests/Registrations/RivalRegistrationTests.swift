import Exports
import Imports
import Operations
import Storage
import TestStores
import Testing

/// Two sites register one candidate at the same moment: on a server neither waits for the other before the keys meet.
@Suite(.enabled(if: TestServer.shared != nil, "a file has one writer at a time"))
struct RivalRegistrationTests {
  /// How long a rival holds its candidate before it is told that nobody came, in looks.
  private static let mostLooks = 600

  /// Registers a candidate at a site, and is not done before somebody else waits for what it holds.
  private func rival(
    _ candidate: Candidate, at site: String, _ fixture: OfficeFixture, begun: @escaping @Sendable () -> Void
  ) async throws -> Bool {
    try await fixture.database.write { session in
      let sitting = try session.count("SELECT id FROM sitting")
      try session.execute(
        """
        INSERT INTO registration (sitting, site, method, document_type, document_number, name, audit, created_job)
        VALUES ($1, $2, 'collective', '1', $3, '对手', 'none', 0)
        """, [.integer(sitting), .text(site), .text(candidate.id)])
      try CandidateSites.add(createdBy: 0, sitting: sitting, session)
      begun()
      for _ in 0..<Self.mostLooks {
        let waiting = try session.count(
          """
          SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'
            AND transactionid = CAST(pg_current_xact_id() AS xid)
          """)
        if waiting > 0 { return true }
        _ = try session.count("SELECT 1 FROM pg_sleep(0.05)")
      }
      return false
    }
  }

  @Test("REG-06 whoever comes second is told where the candidate is registered, as if it had come later")
  func second() async throws {
    let fixture = try await OfficeFixture()
    let candidate = Candidate(0)
    let (signals, signal) = AsyncStream<Void>.makeStream()
    async let rival = rival(candidate, at: "990702", fixture) { signal.finish() }
    // The rival has its key before the import reads anything.
    for await _ in signals {}
    let result = try await fixture.register([candidate, Candidate(1)]) { $0.overrides = true }
    #expect(try await rival)
    #expect(result.state == "refused")
    #expect(result.findings.map(\.rule) == ["REG-06"])
    let sites = try await fixture.database.read { session in
      try session.all("SELECT document_number || ' ' || site FROM candidate_site") { $0.text(0) }
    }
    #expect(sites == ["\(candidate.id) 990702"])
  }
}
