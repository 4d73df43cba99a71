import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// How a rejected registration is submitted again.
@Suite struct ResubmissionTests {
  private func override(_ fixture: OfficeFixture, _ candidate: Candidate) async throws -> ImportResult {
    try await fixture.register([candidate]) { $0.overrides = true }
  }

  @Test(
    "REG-16 AUD-01 an override submits a rejected one again, the same row no less; the last reason stays to be seen"
  )
  func again() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 1)
    _ = try await fixture.audit([.rejecting(0)])
    #expect(try await override(fixture, Candidate(0)).rows.updated == 1)
    #expect(try await fixture.auditState(0) == ["pending", nil, "1", "姓名与证件不符"])
    #expect(try await override(fixture, Candidate(0)).rows.unchanged == 1)
    #expect(try await fixture.audit([Decision(0)]).rows.updated == 1)
  }

  @Test("AUD-01 where the photo was the reason, nothing but a new photo lets it be submitted again")
  func photo() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 1)
    let name = "\(Candidate(0).id).jpg"
    let old = try PhotoFile.jpeg(seed: 1)
    _ = try await fixture.importPhotos([(name, old)])
    _ = try await fixture.audit([.rejecting(0, "照片有问题", "不是本人")])

    let changed = Candidate(0) { $0.phone = "13911112222" }
    let still = try await override(fixture, changed)
    #expect(still.marks == ["2 证件号码 AUD-01"] && still.findings.first?.severity == .warning)
    #expect(still.rows.updated == 1)
    #expect(try await fixture.auditState(0)[0] == "rejected")
    // The same picture is no new one.
    _ = try await fixture.importPhotos([(name, old)], overrides: true)
    #expect(try await override(fixture, changed).rows.unchanged == 1)
    #expect(try await fixture.auditState(0)[0] == "rejected")

    _ = try await fixture.importPhotos([(name, try PhotoFile.jpeg(seed: 2))], overrides: true)
    let taken = try await override(fixture, changed)
    #expect(taken.marks == [] && taken.rows.updated == 1)
    #expect(try await fixture.auditState(0)[0] == "pending")
    // Rejected for something else next, the photo is no obstacle any more.
    _ = try await fixture.audit([.rejecting(0)])
    #expect(try await override(fixture, changed).marks == [])
    #expect(try await fixture.auditState(0)[0] == "pending")
  }

  @Test("AUD-01 a rejection for a photo that was never there asks for any photo")
  func noPhoto() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 1)
    _ = try await fixture.audit([.rejecting(0, "照片有问题", "没有照片")])
    #expect(try await override(fixture, Candidate(0)).marks == ["2 证件号码 AUD-01"])
    _ = try await fixture.importPhotos([("\(Candidate(0).id).jpg", try PhotoFile.jpeg())])
    #expect(try await override(fixture, Candidate(0)).marks == [])
    #expect(try await fixture.auditState(0)[0] == "pending")
  }

  @Test("AUD-01 REG-07 a rejected one that somebody locked is not submitted by a row that says nothing new")
  func locked() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 1)
    _ = try await fixture.audit([.rejecting(0)])
    try await fixture.setLock(true)
    #expect(try await override(fixture, Candidate(0)).rows.unchanged == 1)
    #expect(try await fixture.auditState(0)[0] == "rejected")
  }
}
