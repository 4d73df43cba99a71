import Exports
import Imports
import Operations
import Storage
import Testing

/// Decisions on registrations from a workbook.
@Suite struct AuditImportTests {
  @Test(
    "AUD-02 AUD-01 CAN-02 decisions by ID number: what passes is locked, what is rejected keeps kind and reason"
  )
  func decisions() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 3)
    let rows = [Decision(0), .rejecting(1, "报考信息有问题", "级别不符")]
    let trial = try await fixture.audit(rows) { $0.isDryRun = true }
    #expect(
      trial.changes?.filter { $0.field == "审核" }.map { [$0.old, $0.new] } == [
        ["pending", "passed"], ["pending", "rejected"],
      ])
    let result = try await fixture.audit(rows)
    #expect(result.marks == [] && result.tally == [2, 0, 2, 0, 0, 0])
    #expect(try await fixture.auditState(0) == ["passed", "audit", nil, nil])
    #expect(try await fixture.auditState(1) == ["rejected", nil, "3", "级别不符"])
    #expect(try await fixture.auditState(2) == ["pending", nil, nil, nil])
    let trail = try await fixture.count(
      "SELECT count(*) FROM trail WHERE rule = 'AUD-02' AND member = 'site990701' AND reason = '级别不符'")
    #expect(trail == 1)
  }

  /// For each state what a row may decide: nil where nothing changes, else the mark that refuses it, empty where it
  /// is taken.
  static let table: [(state: String, pass: String?, reject: String?)] = [
    ("pending", "", ""), ("passed", nil, ""), ("rejected", "审核结果 AUD-01", "审核结果 AUD-01"),
    ("none", "审核结果 AUD-01", "审核结果 AUD-01"),
  ]

  @Test(
    "AUD-01 only what is to be audited passes; that and what has passed can be rejected", arguments: table)
  func states(state: String, pass: String?, reject: String?) async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 2)
    try await fixture.execute(
      "UPDATE registration SET audit = $1, audit_type = CASE WHEN $1 = 'rejected' THEN '4' END",
      [.text(state)])
    for (row, expected) in [(Decision(0), pass), (Decision.rejecting(1), reject)] {
      let result = try await fixture.audit([row])
      #expect(result.marks == (expected.map { $0.isEmpty ? [] : ["2 \($0)"] } ?? []))
      #expect(result.rows.unchanged == (expected == nil ? 1 : 0))
      #expect(result.rows.updated == (expected == "" ? 1 : 0))
    }
  }

  @Test("AUD-02 the same decisions again change nothing; a rejection with another reason is no new decision")
  func twice() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 2)
    let rows = [Decision(0), Decision.rejecting(1)]
    _ = try await fixture.audit(rows)
    let before = try await fixture.dump()
    #expect(try await fixture.audit(rows).tally == [2, 0, 0, 2, 0, 0])
    #expect(try await fixture.dump() == before)
    #expect(try await fixture.audit([.rejecting(1, "其他", "别的原因")]).marks == ["2 审核结果 AUD-01"])
  }

  @Test(
    "AUD-01 AUD-02 a rejection needs kind and reason, what passes has none; numbers are known and come once")
  func rows() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 5)
    let rows = [
      Decision.rejecting(0, "", ""), Decision(1) { $0.reason = "姓名不符" }, Decision(2) { $0.decision = "" },
      Decision(3), .rejecting(3), Decision(9), Decision(4) { $0.decision = "也许" },
    ]
    let before = try await fixture.dump()
    #expect(
      try await fixture.audit(rows).marksByRow == [
        2: ["不通过类型 AUD-01", "不通过原因 AUD-01"], 3: ["不通过原因 AUD-02"], 4: ["审核结果 REQ"],
        5: ["证件号码 OPS-07.twice"], 6: ["证件号码 OPS-07.twice"], 7: ["证件号码 AUD-02"], 8: ["审核结果 FMT.code"],
      ])
    #expect(try await fixture.dump() == before)
  }

  @Test("AUD-02 WIN-04 refused where the site requires no audit, and outside the registration window")
  func gates() async throws {
    let unasked = try await OfficeFixture()
    _ = try await unasked.register([Candidate(0)])
    #expect(try await refusal { _ = try await unasked.audit([Decision(0)]) }.reason == .precondition)
    let fixture = try await OfficeFixture.requiringAudit(candidates: 1)
    try fixture.setClock("2020-09-01 10:00")
    #expect(try await refusal { _ = try await fixture.audit([Decision(0)]) }.reason == .window)
  }

  @Test("REG-07 CAN-02 what has passed is locked against overrides; rejecting it takes that lock away")
  func lock() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 2)
    try await fixture.setLock(true, ids: [Candidate(1).id])
    _ = try await fixture.audit([Decision(0), Decision(1)])
    let change = [Candidate(0) { $0.phone = "13911112222" }]
    #expect(try await fixture.register(change) { $0.overrides = true }.marks == ["2 证件号码 REG-07"])
    _ = try await fixture.audit([.rejecting(0), .rejecting(1)])
    #expect(try await fixture.auditState(0)[1] == nil)
    #expect(try await fixture.auditState(1)[1] == "manual")
    #expect(try await fixture.register(change) { $0.overrides = true }.rows.updated == 1)
  }
}
