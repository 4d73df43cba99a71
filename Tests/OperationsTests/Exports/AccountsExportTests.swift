import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Accounts for the e-mail addresses of collective registrations.
@Suite struct AccountsExportTests {
  private func request(_ fixture: OfficeFixture) -> ExportRequest {
    ExportRequest(
      kind: "accounts", sitting: SittingPlan.code, site: "990701", folder: fixture.folder.path("out"))
  }

  private func fixture() async throws -> (OfficeFixture, [Candidate]) {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(4)
    _ = try await fixture.register(Array(candidates.prefix(3)))
    _ = try await fixture.register([Candidate(9)], site: "990703")
    try await fixture.makeIndividual([candidates[2].id])
    return (fixture, candidates)
  }

  @Test("REG-13 IDN-06 each collective e-mail gets an account with a random password; the numbers are masked")
  func new() async throws {
    let (fixture, candidates) = try await fixture()
    let links = try await fixture.nextLink()
    let result = try await fixture.office().export(request(fixture))
    let table = try ReadTable(csv: result.file)
    #expect(table.headings == ["电子邮件", "姓名", "证件号码(后4位)", "考点代码", "一次性口令"])
    #expect(table["电子邮件"] == ["candidate0@example.com", "candidate1@example.com"])
    #expect(table["证件号码(后4位)"] == candidates.prefix(2).map { String($0.id.suffix(4)) })
    let passwords = table["一次性口令"]
    #expect(Set(passwords).count == 2 && passwords.allSatisfy { $0.count == 12 && $0 != "123456" })
    #expect(try result.file.bytes(in: 0..<3) == [0xEF, 0xBB, 0xBF])
    let lines = try await fixture.trailLines(from: links)
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("created login ") })
    let kept = try await fixture.dump().values.joined()
    for password in passwords { #expect(!kept.contains { $0.contains(password) }) }
  }

  @Test(
    "REG-13 an account is provisioned once: later exports have the new ones, --all gives all new passwords")
  func once() async throws {
    let (fixture, candidates) = try await fixture()
    let first = try ReadTable(csv: try await fixture.office().export(request(fixture)).file)
    let empty = try await fixture.office().export(request(fixture))
    #expect(empty.records == 0 && empty.findings.map(\.rule) == ["REG-13"] && !empty.isRefused)
    var changed = candidates[3]
    changed.email = "CANDIDATE1@example.com"
    try await fixture.execute(
      "UPDATE registration SET email = 'moved@example.com' WHERE email LIKE 'candidate1@%'")
    _ = try await fixture.register([changed])
    let second = try ReadTable(csv: try await fixture.office().export(request(fixture)).file)
    #expect(second["电子邮件"] == ["moved@example.com"], "an address keeps its account, whoever has it")
    var all = request(fixture)
    all.options.includesAll = true
    let third = try ReadTable(csv: try await fixture.office().export(all).file)
    #expect(third.rows.count == 3)
    // Made within one minute, none of them took the place of another.
    let files = try fixture.files().filter { $0.hasPrefix("out/") && $0.hasSuffix(".csv") }
    #expect(files.count == 4)
    #expect(Set(third["一次性口令"]).isDisjoint(with: first["一次性口令"] + second["一次性口令"]))
  }

  @Test("REG-13 --encoding gb18030 writes it so")
  func encoding() async throws {
    let (fixture, _) = try await fixture()
    var request = request(fixture)
    request.options.encoding = .gb18030
    let result = try await fixture.office().export(request)
    #expect(try result.file.bytes(in: 0..<4) == [0xB5, 0xE7, 0xD7, 0xD3])
    #expect(try ReadTable(csv: result.file)["姓名"] == ["赵测试", "赵测试"])
  }

  @Test("REG-13 ORG-06 a viewer makes no accounts, nor does anybody in a closed sitting")
  func gates() async throws {
    let (fixture, _) = try await fixture()
    let before = try await fixture.dump()
    let request = request(fixture)
    let viewer = try await refusal { _ = try await fixture.office("view990701").export(request) }
    #expect(viewer.reason == .viewer)
    try await fixture.office("root").closeSitting(SittingPlan.code)
    #expect(try await refusal { _ = try await fixture.office().export(request) }.reason == .closed)
    #expect(try await fixture.dump()["account"] == before["account"])
  }
}
