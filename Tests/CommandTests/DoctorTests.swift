import Foundation
import Storage
import StorageSQLite
import Testing

/// `kaowu doctor`: what is wrong with a store.
@Suite struct DoctorTests {
  private struct Shape: Decodable {
    struct OpenJob: Decodable {
      var job: String
      var interrupted: Bool
    }
    var store: String
    var version: String
    var engine: String
    var schema: Int
    var schemaNewest: Int
    var healthy: Bool
    var problems: [String]
    var photosMissing: Int
    var counts: [String: Int]
    var openJobs: [OpenJob]
    var faceDetector: Bool
    var fontsMissing: [String]
    var libraries: [String: String]
  }

  @Test("a sound store exits 0 with its schema, counts and the versions of the libraries")
  func sound() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(3).write("good.xlsx", in: fixture)
    _ = try await fixture.importWorkbook("good.xlsx")
    let run = try await fixture.run(["doctor", "--json"])
    #expect(run.status == 0)
    let doctor = try run.decoded(Shape.self)
    #expect(doctor.healthy && doctor.problems.isEmpty && doctor.openJobs.isEmpty)
    #expect(doctor.schema == doctor.schemaNewest)
    #expect(
      doctor.counts["registration"] == 3 && doctor.counts["entry"] == 3 && doctor.counts["sitting"] == 1)
    #expect(doctor.engine.hasPrefix("SQLite 3."))
    for library in ["zlib", "libdeflate", "expat", "libxlsxwriter", "libcrypto"] {
      #expect(doctor.libraries[library]?.isEmpty == false)
    }
    let people = try await fixture.run(["doctor"])
    #expect(people.status == 0)
    #expect(people.output.contains("完好"))
    #expect(people.output.contains(doctor.faceDetector ? "人脸检测      可用" : "libkaowu-faces.so"))
  }

  @Test("a font that documents need and that is not installed is named")
  func fonts() async throws {
    let fixture = try CommandFixture()
    try FileManager.default.copyItem(
      atPath: CommandFixture.package.appending(path: "Templates").path, toPath: fixture.path("Templates"))
    #expect(try await fixture.run(["init"]).status == 0)
    let templates = ["KAOWU_TEMPLATES": fixture.path("Templates")]
    let fine = try await fixture.run(["doctor", "--json"], environment: templates)
    #expect(try fine.decoded(Shape.self).fontsMissing == [])
    let layout = fixture.path("Templates/Documents/tickets-small.yaml")
    let text = try String(contentsOfFile: layout, encoding: .utf8)
    try text.replacing("Noto Sans CJK SC", with: "没有这种字体").write(
      toFile: layout, atomically: true, encoding: .utf8)
    let run = try await fixture.run(["doctor", "--json"], environment: templates)
    #expect(run.status == 0)
    #expect(try run.decoded(Shape.self).fontsMissing == ["没有这种字体"])
    #expect(
      try await fixture.run(["doctor"], environment: templates).output.contains("没有安装 没有这种字体"))
  }

  @Test("a candidate marked as having a photo that is not there, and a lost reference: status 5")
  func lost() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(2).write("good.xlsx", in: fixture)
    _ = try await fixture.importWorkbook("good.xlsx")
    let database = try await SQLiteDatabase(path: fixture.path("kaowu.sqlite"))
    _ = try await database.write { try $0.execute("UPDATE registration SET has_photo = 1 WHERE id = 1") }
    let run = try await fixture.run(["doctor", "--json"])
    #expect(run.status == 5)
    let doctor = try run.decoded(Shape.self)
    #expect(!doctor.healthy && doctor.photosMissing == 1)
    #expect(try await fixture.run(["doctor"]).output.contains("1 名考生标为有照片，但照片不在"))
  }

  @Test("a damaged file: status 5, in words")
  func damaged() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(500).write("good.xlsx", in: fixture)
    _ = try await fixture.importWorkbook("good.xlsx")
    // Opened and closed once more, the log is handed over and the file is whole.
    _ = try await SQLiteDatabase(path: fixture.path("kaowu.sqlite")).read { try $0.count("SELECT 1") }
    let url = URL(filePath: fixture.path("kaowu.sqlite"))
    var bytes = try Data(contentsOf: url)
    let middle = bytes.count / 2
    bytes.replaceSubrange(middle..<middle + 60_000, with: Data(repeating: 0xAB, count: 60_000))
    try bytes.write(to: url)
    let run = try await fixture.run(["doctor"])
    #expect(run.status == 5)
    #expect(run.screen.contains("损坏"), "\(run.screen)")
  }

  @Test("an interrupted job is shown and left as it is; whoever is not of the centre is refused")
  func jobs() async throws {
    let fixture = try await CommandFixture.loaded()
    let database = try await SQLiteDatabase(path: fixture.path("kaowu.sqlite"))
    let job = JobRecord(
      kind: "registrations", sitting: 1, site: "990701", user: "root", fileName: "a.xlsx", fileBytes: 1,
      fileSHA256: "", options: "{}", owner: "elsewhere:1:nobody", startedAt: 1)
    _ = try await database.write { try JobTable.insert(job, $0) }
    let doctor = try await fixture.run(["doctor", "--json"]).decoded(Shape.self)
    #expect(doctor.openJobs.map(\.job) == ["1"])
    #expect(doctor.healthy)
    #expect(try await fixture.run(["doctor", "--as", "site990701"]).status == 4)
  }
}
