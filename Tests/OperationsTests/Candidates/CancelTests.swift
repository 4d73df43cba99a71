import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Cancelling paid entries.
@Suite struct CancelTests {
  /// Two candidates with subjects 14 and 15 paid individually, and a third with 14 unpaid.
  private func fixture() async throws -> (OfficeFixture, [String]) {
    let fixture = try await OfficeFixture()
    var candidates = Candidate.some(3)
    for index in 0..<2 { candidates[index].subjects = ["14", "15"] }
    _ = try await fixture.register(candidates)
    let ids = candidates.map(\.id)
    _ = try await fixture.pay(ids.prefix(2).flatMap { [($0, "14"), ($0, "15")] })
    return (fixture, ids)
  }

  private func cancel(
    _ fixture: OfficeFixture, ids: [String]? = nil, subjects: [String] = [], isDryRun: Bool = false
  ) async throws -> CandidateOutcome {
    try await fixture.office().cancelEntries(
      fixture.request(ids: ids), subjects: subjects, reason: "报错科目", isDryRun: isDryRun)
  }

  @Test("CAN-04 OPS-02 a paid entry goes with a reason, and stays readable with all that was known of it")
  func one() async throws {
    let (fixture, ids) = try await fixture()
    let links = try await fixture.nextLink()
    let outcome = try await cancel(fixture, ids: [ids[0]], subjects: ["15"])
    #expect(outcome.entries == 1 && outcome.registrations == 0 && !outcome.isRefused)
    #expect(try await fixture.stored(ids[0])?.subjects == ["14+"])
    let kept = try await fixture.office().cancelledEntries(sitting: SittingPlan.code, site: "990701")
    #expect(kept.map(\.documentNumber) == [ids[0]] && kept.map(\.subject) == ["15"])
    #expect(kept[0].reason == "报错科目" && kept[0].orderNumber == "T-\(ids[0])-15")
    #expect(kept[0].cancelledBy == "site990701")
    let lines = try await fixture.trailLines(from: links)
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("removed entry \(ids[0].suffix(4)) 15 paid:individual→ paid_at:"))
    #expect(lines[0].contains("order_number:T-\(ids[0])-15→"))
  }

  @Test(
    "CAN-04 a registration whose last entry was cancelled is removed, its photo stays, and it may register again"
  )
  func last() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await fixture.setLock(false, ids: [ids[0]])
    _ = try await fixture.importPhotos([("\(ids[0]).jpg", try PhotoFile.jpeg())])
    let links = try await fixture.nextLink()
    let outcome = try await cancel(fixture, ids: [ids[0]])
    #expect(outcome.entries == 2 && outcome.registrations == 1)
    #expect(try await fixture.stored(ids[0]) == nil)
    #expect(try await fixture.count("SELECT count(*) FROM photo") == 1)
    let removed = try #require(try await fixture.trailLines(from: links).last)
    #expect(removed.hasPrefix("removed registration \(ids[0].suffix(4)) method:collective→"))
    #expect(removed.contains(" name:赵测试→") && removed.hasSuffix(" subjects:14,15→"))
    let again = try await fixture.register([Candidate(0)])
    #expect(again.state == "done" && again.rows.created == 1)
    #expect(try await fixture.office().cancelledEntries(sitting: SittingPlan.code, site: "99").isEmpty)
    let kept = try await fixture.office("prov99").cancelledEntries(sitting: SittingPlan.code, site: "99")
    #expect(kept.count == 2)
  }

  @Test("CAN-04 what was paid collectively cannot be cancelled, and then nothing of the call is")
  func collective() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await fixture.office().createPaymentBatch(fixture.request())
    _ = try await fixture.office().payBatch(sitting: SittingPlan.code, site: "990701")
    let before = try await fixture.dump()
    let outcome = try await cancel(fixture)
    #expect(outcome.findings.map(\.code) == ["CAN-04/collective"])
    #expect(outcome.findings[0].value == "…\(ids[2].suffix(4))" && outcome.findings[0].arguments == ["14"])
    #expect(try await fixture.dump() == before)
    #expect(try await cancel(fixture, ids: [ids[1]]).entries == 2)
  }

  @Test("CAN-04 a seated or numbered entry is cancelled only after the arrangement is cleared")
  func arranged() async throws {
    let (fixture, ids) = try await fixture()
    try await fixture.execute(
      "UPDATE entry SET room = '01', batch = 1, seat = 1, ticket = 'T1' WHERE id = (SELECT min(id) FROM entry)"
    )
    let outcome = try await cancel(fixture, ids: [ids[0]])
    #expect(outcome.findings.map(\.code) == ["CAN-04/dependent"])
    #expect(outcome.findings[0].arguments[0] == "14")
    #expect(try await fixture.stored(ids[0])?.subjects == ["14+", "15+"])
    try await fixture.execute("UPDATE entry SET room = NULL, batch = NULL, seat = NULL, ticket = NULL")
    #expect(try await cancel(fixture, ids: [ids[0]]).entries == 2)
  }

  @Test("CAN-04 with nothing paid to cancel it is refused; a dry run only counts")
  func nothing() async throws {
    let (fixture, ids) = try await fixture()
    let before = try await fixture.dump()
    #expect(try await refusal { _ = try await cancel(fixture, ids: [ids[2]]) }.rule == "CAN-04")
    let outcome = try await cancel(fixture, isDryRun: true)
    #expect(outcome.entries == 4 && outcome.registrations == 2)
    #expect(try await fixture.dump() == before)
  }

  @Test("CAN-04 cancelled entries are exported with class, subject, reason and time")
  func exported() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await cancel(fixture, ids: [ids[1]], subjects: ["14"])
    var request = ExportRequest(
      kind: "cancelled", sitting: SittingPlan.code, site: "990701", folder: fixture.folder.path("out"))
    let book = try await fixture.office().export(request)
    let table = try ReadTable(workbook: book.file)
    #expect(
      table.rows == [
        [
          "1", "赵测试", String(ids[1].suffix(4)), "990701", "会计一班", "(14)计算机基础及WPS Office应用", "报错科目",
          "2020-08-20 10:00:00",
        ]
      ])
    request.options.format = .csv
    #expect(try ReadTable(csv: try await fixture.office().export(request).file).rows == table.rows)
  }
}
