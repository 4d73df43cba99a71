import Exports
import Files
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Photo imports are taken back: pictures are kept by content.
@Suite struct PhotoUndoTests {
  private func undo(_ result: ImportResult, _ fixture: OfficeFixture) async throws -> UndoResult {
    try await fixture.office().undoJob(#require(Int(result.job)))
  }

  /// The stored pictures' width and first bytes by identity number.
  private func pictures(_ fixture: OfficeFixture) async throws -> [String: String] {
    try await fixture.database.read { session in
      Dictionary(
        uniqueKeysWithValues: try session.all(
          """
          SELECT p.document_number, p.sha256, c.width, c.content FROM photo p
          JOIN picture c ON c.sitting = p.sitting AND c.site = p.site AND c.sha256 = p.sha256
          """
        ) { row in
          #expect(ContentHash.sha256(of: row.bytes(3)) == row.text(1))
          return (row.text(0), "\(row.integer(2)) \(row.text(1))")
        })
    }
  }

  @Test("REG-19 PHO-04 an undo sets the pictures before back, with their size and every byte")
  func replaced() async throws {
    let candidates = Candidate.some(3)
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    let first = try PhotoFile.jpeg(seed: 1)
    _ = try await fixture.importPhotos(candidates[..<2].map { ("\($0.id).jpg", first) })
    let before = try await pictures(fixture)
    let second = try PhotoFile.jpeg(width: 300, height: 400, seed: 2)
    let replacing = try await fixture.importPhotos(
      candidates.map { ("\($0.id).jpg", second) }, overrides: true)
    #expect(replacing.tally == [3, 1, 2, 0, 0, 0])
    #expect(try await Set(pictures(fixture).values).count == 1)
    let result = try await undo(replacing, fixture)
    #expect(result.state == "undone" && result.reversed.total == 3)
    #expect(try await pictures(fixture) == before)
    #expect(try await fixture.stored(candidates[2].id)?.hasPhoto == false)
    #expect(try await fixture.office().verifyTrail().intact)
  }

  @Test("REG-19 a photo check between import and undo does not lose the picture that the undo needs")
  func checkedBetween() async throws {
    let candidates = Candidate.some(2)
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    let first = try PhotoFile.jpeg(seed: 1)
    _ = try await fixture.importPhotos(candidates.map { ("\($0.id).jpg", first) })
    let before = try await pictures(fixture)
    let replacing = try await fixture.importPhotos(
      [("\(candidates[0].id).jpg", try PhotoFile.jpeg(seed: 2))], overrides: true)
    // The other photo of the first picture goes.
    try await fixture.execute("DELETE FROM entry WHERE registration = 2")
    try await fixture.execute("DELETE FROM registration WHERE id = 2")
    _ = try await fixture.office().checkPhotos(
      sitting: SittingPlan.code, site: "990701", deletesUnmatched: true)
    #expect(try await undo(replacing, fixture).state == "undone")
    #expect(try await pictures(fixture)[candidates[0].id] == before[candidates[0].id])
  }

  @Test(
    "REG-19 PHO-04 a photo that was put in place of a lost one gives the link back, and an undo takes it again"
  )
  func lostLink() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    let path = "\(Candidate(0).id).jpg"
    _ = try await fixture.importPhotos([(path, try PhotoFile.jpeg(seed: 1))])
    _ = try await fixture.register([Candidate(0) { $0.phone = "13911112222" }]) { $0.overrides = true }
    let before = try await fixture.stored()
    #expect(before[Candidate(0).id]?.hasPhoto == false)
    for seed in [1, 2] as [UInt64] {
      let again = try await fixture.importPhotos([(path, try PhotoFile.jpeg(seed: seed))], overrides: true)
      #expect(again.tally == [1, 0, 1, 0, 0, 0])
      #expect(try await fixture.stored(Candidate(0).id)?.hasPhoto == true)
      #expect(try await undo(again, fixture).state == "undone")
      #expect(try await fixture.stored() == before)
    }
  }

  @Test("REG-18 a dry run says which pictures would be replaced")
  func dryRun() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(2))
    _ = try await fixture.importPhotos([("\(Candidate(0).id).jpg", try PhotoFile.jpeg(seed: 1))])
    let old = try await fixture.photoHashes()
    let photos = try Candidate.some(2).map { (path: "\($0.id).jpg", bytes: try PhotoFile.jpeg(seed: 2)) }
    let path = try fixture.folder.zip("dry.zip", photos)
    let result = try await fixture.importing("photos", path) { ($0.overrides, $0.isDryRun) = (true, true) }
    let change = try #require(result.changes?.first)
    let stored = try #require(old[Candidate(0).id])
    #expect(result.changes?.count == 1 && change.row == 1)
    #expect(change.old.map { stored.hasPrefix($0) } == true && change.new != change.old)
    #expect(try await fixture.photoHashes() == old)
  }
}
