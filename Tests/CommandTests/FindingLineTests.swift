import Foundation
import Testing

/// Findings on a screen: equal ones in one line, however many they are; programs get them singly.
@Suite struct FindingLineTests {
  @Test("ERR-03 equal findings take one line with their cells; the report and --json list them singly")
  func grouped() async throws {
    let fixture = try await CommandFixture.loaded()
    var workbook = CandidateWorkbook(1_300)
    for row in 20..<1_220 { workbook.set("报考科目1", of: row, to: "17") }
    workbook.set("电子邮件", of: 1_299, to: "没有")
    try workbook.write("bad.xlsx", in: fixture)
    let run = try await fixture.importWorkbook("bad.xlsx")
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n").filter { $0.hasPrefix("✗") }
    #expect(lines.count == 2)
    #expect(lines.first?.contains("22:") == true && lines.first?.contains("1221（共 1200 处）") == true)
    #expect(lines.first?.contains("“17”") == true && lines.last?.contains("“没有”") == true)
    #expect(!run.output.contains("……共"))

    let show = try await fixture.run(["jobs", "show", "1"])
    #expect(show.output.split(separator: "\n").filter { $0.hasPrefix("✗") } == lines)
    let english = try await fixture.run(["jobs", "show", "1", "--lang", "en"])
    #expect(english.output.contains("(1200 times)"))
    let json = try await fixture.run(["jobs", "show", "1", "--json"]).object()
    #expect((json["findings"] as? [Any])?.count == 1_000)
    #expect(json["findingsTotal"] as? Int == 1_201)
  }

  @Test("ERR-03 IDN-06 single findings stand as they did, ID numbers masked")
  func single() async throws {
    let fixture = try await CommandFixture.loaded()
    var workbook = CandidateWorkbook(4)
    workbook.set("联系电话", of: 2, to: "12")
    workbook.set("姓名", of: 3, to: String(repeating: "长", count: 51))
    try workbook.write("bad.xlsx", in: fixture)
    let lines = try await fixture.importWorkbook("bad.xlsx").output.split(separator: "\n").filter {
      $0.hasPrefix("✗")
    }
    #expect(lines.count == 2)
    #expect(lines.first?.contains("4 联系电话 “12”：") == true)
    #expect(lines.allSatisfy { !$0.contains("处）") })
  }
}
