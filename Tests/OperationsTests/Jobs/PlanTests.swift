import Exports
import Files
import Imports
import Operations
import Storage
import Tabular
import Testing

/// A dry run is a plan that can be carried out later, exactly as it was shown.
@Suite struct PlanTests {
  /// Two registered candidates, and a plan that changes the first, leaves the second and creates a third.
  private func planned(
    _ fixture: OfficeFixture, _ change: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    _ = try await fixture.register([Candidate(0), Candidate(1)])
    let rows = [Candidate(0) { $0.address = "新街2号" }, Candidate(1), Candidate(2)]
    return try await fixture.register(rows) {
      ($0.overrides, $0.isDryRun) = (true, true)
      change(&$0)
    }
  }

  private func apply(_ plan: ImportResult, _ fixture: OfficeFixture, as user: String = "site990701")
    async throws
    -> ImportResult
  {
    try await fixture.office(user).applyPlan(
      #require(Int(plan.job)), reports: fixture.folder.path("reports"), in: .zh)
  }

  @Test("REG-18 a plan is carried out later by its number, exactly as it was shown, and once")
  func applied() async throws {
    let fixture = try await OfficeFixture()
    let plan = try await planned(fixture)
    #expect(plan.tally == [3, 1, 1, 1, 0, 0])
    let done = try await apply(plan, fixture)
    #expect(done.state == "done" && !done.dryRun && done.tally == plan.tally)
    #expect(try await fixture.count("SELECT count(*) FROM registration WHERE address = '新街2号'") == 1)
    #expect(try await fixture.stored().count == 3)
    let again = try await refusal { _ = try await apply(plan, fixture) }
    #expect(again.rule == "REG-18" && again.wording.zh.contains("任务 \(done.job)"))
  }

  @Test(
    "REG-18 a plan is refused with what changed, and nothing is done, where the data moved since",
    arguments: [
      ("UPDATE registration SET address = '别处' WHERE id = 1", "别处 → 新街2号"),
      ("UPDATE registration SET lock_reason = 'manual', locked_at = 0 WHERE id = 1", "现在有错误"),
      ("UPDATE registration SET phone = '13900000000' WHERE id = 2", "第 3 行：计划未变，现在更新"),
      ("INSERT INTO entry (sitting, site, registration, subject) VALUES (1, '990701', 2, '15')", "15"),
    ])
  func stale(move: String, told: String) async throws {
    let fixture = try await OfficeFixture()
    let plan = try await planned(fixture)
    try await fixture.execute(move)
    let before = try await fixture.dump()
    let refusal = try await refusal { _ = try await apply(plan, fixture) }
    #expect(refusal.rule == "REG-18")
    #expect(refusal.wording.zh.contains(told), "\(refusal.wording.zh)")
    #expect(try await fixture.dump() == before)
  }

  @Test("REG-18 a moved record that the plan does not touch does not matter")
  func elsewhere() async throws {
    let fixture = try await OfficeFixture()
    let plan = try await planned(fixture)
    _ = try await fixture.register([Candidate(7)])
    #expect(try await apply(plan, fixture).tally == plan.tally)
  }

  @Test("REG-18 only dry runs without errors are plans; the window and the user are asked again")
  func refused() async throws {
    let fixture = try await OfficeFixture()
    let bad = try await fixture.register([Candidate(5) { $0.phone = "1" }]) { $0.isDryRun = true }
    #expect(try await refusal { _ = try await apply(bad, fixture) }.rule == "REG-18")
    let real = try await fixture.register([Candidate(6)])
    #expect(try await refusal { _ = try await apply(real, fixture) }.rule == "REG-18")
    let plan = try await fixture.register([Candidate(8)]) { $0.isDryRun = true }
    try fixture.setClock("2020-09-02 08:00")
    #expect(try await refusal { _ = try await apply(plan, fixture) }.rule == "WIN-03")
    #expect(try await fixture.stored().count == 1)
  }
}
