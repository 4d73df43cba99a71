import Tabular
import Testing

@testable import Programmes

@Suite("A sitting's identity, organisations and users")
struct SittingIdentityTests {
  @Test("SET-08 the id is programme and number; the right one is suggested")
  func identity() throws {
    let text = try SittingSample.text(("sitting: ncre-58", "sitting: ncre-59"))
    let findings = try SittingSample.findings(in: text)
    #expect(findings.map(\.code) == ["SET-08.id"])
    #expect(findings.first?.suggestion == "ncre-58")
    #expect(findings.first?.place.row == 1)
  }

  @Test("SET-08 a file of another programme is refused")
  func otherProgramme() throws {
    #expect(
      try SittingSample.faults(("programme: ncre", "programme: cpta"), ("ncre-58", "cpta-58"))
        == ["SET-08.programme programme"])
  }

  @Test("SET-08 a number of no two digits is refused", arguments: ["0", "100", "-1"])
  func number(number: String) throws {
    #expect(
      try SittingSample.faults(("number: 58", "number: \(number)")).contains("SET-08.number number"))
  }

  @Test("SET-08 a sitting has exam dates, each once")
  func examDates() throws {
    #expect(
      try SittingSample.faults(("examDates: [2020-09-26, ", "examDates: [2020-09-27, "))
        .first == "SET-08.examDates examDates")
    #expect(
      try SittingSample.faults(("examDates: [2020-09-26, 2020-09-27, 2020-09-28]", "examDates: []"))
        .first == "SET-08.noExamDates examDates")
  }

  @Test(
    "REG-12 ages from above to below are no range",
    arguments: ["{least: 81, most: 80}", "{least: -1, most: 80}"])
  func ages(ages: String) throws {
    #expect(try SittingSample.faults(("{least: 6, most: 80}", ages)) == ["SET-08.ages ages"])
  }

  @Test("REG-12 without ages the programme's own hold")
  func noAges() throws {
    let text = try SittingSample.text(("ages: {least: 6, most: 80}\n", ""))
    #expect(try SittingSample.findings(in: text) == [])
    #expect(try SittingSample.document(text).definition.ages == nil)
  }

  @Test("ORG-01 a code whose parent is missing is refused, at its line")
  func parent() throws {
    let text = try SittingSample.text(
      (#"  - {code: "9907", name: 测试省地市七}"# + "\n", ""), (#"  "9907": inherit"#, "  # none"))
    let findings = try SittingSample.findings(in: text).filter { $0.code.hasPrefix("ORG") }
    #expect(findings.map(\.code) == ["ORG-01.parent", "ORG-01.parent"])
    #expect(findings.map(\.value) == ["990701", "990702"])
    #expect(findings.first?.place.row == SittingSample.line(of: #"code: "990701""#, in: text))
  }

  @Test("ORG-01 children may stand before their parents")
  func order() throws {
    let province = #"  - {code: "99", name: 测试省}"# + "\n"
    #expect(try SittingSample.faults((province, ""), ("\nusers:", "\n\(province)\nusers:")) == [])
  }

  @Test("ORG-01 a code of no level is refused", arguments: ["998", "9907020", "99070２"])
  func length(code: String) throws {
    #expect(
      try SittingSample.faults((#"{code: "990702""#, #"{code: "\#(code)""#))
        == ["ORG-01.length organisations.\(code).code"])
  }

  @Test("ORG-01 a doubled code is refused at its second place")
  func doubledCode() throws {
    #expect(
      try SittingSample.faults((#"{code: "990702""#, #"{code: "990701""#))
        == ["ORG-01.doubled organisations[4].code"])
  }

  @Test("ORG-01 windows, subjects, fees and sites name organisations of the file")
  func unknownOrganisations() throws {
    #expect(
      try SittingSample.faults(
        (#""9907": inherit"#, #""9908": inherit"#), (#""990701": inherit"#, ""),
        (#"  "99": {person"#, #"  "98": {person"#),
        (#"  "990701":"# + "\n    open", #"  "990703":"# + "\n    open"))
        == ["ORG-01.unknown windows.9908", "ORG-01.unknown fees.98", "ORG-01.unknown sites.990703"])
  }

  @Test("ORG-02 a user's organisation is one of the file, or the centre")
  func userOrganisation() throws {
    #expect(
      try SittingSample.faults((#"{name: prov99, organisation: "99""#, #"{name: prov99, organisation: "98""#))
        == ["ORG-02.organisation users.prov99.organisation"])
  }

  @Test("ORG-02 a user belongs to one organisation only: a doubled name is refused")
  func doubledUser() throws {
    #expect(try SittingSample.faults(("name: prov99", "name: root")) == ["ORG-02.doubled users[2].name"])
  }

  @Test("ORG-02 a role is administrator or viewer; the near one is suggested")
  func role() throws {
    let text = try SittingSample.text(("role: administrator}          #", "role: administrater}          #"))
    let findings = try SittingSample.findings(in: text)
    #expect(findings.map(\.code) == ["ORG-02.role"])
    #expect(findings.first?.suggestion == "administrator")
    #expect(try SittingSample.faults(("role: administrator}          #", "role: viewer} #")) == [])
  }

  @Test("ORG-03 an organisation takes part where neither it nor one above it is disabled")
  func enabled() throws {
    let sitting = try SittingSample.document(SittingSample.text).definition
    #expect(["", "99", "9907", "990701"].allSatisfy(sitting.isEnabled))
    #expect(!sitting.isEnabled("990702"))
    #expect(!sitting.isEnabled("990799"))
    let text = try SittingSample.text(
      (#"{code: "9907", name: 测试省地市七}"#, #"{code: "9907", name: 七, enabled: false}"#))
    let other = try SittingSample.document(text).definition
    #expect(other.isEnabled("99"))
    #expect(!other.isEnabled("9907") && !other.isEnabled("990701"))
  }
}
