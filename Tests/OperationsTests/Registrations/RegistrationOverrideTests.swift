import Exports
import Imports
import Operations
import Storage
import Testing

/// Registrations that are there already.
@Suite struct RegistrationOverrideTests {
  @Test("REG-03 rows with one identity number are all errors, each naming another")
  func doubled() async throws {
    let fixture = try await OfficeFixture()
    var rows = Candidate.some(5)
    rows[3] = Candidate(3) { $0.documentNumber = rows[1].documentNumber }
    rows[4] = Candidate(4) { $0.documentNumber = rows[1].documentNumber }
    let result = try await fixture.register(rows)
    #expect(result.marks == ["3 证件号码 REG-03", "5 证件号码 REG-03", "6 证件号码 REG-03"])
    #expect(result.findings.map { $0.message.contains("第 6 行") } == [true, false, false])
    #expect(result.findings.dropFirst().allSatisfy { $0.message.contains("第 3 行") })
    #expect(result.state == "refused")
    #expect(try await fixture.stored().isEmpty)
  }

  @Test("REG-04 OPS-07 without override nothing of the file is taken")
  func existing() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(1))
    let before = try await fixture.dump()
    let result = try await fixture.register(Candidate.some(3))
    #expect(result.marks == ["2 证件号码 REG-04"])
    #expect(result.first("REG-04")?.suggestion?.contains("--override") == true)
    #expect(result.state == "refused")
    #expect(try await fixture.dump() == before)
  }

  @Test("REG-07 a locked registration fails the whole file and says to unlock; an unchanged row passes")
  func locked() async throws {
    let fixture = try await OfficeFixture()
    let rows = Candidate.some(3)
    _ = try await fixture.register(rows)
    try await fixture.setLock(true, ids: [rows[1].id])
    let unchanged = try await fixture.register(rows) { $0.overrides = true }
    #expect(unchanged.tally == [3, 0, 0, 3, 0, 0])
    var changed = rows
    for index in rows.indices { changed[index].phone = "13900000000" }
    let before = try await fixture.dump()
    let refused = try await fixture.register(changed) { $0.overrides = true }
    #expect(refused.marks == ["3 证件号码 REG-07"])
    #expect(refused.findings[0].suggestion?.contains("解锁") == true)
    #expect(try await fixture.dump() == before)
    try await fixture.setLock(false, ids: [rows[1].id])
    #expect(try await fixture.register(changed) { $0.overrides = true }.tally == [3, 0, 3, 0, 0, 0])
  }

  @Test("REG-08 personal data is replaced, unpaid entries too, paid ones stay")
  func replaced() async throws {
    let fixture = try await OfficeFixture()
    let old = Candidate(0) { $0.subjects = ["14", "15"] }
    _ = try await fixture.register([old])
    #expect(try await fixture.pay([(old.id, "14")]).state == "done")
    try await fixture.setLock(false)
    let new = Candidate(0) {
      $0.name = "钱改名"
      $0.schoolClass = "管理一班"
      $0.address = "新街1号"
      $0.subjects = ["26"]
    }
    let result = try await fixture.register([new]) { $0.overrides = true }
    #expect(result.marks.isEmpty)
    #expect([result.entries.created, result.entries.removed, result.entries.kept] == [1, 1, 1])
    let stored = try await fixture.stored()
    #expect(stored.count == 1)
    #expect(stored[old.id]?.name == "钱改名")
    #expect(stored[old.id]?.subjects == ["14+", "26"])
    #expect(try await fixture.count("SELECT count(*) FROM registration WHERE address = '新街1号'") == 1)
  }

  @Test("REG-09 an entry held by an open batch may stay, but not go")
  func heldEntry() async throws {
    let fixture = try await OfficeFixture()
    let old = Candidate(0) { $0.subjects = ["14"] }
    _ = try await fixture.register([old])
    try await fixture.execute("UPDATE entry SET payment_batch = 1")
    let keeps = Candidate(0) {
      $0.phone = "13900000000"
      $0.subjects = ["14", "15"]
    }
    #expect(try await fixture.register([keeps]) { $0.overrides = true }.rows.updated == 1)
    let drops = Candidate(0) { $0.subjects = ["15"] }
    let refused = try await fixture.register([drops]) { $0.overrides = true }
    #expect(refused.marks == ["2 报考科目1 REG-09"])
    #expect(refused.findings[0].message.contains("14"))
    #expect(try await fixture.stored(old.id)?.subjects == ["14", "15"])
  }

  @Test("REG-15 the same file twice with override reports every row unchanged and changes nothing")
  func sameFileTwice() async throws {
    let fixture = try await OfficeFixture()
    let rows = Candidate.some(20).map { candidate in
      Candidate(0) {
        $0 = candidate
        $0.subjects = ["14", "35"]
        $0.remarks = "备注 \(candidate.email)"
      }
    }
    let first = try await fixture.register(rows)
    #expect(first.tally == [20, 20, 0, 0, 0, 0] && first.entries.created == 40)
    let before = try await fixture.dump()
    let second = try await fixture.register(rows) { $0.overrides = true }
    #expect(second.tally == [20, 0, 0, 20, 0, 0])
    #expect([second.entries.created, second.entries.removed, second.entries.kept] == [0, 0, 0])
    #expect(try await fixture.dump() == before)
  }

  @Test("REG-15 the counts of rows add up, taken or refused", arguments: [false, true])
  func counts(isPartial: Bool) async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(4))
    var rows = Candidate.some(7)
    rows[1].phone = "13900000000"
    rows[3].phone = "1"
    rows[6].name = ""
    let result = try await fixture.register(rows) { ($0.overrides, $0.isPartial) = (true, isPartial) }
    #expect(result.tally == [7, 2, 1, 2, 0, 2])
    #expect(result.rows.isBalanced)
    #expect(result.state == (isPartial ? "done" : "refused"))
    #expect(try await fixture.stored().count == (isPartial ? 6 : 4))
  }

  @Test(
    "REG-16 audit: to be audited where it is required, else not needed; a rejected one returns",
    arguments: [true, false])
  func audit(isRequired: Bool) async throws {
    let fixture = try await OfficeFixture(.site { $0.requiresAudit = isRequired })
    let candidate = Candidate(0)
    _ = try await fixture.register([candidate])
    #expect(try await fixture.stored(candidate.id)?.audit == (isRequired ? "pending" : "none"))
    for (state, expected) in [("rejected", "pending"), ("passed", "passed"), ("pending", "pending")] {
      try await fixture.execute("UPDATE registration SET audit = $1, phone = '1'", [.text(state)])
      #expect(try await fixture.register([candidate]) { $0.overrides = true }.rows.updated == 1)
      #expect(try await fixture.stored(candidate.id)?.audit == expected, "from \(state)")
    }
  }

  @Test("REG-17 an override breaks the link to the photo and keeps the photo")
  func photoLink() async throws {
    let fixture = try await OfficeFixture()
    let rows = Candidate.some(2)
    _ = try await fixture.register(rows)
    let photos = try rows.map { (path: "\($0.id).jpg", bytes: try PhotoFile.jpeg()) }
    let taken = try await fixture.importPhotos(photos)
    #expect(taken.rows.created == 2, "\(taken.findings)")
    var changed = rows
    changed[0].phone = "13900000000"
    let before = try await fixture.dump()["photo"]
    _ = try await fixture.register(changed) { $0.overrides = true }
    #expect(try await fixture.stored(rows[0].id)?.hasPhoto == false)
    #expect(try await fixture.stored(rows[1].id)?.hasPhoto == true)
    #expect(try await fixture.dump()["photo"] == before && before?.count == 2)
  }
}
