import Exports
import Files
import Imports
import Operations
import Storage
import Tabular
import TestStores
import Testing

/// Every row ends in exactly one count; a file that changes too much is asked about; a content is recognised.
@Suite struct BalanceTests {
  @Test("REG-15 the balance closes for the file, and for each site and subject")
  func groups() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0) { $0.subjects = ["14"] }])
    let result = try await fixture.register([
      Candidate(0) { $0.subjects = ["14", "15"] }, Candidate(1) { $0.subjects = ["14"] },
      Candidate(2) { ($0.subjects, $0.phone) = (["15"], "1") },
    ]) { ($0.overrides, $0.isPartial) = (true, true) }
    #expect(result.balance.map { "\($0.site) \($0.subject ?? "-")" } == ["990701 14", "990701 15"])
    #expect(result.balance.allSatisfy { $0.rows.isBalanced })
    #expect(
      result.balance.map { [$0.rows.read, $0.rows.created, $0.rows.updated, $0.rows.failed] } == [
        [2, 1, 1, 0], [2, 0, 1, 1],
      ])
  }

  @Test(
    "REG-15 a run whose records are not those it counted fails, and nothing of it is kept",
    .enabled(if: TestServer.shared == nil, "the trigger is written in SQLite's words"))
  func unbalanced() async throws {
    let fixture = try await OfficeFixture()
    // A trigger that loses a record behind the program's back.
    try await fixture.execute(
      """
      CREATE TRIGGER loses AFTER INSERT ON registration WHEN NEW.phone = '13900000009'
      BEGIN DELETE FROM registration WHERE id = NEW.id; END
      """)
    await #expect(throws: UnbalancedRun.self) {
      _ = try await fixture.register([Candidate(0), Candidate(1) { $0.phone = "13900000009" }])
    }
    #expect(try await fixture.stored().isEmpty)
    #expect(try await fixture.jobs().first?.state == .failed)
  }

  @Test(
    "OPS-07 an import that would change more than half of a site stops and asks, with numbers; --confirm answers"
  )
  func changeGuard() async throws {
    let fixture = try await OfficeFixture()
    let all = Candidate.some(130)
    _ = try await fixture.register(all)
    func moved(_ count: Int) -> [Candidate] {
      all.enumerated().map { index, candidate in
        var candidate = candidate
        if index < count { candidate.address = "新址" }
        return candidate
      }
    }
    let asked = try await fixture.register(moved(130)) { $0.overrides = true }
    #expect(asked.state == "refused" && asked.marks == ["OPS-07.scale"])
    #expect(asked.findings[0].message.contains("130"))
    #expect(try await fixture.count("SELECT count(*) FROM registration WHERE address = '新址'") == 0)
    let other = try await fixture.register(moved(130)) { ($0.overrides, $0.confirmed) = (true, "990702") }
    #expect(other.state == "refused")
    let few = try await fixture.register(moved(99)) { $0.overrides = true }
    #expect(few.state == "done" && few.rows.updated == 99)
    let confirmed = try await fixture.register(
      all.map { candidate in
        var candidate = candidate
        candidate.address = "又一处"
        return candidate
      }
    ) { ($0.overrides, $0.confirmed) = (true, "990701") }
    #expect(confirmed.state == "done" && confirmed.rows.updated == 130)
  }

  @Test("OPS-07 removing a subject from many candidates is asked about by subject")
  func subjectGuard() async throws {
    let fixture = try await OfficeFixture(.site { $0.subjectsPerCandidate = 2 })
    let all = (0..<260).map { index in Candidate(index) { $0.subjects = index < 110 ? ["14", "15"] : ["14"] }
    }
    _ = try await fixture.register(all)
    let without = all.prefix(105).map { candidate in
      var candidate = candidate
      candidate.subjects = ["14"]
      return candidate
    }
    let asked = try await fixture.register(Array(without)) { $0.overrides = true }
    #expect(asked.marks == ["OPS-07.scale"] && asked.findings[0].message.contains("15 的 105 条"))
  }

  @Test("OPS-07 a content that was taken before is recognised and said, and changes nothing")
  func sameContent() async throws {
    let fixture = try await OfficeFixture()
    let path = fixture.newPath(".xlsx")
    try SheetFile.registrations([Candidate(0), Candidate(1)], headings: Candidate.headings).write(to: path)
    let first = try await fixture.importing("registrations", path)
    #expect(first.sameAs == nil)
    let again = try await fixture.importing("registrations", path) { $0.overrides = true }
    #expect(again.sameAs?.job == first.job && again.sameAs?.by == "site990701")
    #expect(again.tally == [2, 0, 0, 2, 0, 0])
    let trial = try await fixture.register([Candidate(3)]) { $0.isDryRun = true }
    #expect(trial.sameAs == nil)
  }
}
