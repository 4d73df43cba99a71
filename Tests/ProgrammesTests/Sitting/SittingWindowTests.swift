import ExamModel
import Tabular
import Testing

@testable import Programmes

@Suite("A sitting's windows")
struct SittingWindowTests {
  private let roster = "roster:               [2020-07-23 08:00, 2020-08-31 21:00]"
  private let tickets = "ticketPrinting:       [2020-09-15 08:00]"
  private let site = #""990701": inherit"#

  @Test("WIN-01 an unknown window is refused, and the near one suggested")
  func key() throws {
    let text = try SittingSample.text(("    roster: ", "    rooster: "))
    let findings = try SittingSample.findings(in: text)
    #expect(findings.map(\.code) == ["WIN-01.key"])
    #expect(findings.first?.suggestion == "roster")
  }

  @Test(
    "WIN-01 a window is a start and an end",
    arguments: [
      "[2020-07-23 08:00]", "2020-07-23 08:00", "[2020-07-23 08:00, 2020-07-24 08:00, 2020-07-25 08:00]",
    ])
  func form(value: String) throws {
    #expect(try SittingSample.faults((roster, "roster: \(value)")) == ["WIN-01.form windows.99.roster"])
  }

  @Test("WIN-01 tickets are printed from a start on: an end is refused")
  func startOnly() throws {
    #expect(
      try SittingSample.faults((tickets, "ticketPrinting: [2020-09-15 08:00, 2020-09-20 08:00]"))
        == ["WIN-01.start windows.99.ticketPrinting"])
  }

  @Test("WIN-01 a time there is not is refused", arguments: ["2020-02-30 08:00", "2020-07-23", "morgens"])
  func time(time: String) throws {
    #expect(
      try SittingSample.faults((roster, "roster: [\(time), 2020-08-31 21:00]"))
        == ["SET-08.form windows.99.roster"])
  }

  @Test(
    "WIN-01 an end that does not lie after the start is refused",
    arguments: ["2020-07-23 08:00", "2020-07-23 07:59:59"])
  func order(end: String) throws {
    #expect(
      try SittingSample.faults((roster, "roster: [2020-07-23 08:00, \(end)]")) == [
        "WIN-01.order windows.99.roster"
      ])
    #expect(try SittingSample.faults((roster, "roster: [2020-07-23 08:00, 2020-07-23 08:00:01]")) == [])
  }

  @Test("WIN-01 times with an offset are the same instants")
  func offsets() throws {
    let text = try SittingSample.text((roster, "roster: [2020-07-23T00:00:00Z, 2020-08-31T22:00:00+09:00]"))
    let plain = try SittingSample.document(SittingSample.text).definition
    #expect(try SittingSample.document(text).definition == plain)
  }

  @Test(
    "WIN-02 a child's window lies inside its parent's, to the second",
    arguments: [
      ("2020-07-23 08:00", "2020-08-31 21:00", true), ("2020-07-23 08:00:01", "2020-08-31 20:59:59", true),
      ("2020-07-23 07:59:59", "2020-08-31 21:00", false), ("2020-07-23 08:00", "2020-08-31 21:00:01", false),
    ])
  func inside(start: String, end: String, isInside: Bool) throws {
    // The parent inherits from the province, so the bound comes from two levels up.
    let faults = try SittingSample.faults((site, #""990701": {roster: [\#(start), \#(end)]}"#))
    #expect(faults == (isInside ? [] : ["WIN-02.inside windows.990701.roster"]))
  }

  @Test("WIN-02 a window can be set only where the parent's is set")
  func parentNotSet() throws {
    #expect(
      try SittingSample.faults((site, #""990701": {scorePublicity: [2020-07-23 08:00, 2020-08-31 21:00]}"#))
        == ["WIN-02.parent windows.990701.scorePublicity"])
    #expect(
      try SittingSample.faults(
        (#""9907": inherit"#, ""), (site, #""990701": {roster: [2020-07-23 08:00, 2020-08-31 21:00]}"#))
        == ["WIN-02.parent windows.990701.roster"])
  }

  @Test("WIN-02 nothing can be inherited where nothing is set above")
  func inheritNothing() throws {
    #expect(try SittingSample.faults((#""9907": inherit"#, "")) == ["WIN-02.inherit windows.990701"])
    #expect(try SittingSample.faults((site, #""990701": geerbt"#)) == ["WIN-02.form windows.990701"])
  }

  @Test("WIN-02 a parent's window that cannot be read is told once, not again at each child")
  func noCascade() throws {
    #expect(
      try SittingSample.faults(
        (roster, "roster: [morgens, abends]"),
        (site, #""990701": {roster: [2020-07-23 08:00, 2020-08-31 21:00]}"#))
        == ["SET-08.form windows.99.roster", "SET-08.form windows.99.roster"])
  }

  @Test("WIN-03 an organisation has its own windows or, by inherit, those above; unnamed it has none")
  func lookUp() throws {
    let sitting = try SittingSample.document(SittingSample.text).definition
    let window = try #require(sitting.window(.registration, for: "99"))
    #expect(sitting.window(.registration, for: "9907") == window)
    #expect(sitting.window(.registration, for: "990701") == window)
    #expect(sitting.window(.registration, for: "990702") == nil)
    #expect(sitting.window(.registration, for: "") == nil)
    #expect(sitting.window(.scoreRegistration, for: "990701") == nil)
    #expect(sitting.windows(of: "990702") == nil)
  }

  @Test("WIN-03 own windows hide those above, also the kinds that they leave out")
  func ownHides() throws {
    let text = try SittingSample.text((site, #""990701": {roster: [2020-07-24 08:00, 2020-08-30 21:00]}"#))
    let sitting = try SittingSample.document(text).definition
    #expect(sitting.window(.roster, for: "990701")?.start == Instant("2020-07-24 08:00"))
    #expect(sitting.window(.registration, for: "990701") == nil)
  }

  @Test(
    "WIN-06 a boundary of the file is obeyed at the second before, at, and after it",
    arguments: [
      ("2020-07-23 07:59:59", false), ("2020-07-23 08:00:00", true), ("2020-07-23 08:00:01", true),
      ("2020-08-31 20:59:59", true), ("2020-08-31 21:00:00", false), ("2020-08-31 21:00:01", false),
    ])
  func boundaries(time: String, isOpen: Bool) throws {
    let sitting = try SittingSample.document(SittingSample.text).definition
    let now = try #require(Instant(time))
    #expect(WindowState(of: sitting.window(.registration, for: "990701"), at: now).isOpen == isOpen)
  }

  @Test("WIN-07 windows that inherit but for some: those lie inside the ones above, the rest is as above")
  func inheritingBut() throws {
    let own = "{inherit: true, registration: [2020-07-24 08:00, 2020-08-30 21:00]}"
    let text = try SittingSample.text((site, #""990701": \#(own)"#))
    #expect(try SittingSample.findings(in: text).isEmpty)
    let definition = try SittingSample.document(text).definition
    #expect(definition.window(.registration, for: "990701")?.end == Instant("2020-08-30 21:00"))
    #expect(definition.window(.roster, for: "990701") == definition.window(.roster, for: "99"))
    #expect(try SittingDefinition(canonicalText: definition.canonicalText) == definition)
    let outside = own.replacing("2020-08-30", with: "2020-09-30")
    #expect(
      try SittingSample.faults((site, #""990701": \#(outside)"#)) == [
        "WIN-02.inside windows.990701.registration"
      ])
    #expect(
      try SittingSample.faults((#""9907": inherit"#, ""), (site, #""990701": \#(own)"#)) == [
        "WIN-02.inherit windows.990701", "WIN-02.parent windows.990701.registration",
      ])
    #expect(
      try SittingSample.document(try SittingSample.text((site, #""990701": {inherit: true}"#))).definition
        .windows["990701"] == .inherit)
  }
}
