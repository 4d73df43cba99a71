import ExamModel
import Files
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Where does this value come from: the trail answers for any field of any candidate.
@Suite struct TrailShowTests {
  private func trail(
    _ key: String?, field: String? = nil, job: Int? = nil, whole: Bool = false,
    as user: String = "site990701",
    site: String = "", _ fixture: OfficeFixture
  ) async throws -> [TrailItem] {
    var request = TrailRequest(sitting: SittingPlan.code)
    (request.key, request.field, request.job, request.site, request.isWhole) = (key, field, job, site, whole)
    return try await fixture.office(user).trail(request)
  }

  /// A candidate whose phone came with the first file and was changed by the second.
  private func changed() async throws -> (fixture: OfficeFixture, first: ImportResult, second: ImportResult) {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register([Candidate(1), Candidate(0)])
    try fixture.setClock("2020-08-21 09:00")
    let second = try await fixture.register([Candidate(0) { $0.phone = "13911112222" }]) {
      $0.overrides = true
    }
    return (fixture, first, second)
  }

  @Test("OPS-02 a value's history names file, sheet, row, column, cell, rule, person and time of each step")
  func history() async throws {
    let (fixture, first, second) = try await changed()
    let items = try await trail(Candidate(0).id, field: "联系电话", fixture)
    #expect(
      items.map { [$0.old, $0.new] } == [[nil, Candidate(0).phone], [Candidate(0).phone, "13911112222"]])
    #expect(items.map(\.by) == ["site990701", "site990701"])
    #expect(items.map(\.action) == ["created", "changed"])
    #expect(items.map(\.rule) == [nil, "REG-08"])
    #expect(items[1].at == "2020-08-21T09:00:00+08:00")
    #expect(items.map { $0.source?.job } == [first.job, second.job])
    #expect(items.map { $0.source?.file } == [first.file.name, second.file.name])
    #expect(items.map { $0.source?.sha256 } == [first.file.sha256, second.file.sha256])
    #expect(items.map { $0.source?.row } == [3, 2])
    #expect(items.map { $0.source?.column } == ["联系电话", "联系电话"])
    #expect(items.map { $0.source?.sheet } == ["集体报名信息", "集体报名信息"])
    #expect(items.map { $0.source?.cell?.last } == ["3", "2"])
  }

  @Test("OPS-02 every stored value of a candidate has an origin, payments and locks included")
  func everyField() async throws {
    let (fixture, _, _) = try await changed()
    _ = try await fixture.pay([(Candidate(0).id, "14")])
    let items = try await trail(Candidate(0).id, whole: true, fixture)
    let told = Set(items.filter { $0.record == "registration" }.map(\.field))
    let stored = try await fixture.database.read { session in
      try RecordOrigin.all(ofKey: Candidate(0).id, sitting: 1, site: "990701", session)
    }
    let registration = try #require(stored.first { $0.record == .registration })
    // A flag that was never set has no history.
    let set = registration.values.filter { $0.value != "0" }.map(\.column)
    #expect(Set(set).subtracting(told).isEmpty)
    #expect(
      items.contains { $0.record == "entry" && $0.part == "14" && $0.field == "paid" && $0.rule == "CAN-07" })
    #expect(items.contains { $0.field == "lock_reason" && $0.new == "payment" })
  }

  @Test("OPS-02 ORG-02 nothing is shown of other sites, and ID numbers are masked unless asked for whole")
  func scope() async throws {
    let (fixture, _, _) = try await changed()
    #expect(try await trail(Candidate(0).id, as: "site990702", fixture).isEmpty)
    #expect(try await trail(nil, as: "site990702", site: "990701", fixture).isEmpty)
    let masked = try await trail(Candidate(0).id, fixture)
    #expect(!masked.isEmpty && !masked.contains { "\($0)".contains(Candidate(0).id) })
    let whole = try await trail(Candidate(0).id, whole: true, fixture)
    #expect(whole.allSatisfy { $0.key == Candidate(0).id })
  }

  @Test("OPS-02 what a job did is listed, and the whole trail goes out as CSV that cannot run as a formula")
  func export() async throws {
    let (fixture, _, second) = try await changed()
    _ = try await fixture.register([Candidate(0) { $0.remarks = "=1+1" }]) { $0.overrides = true }
    let items = try await trail(nil, job: Int(second.job), fixture)
    #expect(items.map(\.field) == ["phone"])
    let path = fixture.folder.path("trail.csv")
    let count = try await fixture.office().exportTrail(
      TrailRequest(sitting: SittingPlan.code), to: path, in: .zh)
    let source = try FileSource(path: path)
    let text = String(decoding: try source.bytes(in: 0..<source.count), as: UTF8.self)
    #expect(text.split(whereSeparator: \.isNewline).count == count + 1)
    #expect(text.contains("'=1+1") && !text.contains(Candidate(0).id))
  }

  @Test("OPS-02 the trail of a whole site's work verifies; a value altered behind it is found")
  func verify() async throws {
    let (fixture, _, _) = try await changed()
    let check = try await fixture.office().verifyTrail()
    #expect(check.intact && check.entries > 0 && check.head.count == 64)
    try await fixture.execute("UPDATE trail SET member = 'somebody' WHERE number = 1")
    let broken = try await fixture.office().verifyTrail()
    #expect(!broken.intact && broken.brokenAt == 1 && broken.fault == "changed")
  }
}
