import Files
import Imports
import Operations
import Pipeline
import Storage
import Synchronization
import Tabular
import Testing

/// The photo check: what is matched, linked again, unmatched and deleted.
@Suite struct PhotoCheckTests {
  private func check(
    _ fixture: OfficeFixture, deletes: Bool = false, as user: String = "site990701", site: String = "990701"
  ) async throws -> PhotoCheckResult {
    try await fixture.office(user).checkPhotos(
      sitting: SittingPlan.code, site: site, deletesUnmatched: deletes)
  }

  /// A store with candidates who all have their photo.
  private func fixture(_ candidates: [Candidate]) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    let jpeg = try PhotoFile.jpeg()
    _ = try await fixture.importPhotos(candidates.map { ("\($0.id).jpg", jpeg + Array($0.id.utf8)) })
    return fixture
  }

  private func delete(_ id: String, _ fixture: OfficeFixture) async throws {
    let chosen = "(SELECT id FROM registration WHERE document_number = $1)"
    try await fixture.execute("DELETE FROM entry WHERE registration IN \(chosen)", [.text(id)])
    try await fixture.database.write { session in
      let sitting = try session.count("SELECT id FROM sitting")
      try CandidateSites.remove(
        registrations: "SELECT id FROM registration WHERE document_number = '\(id)'", sitting: sitting,
        session)
      try session.execute("DELETE FROM registration WHERE document_number = $1", [.text(id)])
    }
  }

  @Test("PHC-01 PHC-02 REG-17 photos lost by override or by deletion are linked again, without an upload")
  func relinks() async throws {
    let candidates = Candidate.some(5)
    let fixture = try await fixture(candidates)
    _ = try await fixture.register([Candidate(0) { $0.phone = "13911112222" }]) { $0.overrides = true }
    try await delete(candidates[1].id, fixture)
    _ = try await fixture.register([candidates[1]])
    try await delete(candidates[2].id, fixture)
    #expect(try await fixture.stored().values.filter(\.hasPhoto).count == 2)
    let pictures = try await fixture.photoHashes()

    let result = try await check(fixture)
    #expect(result.matched == 2 && result.relinked == 2 && result.deleted == 0)
    #expect(result.unmatched == ["…\(candidates[2].id.suffix(4))"])
    #expect(result.paidWithoutFlag == nil && result.relinkable == nil)
    #expect(try await fixture.stored().values.allSatisfy(\.hasPhoto))
    #expect(try await fixture.photoHashes() == pictures)

    let again = try await check(fixture)
    #expect(again.matched == 4 && again.relinked == 0)
  }

  @Test("PHC-02 OPS-02 each link that is made again, and each photo that is deleted, is in the trail")
  func trail() async throws {
    let candidates = Candidate.some(3)
    let fixture = try await fixture(candidates)
    _ = try await fixture.register([Candidate(0) { $0.phone = "13911112222" }]) { $0.overrides = true }
    try await delete(candidates[2].id, fixture)
    let hash = try await fixture.photoHashes()[candidates[2].id]
    _ = try await check(fixture, deletes: true)
    let links = try await fixture.database.read { session in
      var changes: [RecordChange] = []
      try TrailTable.forEach(session) {
        if $0.change.rule?.hasPrefix("PHC") == true { changes.append($0.change) }
      }
      return changes
    }
    #expect(
      links == [
        RecordChange(
          .changed, .registration, key: candidates[0].id, site: "990701", rule: "PHC-02",
          fields: [.init("has_photo", old: "0", new: "1")]),
        RecordChange(
          .removed, .photo, key: candidates[2].id, site: "990701", rule: "PHC-03",
          fields: [.init("sha256", old: hash, new: nil)]),
      ])
    #expect(try await fixture.office().verifyTrail().intact)
  }

  @Test("PHC-03 the unmatched are deleted when that is asked, and only those, at this site alone")
  func deletes() async throws {
    let candidates = Candidate.some(4)
    let fixture = try await fixture(candidates)
    let others = Candidate.some(2, from: 10)
    _ = try await fixture.register(others, site: "990703")
    let jpeg = try PhotoFile.jpeg(seed: 9)
    _ = try await fixture.importPhotos(others.map { ("\($0.id).jpg", jpeg) }, site: "990703")
    for id in [candidates[1].id, candidates[3].id, others[0].id] { try await delete(id, fixture) }

    let before = try await fixture.photoHashes()
    #expect(try await check(fixture).unmatched.count == 2)
    #expect(try await fixture.photoHashes() == before)
    let result = try await check(fixture, deletes: true)
    #expect(result.deleted == 2 && result.unmatched.count == 2 && result.matched == 2)
    let kept = [candidates[0].id, candidates[2].id] + others.map(\.id)
    #expect(try await fixture.photoHashes().keys.sorted() == kept.sorted())
    // A picture goes with its last photo; two of the other site's share one.
    #expect(try await fixture.count("SELECT count(*) FROM picture") == 2)
    #expect(try await check(fixture, deletes: true).deleted == 0)
  }

  @Test("PHC-04 the flag of a paid registration is never changed, and its photo never deleted")
  func paid() async throws {
    let candidates = [Candidate(0) { $0.subjects = ["14", "15"] }, Candidate(1)]
    let fixture = try await fixture(candidates)
    #expect(try await fixture.pay([(candidates[0].id, "14")]).rows.created == 1)
    try await fixture.execute("UPDATE registration SET has_photo = 0")
    let result = try await check(fixture, deletes: true)
    #expect(result.matched == 1 && result.relinked == 1 && result.unmatched.isEmpty && result.deleted == 0)
    #expect(result.paidWithoutFlag == 1)
    #expect(try await fixture.stored(candidates[0].id)?.hasPhoto == false)
    #expect(try await fixture.stored(candidates[1].id)?.hasPhoto == true)
    #expect(try await fixture.count("SELECT count(*) FROM photo") == 2)
  }

  @Test(
    "WIN-05 PHC-01 the check runs before, in and after every window",
    arguments: ["2020-01-01 00:00", "2030-01-01 00:00"])
  func anyTime(moment: String) async throws {
    let fixture = try await fixture(Candidate.some(1))
    try await fixture.execute("UPDATE registration SET has_photo = 0")
    try fixture.setClock(moment)
    #expect(try await check(fixture).relinked == 1)
  }

  @Test("ORG-06 a closed sitting is reported on and not changed; deleting is refused")
  func closed() async throws {
    let candidates = Candidate.some(3)
    let fixture = try await fixture(candidates)
    try await delete(candidates[2].id, fixture)
    try await fixture.execute(
      "UPDATE registration SET has_photo = 0 WHERE document_number = $1", [.text(candidates[0].id)])
    try await fixture.execute("UPDATE sitting SET closed = 1")
    let before = try await fixture.dump()
    for user in ["site990701", "view990701"] {
      let result = try await check(fixture, as: user)
      #expect(result.matched == 1 && result.relinked == 0 && result.relinkable == 1)
      #expect(result.unmatched.count == 1)
    }
    #expect(try await refusal { _ = try await check(fixture, deletes: true) }.rule == "ORG-06")
    #expect(try await fixture.dump() == before)
  }

  @Test(
    "ORG-02 ORG-03 nobody checks photos outside the scope, or of a disabled site; a viewer changes nothing")
  func gates() async throws {
    let fixture = try await fixture(Candidate.some(1))
    try await fixture.execute("UPDATE registration SET has_photo = 0")
    for (user, site, reason) in [
      ("site990703", "990701", Refusal.Reason.scope), ("site990702", "990702", .disabled),
      ("view990701", "990701", .viewer),
    ] {
      #expect(try await refusal { _ = try await check(fixture, as: user, site: site) }.reason == reason)
    }
    #expect(try await fixture.stored().values.allSatisfy { !$0.hasPhoto })
  }

  @Test("PHC-01 the check shows how far it is, step by step, to the end")
  func progress() async throws {
    let fixture = try await fixture(Candidate.some(1))
    let seen = Steps()
    let office = fixture.office(progress: seen)
    _ = try await office.checkPhotos(sitting: SittingPlan.code, site: "990701")
    #expect(seen.numbers == [1, 2, 3, 4] && seen.isFinished)
  }

  /// Remembers the steps.
  private final class Steps: ProgressDisplay {
    private let state = Mutex((numbers: [Int](), isFinished: false))
    var numbers: [Int] { state.withLock { $0.numbers } }
    var isFinished: Bool { state.withLock { $0.isFinished } }

    func advance(_ stage: Wording, done: Int, of total: Int?) {
      state.withLock { $0.numbers.append(total == 4 ? done : -1) }
    }
    func finish(_ stage: Wording) { state.withLock { $0.isFinished = true } }
  }
}
