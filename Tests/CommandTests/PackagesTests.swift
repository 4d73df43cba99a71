import Files
import Foundation
import Testing

/// `kaowu packages`: what a person and a program see of packages, and their check without a store.
@Suite struct PackagesTests {
  private struct Listed: Decodable {
    struct Item: Decodable {
      var id: Int
      var path: String
      var freshness: String
      var changed: Int
      var downloads: Int
      var file: String
    }
    var items: [Item]
    var total: Int
  }

  /// A store with candidates and their registrations exported as a workbook and as CSV.
  private func made() async throws -> CommandFixture {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(3).write("good.xlsx", in: fixture)
    #expect(try await fixture.importWorkbook("good.xlsx").status == 0)
    for format in ["csv", "xlsx"] {
      let run = try await fixture.run(
        ["export", "registrations", "-o", "out", "--format", format], now: CommandFixture.arranging)
      #expect(run.status == 0, "\(run.screen)")
    }
    return fixture
  }

  private func listed(_ fixture: CommandFixture) async throws -> [Listed.Item] {
    let run = try await fixture.run(["packages", "list", "--json"] + CommandFixture.place)
    let list = try run.decoded(Listed.self)
    #expect(list.total == list.items.count)
    return list.items.sorted { $0.id < $1.id }
  }

  @Test(
    "DOC-01 the list says what is up to date, and show says who changed since, ID numbers by their last four")
  func freshness() async throws {
    let fixture = try await made()
    var items = try await listed(fixture)
    #expect(items.map(\.freshness) == ["upToDate", "upToDate"])
    let list = ["packages", "list"] + CommandFixture.place
    #expect(try await fixture.run(list).output.contains("是最新的"))
    try CandidateWorkbook(4).write("more.xlsx", in: fixture)
    #expect(try await fixture.importWorkbook("more.xlsx", ["--override"]).status == 0)
    items = try await listed(fixture)
    #expect(items.map(\.freshness) == ["changed", "changed"] && items.map(\.changed) == [1, 1])
    #expect(try await fixture.run(list).output.contains("之后有 1 名考生变化，请重新导出"))
    #expect(try await fixture.run(list + ["--lang", "en"]).output.contains("1 candidates changed since"))
    let shown = try await fixture.run(["packages", "show", "\(items[0].id)"])
    let number = CandidateWorkbook.number(3)
    #expect(shown.status == 0 && shown.output.contains("…" + number.suffix(4)))
    #expect(shown.output.contains("新增") && !shown.output.contains(number))
    let detail = try await fixture.run(["packages", "show", "\(items[0].id)", "--json"])
    #expect(try detail.keys() == ["package", "changes"])
    #expect(try detail.keys("changes") == ["name", "idNumber", "change", "fields"])
    #expect(try await fixture.run(["packages", "show", "99"]).status == 4)
    #expect(try await fixture.run(["doctor"]).output.contains("2 个过时"))
  }

  @Test("DOC-01 verify needs the package and the key only: status 0 as it was made, 3 where anything differs")
  func verify() async throws {
    let fixture = try await made()
    let items = try await listed(fixture)
    let key = try await fixture.run(["packages", "key", "-o", "key.pem", "--json"])
    #expect(try key.keys() == ["key", "fingerprint"])
    for item in items {
      let fetched = try await fixture.run(["packages", "fetch", "\(item.id)", "-o", "given"])
      #expect(fetched.status == 0, "\(fetched.screen)")
      let copy = fixture.path("given/" + (item.path.split(separator: "/").last ?? ""))
      let written = try await fixture.run(
        ["packages", "manifest", "\(item.id)", "-o", copy + ".manifest.json"])
      #expect(written.status == 0)
      let elsewhere = ["packages", "verify", copy, "--key", "key.pem", "--store", "nowhere.sqlite"]
      let good = try await fixture.run(elsewhere)
      #expect(good.status == 0 && good.output.contains("签名有效"), "\(good.screen)")
      var bytes = try Data(contentsOf: URL(filePath: copy))
      bytes[bytes.count - 1] ^= 1
      try bytes.write(to: URL(filePath: copy))
      #expect(try await fixture.run(elsewhere).status == 3)
    }
    let csv = fixture.path("given/" + (items[0].path.split(separator: "/").last ?? ""))
    let bad = try await fixture.run(["packages", "verify", csv, "--key", "key.pem", "--json"])
    #expect(bad.status == 3)
    #expect(try bad.keys() == ["valid", "manifest", "problems"])
    #expect(try bad.keys("problems") == ["path", "fault"])
    // No key, no manifest, no file.
    #expect(try await fixture.run(["packages", "verify", csv, "--key", csv]).status == 3)
    #expect(try await fixture.run(["packages", "verify", "key.pem", "--key", "key.pem"]).status == 3)
    #expect(try await fixture.run(["packages", "verify", csv]).status == 2)
    #expect(try await listed(fixture).map(\.downloads) == [1, 1])
  }

  @Test("DOC-01 other programs check the signature too", .enabled(if: Self.openssl != nil))
  func otherPrograms() async throws {
    let fixture = try await made()
    let item = try #require(try await listed(fixture).first)
    _ = try await fixture.run(["packages", "key", "-o", "key.pem"])
    _ = try await fixture.run(["packages", "manifest", "\(item.id)", "-o", "m.json"])
    let arguments = [
      "pkeyutl", "-verify", "-pubin", "-inkey", fixture.path("key.pem"), "-rawin", "-in",
      fixture.path("m.json"),
      "-sigfile", fixture.path("m.json.sig"),
    ]
    let program = try #require(Self.openssl)
    let run = try await StartedCommand(program, arguments, in: fixture.folder.url, environment: [:]).end()
    #expect(run.status == 0, "\(run.screen)")
  }

  private static let openssl: URL? = {
    let path = "/usr/bin/openssl"
    return FileManager.default.isExecutableFile(atPath: path) ? URL(filePath: path) : nil
  }()

  @Test("DOC-08 kill -9 in the middle of an export leaves no package; the next export removes what lay aside")
  func killed() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(2_000).write("good.xlsx", in: fixture)
    #expect(try await fixture.importWorkbook("good.xlsx").status == 0)
    let out = fixture.path("out")
    func files() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: out)) ?? [] }
    var met = 0
    for format in ["xlsx", "csv", "xlsx", "csv"] {
      let call = ["export", "registrations", "-o", "out", "--format", format] + CommandFixture.place
      let started = try fixture.start(call)
      // As soon as something lies aside, the export is in its middle.
      while started.isRunning, !files().contains(where: { $0.hasSuffix(".part") }) { usleep(200) }
      started.signal(SIGKILL)
      let run = try await started.end()
      guard run.status != 0 else { continue }
      met += 1
      #expect(files().allSatisfy { $0.hasSuffix(".part") })
      #expect(try await listed(fixture).isEmpty)
      if met == 2 { break }
    }
    #expect(met > 0)
    let whole = try await fixture.run(
      ["export", "registrations", "-o", "out", "--format", "csv"] + CommandFixture.place)
    #expect(whole.status == 0, "\(whole.screen)")
    #expect(files().count == 1 && files()[0].hasSuffix(".csv"))
    #expect(try await listed(fixture).count == 1)
  }
}
