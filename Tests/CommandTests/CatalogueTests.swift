import Foundation
import Testing

/// `kaowu explain`, and that nothing is ever shown as a bare code.
@Suite struct CatalogueTests {
  private struct Item: Decodable {
    var code: String
    var rule: String
    var severity: String
    var message: String
    var suggestion: String
  }

  @Test("every finding declared anywhere in the sources is explained, once, in both languages")
  func everyFinding() async throws {
    let declared = try Self.codes(in: #/FindingTemplate\(\s*"(?<code>[A-Z][^"]+)"/#)
    try #require(declared.count > 100)
    for language in ["zh", "en"] {
      let run = try await CommandFixture().run(["explain", "--json", "--lang", language])
      let items = try run.decoded(ListShape<Item>.self).items.filter { $0.severity != "refusal" }
      let explained = items.map(\.code)
      #expect(Set(declared).subtracting(explained).sorted() == [])
      #expect(explained.count == Set(explained).count)
      for item in items {
        #expect(!item.message.isEmpty && !item.suggestion.isEmpty, "\(item.code)")
        #expect(!(item.message + item.suggestion).contains("{0}"), "\(item.code)")
      }
    }
  }

  @Test("every rule that a refusal names is explained")
  func everyRefusal() async throws {
    let reasons =
      #/\.(?:precondition|scope|disabled|closed|viewer|window|stale),\s*rule: "(?<code>[A-Z]+-\d+)"/#
    let declared = try Self.codes(in: reasons)
    try #require(declared.count > 5)
    let run = try await CommandFixture().run(["explain", "--json"])
    let rules = try run.decoded(ListShape<Item>.self).items.map(\.rule)
    #expect(Set(declared).subtracting(rules).sorted() == [])
  }

  @Test("a rule's ID lists all of its failures, in any case of letters; a code lists itself")
  func below() async throws {
    let fixture = try CommandFixture()
    let rule = try await fixture.run(["explain", "idn-01", "--json"])
    #expect(
      try rule.decoded(ListShape<Item>.self).items.map(\.code) == [
        "IDN-01.characters", "IDN-01.check", "IDN-01.date", "IDN-01.future", "IDN-01.length", "IDN-01.region",
      ])
    let code = try await fixture.run(["explain", "FMT.date"])
    #expect(code.status == 0)
    #expect(code.output.hasPrefix("FMT.date  [错误]\n"))
    #expect(code.output.contains("\n  → "))
    let refusal = try await fixture.run(["explain", "WIN-03", "--lang", "en"])
    #expect(refusal.output.hasPrefix("WIN-03  [not allowed]\n"))
  }

  @Test("SET-08 a sitting file with faults is answered in sentences, not in codes")
  func sittingFile() async throws {
    let fixture = try CommandFixture()
    _ = try await fixture.run(["init"])
    let text = SittingText().yaml
      .replacing("subjectsPerCandidate: 2", with: "subjectsPerCandidate: 9")
      .replacing("role: viewer", with: "role: boss")
      .replacing("capacity: {total: 99999", with: "capacity: {total: 7")
    let path = try fixture.write("faulty.yaml", text)
    let run = try await fixture.run(["sitting", "load", path])
    #expect(run.status == 1)
    for sentence in [
      "✗ 第 15 行 users[4].role “boss”：", "没有“boss”这个角色。",
      "总科次数应在 100–99999 之间", "考次文件有 3 处错误，未载入。",
    ] {
      #expect(run.output.contains(sentence), "\(run.output)")
    }
    let json = try await fixture.run(["sitting", "load", path, "--json", "--lang", "en"])
    let findings = try #require(try json.object()["findings"] as? [[String: Any]])
    #expect(findings.count == 3)
    for finding in findings {
      let (message, rule) = (finding["message"] as? String, finding["rule"] as? String)
      #expect(message?.hasSuffix(".") == true && message != rule)
    }
  }

  /// The codes that a pattern finds in all Swift files of the package's sources.
  private static func codes(
    in pattern: Regex<(Substring, code: Substring)>
  ) throws -> [String] {
    let sources = CommandFixture.package.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var codes: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      codes += text.matches(of: pattern).map { String($0.output.code) }
    }
    return codes
  }
}
