import Exports
import Files
import Foundation
import Imports
import Operations
import Storage
import Tabular
import TestKit
import Testing

/// Mock-exam reports and exception files are kept, and have a state.
@Suite struct SiteFileTests {
  private func archive(_ seed: UInt8 = 1, entries: Int = 2) -> [UInt8] {
    ArchiveBuilder(
      (0..<entries).map {
        ArchiveBuilder.Entry("日志/exam\($0).log", Array(repeating: seed, count: 3_000 + $0))
      }
    ).bytes()
  }

  private func send(
    _ kind: String, _ bytes: [UInt8], _ fixture: OfficeFixture, as user: String? = nil,
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = try fixture.folder.file("\(UUID().uuidString).zip", bytes)
    return try await fixture.importing(kind, path, as: user, options)
  }

  private func files(
    _ fixture: OfficeFixture, _ kind: String? = nil, site: String = "990701", as user: String = "site990701"
  ) async throws -> [SiteFileRecord] {
    try await fixture.office(user).siteFiles(sitting: SittingPlan.code, site: site, kind: kind)
  }

  @Test(
    "EXC-01 MOC-01 WIN-05 an archive is kept as it came, outside every window",
    arguments: ["mock-report", "exception-files"])
  func kept(kind: String) async throws {
    let fixture = try await OfficeFixture(now: "2021-03-01 10:00")
    // More than one piece of the store's, and not a whole number of them.
    var random = SeededGenerator(seed: 7)
    let noise = (0..<2_500_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let bytes = ArchiveBuilder([ArchiveBuilder.Entry("a.dat", noise), ArchiveBuilder.Entry("b.log", [1])])
      .bytes()
    let result = try await send(kind, bytes, fixture)
    #expect(result.marks == [] && result.state == "done" && result.rows.read == 2)
    let file = try #require(try await files(fixture, kind).first)
    #expect(file.bytes == bytes.count && file.entries == 2)
    #expect(file.sha256 == result.file.sha256 && file.uploadedBy == "site990701")
    let path = fixture.newPath(".zip")
    _ = try await fixture.office().saveFile(file.id, sitting: SittingPlan.code, site: "990701", to: path)
    #expect(try FileSource(path: path).bytes(in: 0..<bytes.count) == bytes)
    #expect(try await fixture.count("SELECT count(*) FROM registration") == 0)
    #expect(
      try await fixture.count("SELECT count(*) FROM trail WHERE record = 'file' AND action = 'created'") == 1)
  }

  @Test("EXC-01 MOC-01 OPS-04 anything but a sound ZIP is refused, and nothing is kept")
  func unsound() async throws {
    let fixture = try await OfficeFixture()
    let workbook = fixture.newPath(".xlsx")
    try SheetFile("表", rows: [["甲"]]).write(to: workbook)
    var damaged = archive()
    let place = try #require(damaged.firstIndex(of: 1).map { $0 + 40 })
    damaged[place] ^= 0xFF
    let trick = ArchiveBuilder([ArchiveBuilder.Entry("../a.log", [1])]).bytes()
    let empty = ArchiveBuilder([ArchiveBuilder.Entry("__MACOSX/a", [1])]).bytes()
    let cases: [(String, FileError.Code)] = [
      (workbook, .wrongKind), (try fixture.folder.file("a.csv", Array("a,b\n".utf8)), .wrongKind),
      (try fixture.folder.file("rar.zip", Array("Rar!\u{1A}\u{07}\u{00}aaaaaaaaaaaa".utf8)), .wrongKind),
      (try fixture.folder.file("cut.zip", Array(archive().dropLast(30))), .truncated),
      (try fixture.folder.file("damaged.zip", damaged), .damaged),
      (try fixture.folder.file("trick.zip", trick), .hostile),
      (try fixture.folder.file("litter.zip", empty), .empty),
    ]
    for (path, code) in cases {
      #expect(try await fixture.fileError("exception-files", path).code == code, "\(path)")
    }
    #expect(try await files(fixture) == [])
    #expect(try await fixture.jobs().allSatisfy { $0.state == .failed })
  }

  @Test("EXC-01 states go from not started over processing to done, by the organisation above, in the trail")
  func states() async throws {
    let fixture = try await OfficeFixture()
    _ = try await send("exception-files", archive(), fixture)
    let id = try #require(try await files(fixture).first).id
    #expect(try await files(fixture).map(\.state) == [.notStarted])
    func set(_ state: SiteFileState, as user: String) async throws -> SiteFileState {
      try await fixture.office(user).setState(state, ofFile: id, sitting: SittingPlan.code, site: "990701")
        .state
    }
    #expect(try await refusal { _ = try await set(.processing, as: "site990701") }.rule == "EXC-01")
    #expect(try await set(.processing, as: "city9907") == .processing)
    #expect(try await set(.done, as: "prov99") == .done)
    #expect(try await set(.done, as: "prov99") == .done)
    #expect(try await refusal { _ = try await set(.done, as: "site980101") }.reason == .scope)
    #expect(
      try await fixture.count("SELECT count(*) FROM trail WHERE record = 'file' AND action = 'changed'") == 2)
  }

  @Test(
    "EXC-01 a file may be deleted with its content, whatever its state; not by a viewer, nor in a closed sitting"
  )
  func deletion() async throws {
    let fixture = try await OfficeFixture()
    _ = try await send("exception-files", archive(1), fixture)
    _ = try await send("exception-files", archive(2), fixture)
    let ids = try await files(fixture).map(\.id)
    func delete(_ id: Int, as user: String = "site990701") async throws {
      _ = try await fixture.office(user).deleteFile(id, sitting: SittingPlan.code, site: "990701")
    }
    #expect(try await refusal { try await delete(ids[0], as: "view990701") }.reason == .viewer)
    try await delete(ids[0])
    #expect(try await files(fixture).map(\.id) == [ids[1]])
    #expect(
      try await fixture.count("SELECT count(*) FROM site_file_piece WHERE file = $1", [.integer(ids[0])]) == 0
    )
    #expect(
      try await fixture.count("SELECT count(*) FROM trail WHERE record = 'file' AND action = 'removed'") == 1)
    #expect(try await refusal { try await delete(ids[0]) }.reason == .scope)
    try await fixture.office("root").closeSitting(SittingPlan.code)
    #expect(try await refusal { try await delete(ids[1]) }.reason == .closed)
    #expect(try await files(fixture).count == 1)
  }

  @Test("MOC-01 a second report is refused while one is processing, and taken when it is done")
  func processing() async throws {
    let fixture = try await OfficeFixture()
    _ = try await send("mock-report", archive(1), fixture)
    let first = try #require(try await files(fixture).first)
    #expect(first.state == .done)
    func set(_ state: SiteFileState) async throws {
      _ = try await fixture.office("prov99").setState(
        state, ofFile: first.id, sitting: SittingPlan.code, site: "990701")
    }
    try await set(.processing)
    let refused = try await refusal { _ = try await send("mock-report", archive(2), fixture) }
    #expect(refused.rule == "MOC-01" && refused.reason == .precondition)
    // Another kind of file does not wait for it.
    #expect(try await send("exception-files", archive(2), fixture).state == "done")
    try await set(.done)
    #expect(try await send("mock-report", archive(2), fixture).state == "done")
  }

  @Test(
    "MOC-01 of two reports that come at once the second is refused, and so shows that the first is processing"
  )
  func atOnce() async throws {
    let fixture = try await OfficeFixture()
    var job = JobRecord(
      kind: "mock-report", state: .checking, sitting: 1, site: "990701", user: "site990701",
      fileName: "a.zip",
      fileBytes: 1, fileSHA256: "", options: "{}", owner: "", startedAt: 0)
    let begun = job
    job.id = try await fixture.database.write { try JobTable.insert(begun, $0) }
    #expect(try await refusal { _ = try await send("mock-report", archive(), fixture) }.rule == "MOC-01")
    let id = job.id
    _ = try await fixture.database.write {
      try JobTable.end(id, .failed, at: 1, findings: 0, summary: nil, $0)
    }
    #expect(try await send("mock-report", archive(), fixture).state == "done")
  }

  @Test(
    "OPS-07 EXC-01 the same content is an error; with override nothing changes, and a dry run keeps nothing")
  func twice() async throws {
    let fixture = try await OfficeFixture()
    #expect(try await send("exception-files", archive(), fixture) { $0.isDryRun = true }.rows.created == 2)
    #expect(try await files(fixture) == [])
    _ = try await send("exception-files", archive(), fixture)
    let again = try await send("exception-files", archive(), fixture)
    #expect(again.state == "refused" && again.marks == ["OPS-07.exists"])
    #expect(try await send("exception-files", archive(), fixture) { $0.overrides = true }.rows.unchanged == 2)
    #expect(try await files(fixture).count == 1)
  }

  @Test("ORG-02 a site sees its own files, an organisation above those of its sites")
  func scope() async throws {
    let fixture = try await OfficeFixture()
    _ = try await send("exception-files", archive(), fixture)
    #expect(try await files(fixture, site: "990701", as: "site990703") == [])
    #expect(try await files(fixture, site: "99", as: "prov99").count == 1)
    #expect(try await files(fixture, "mock-report").isEmpty)
  }
}
