import Files
import Foundation
import Testing

/// `kaowu programme`, which needs no store.
@Suite struct ProgrammeTests {
  private struct Item: Decodable {
    var programme: String
    var name: String
    var subjects: Int
  }
  private struct Finding: Decodable {
    var rule: String
    var sheet: String
    var row: Int
    var message: String
    var suggestion: String?
  }
  private struct CheckShape: Decodable {
    var folder: String
    var findingsTotal: Int
    var findings: [Finding]
  }

  @Test("list and show: the programmes of the templates folder with subjects and columns")
  func listAndShow() async throws {
    let fixture = try CommandFixture()
    let list = try await fixture.run(["programme", "list", "--json"]).decoded(ListShape<Item>.self)
    #expect(list.items.contains { $0.programme == "ncre" && $0.subjects > 10 })
    let show = try await fixture.run(["programme", "show", "ncre", "--json"])
    #expect(show.status == 0)
    #expect(
      try show.keys() == [
        "programme", "name", "levels", "ages", "documents", "ticket", "subjects", "imports", "exports",
      ])
    #expect(try show.keys("imports") == ["kind", "name", "columns"])
    let people = try await fixture.run(["programme", "show", "ncre"])
    #expect(people.output.contains("全国计算机等级考试（ncre）"))
    #expect(people.output.contains("证件号码*"))
    #expect(!FileManager.default.fileExists(atPath: fixture.path("kaowu.sqlite")))
  }

  @Test("check: a good folder exits 0, mistakes exit 1 with file, line and advice, broken YAML exits 3")
  func check() async throws {
    let fixture = try CommandFixture()
    let templates = CommandFixture.package.appending(path: "Templates")
    let copy = fixture.folder.url.appending(path: "Templates")
    try FileManager.default.copyItem(at: templates, to: copy)
    let call = ["programme", "check", "Templates/Programmes/ncre"]
    let good = try await fixture.run(call + ["--json"])
    #expect(good.status == 0)
    #expect(try good.decoded(CheckShape.self).findings.isEmpty)

    let file = copy.appending(path: "Programmes/ncre/programme.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data("nmae: 错误\n\(text)".utf8).write(to: file)
    let bad = try await fixture.run(call + ["--json"])
    #expect(bad.status == 1)
    let findings = try bad.decoded(CheckShape.self)
    #expect(findings.findingsTotal == 1)
    #expect(findings.findings.map(\.rule) == ["DEF.key"])
    #expect(findings.findings.first?.row == 1)
    let people = try await fixture.run(call)
    #expect(people.status == 1)
    #expect(people.output.contains("programme.yaml:1: 不认识的键“nmae”"))

    try Data("a: [\n".utf8).write(to: file)
    let broken = try await fixture.run(call)
    #expect(broken.status == 3)
    #expect(broken.errorLines.count == 1)
    #expect(try await fixture.run(["programme", "check", "nowhere"]).status == 3)
  }
}
