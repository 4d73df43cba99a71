import ExamModel
import Testing

@Suite struct TicketPatternTests {
  private let pattern = "{subject:2}{sitting:2}{site:6}{room:2}{serial:4}"
  private let values = ["subject": "24", "sitting": "58", "site": "990701", "room": "3", "serial": "124"]

  @Test("TIC-01 a number is made in the programme's format, with zeros in front, and taken apart again")
  func roundTrip() throws {
    let pattern = try TicketPattern(pattern)
    #expect(pattern.length == 16)
    let number = try pattern.make { values[$0] }
    #expect(number == "2458990701030124")
    #expect(pattern.parse(number)?["serial"] == "0124")
    #expect(pattern.parse(number)?["site"] == "990701")
    #expect(pattern.fields.map(\.name) == ["subject", "sitting", "site", "room", "serial"])
  }

  @Test("TIC-01 a pattern of 20 digits that ends in the five-digit seat, and one with fixed text")
  func otherFormats() throws {
    let long = try TicketPattern("{plan:12}{room:3}{seat:5}")
    #expect(
      try long.make { ["plan": "202600000001", "room": "7", "seat": "42"][$0] } == "20260000000100700042")
    let text = try TicketPattern("T{serial:3}X")
    #expect(try text.make { _ in "7" } == "T007X")
    #expect(text.parse("T007X") == ["serial": "007"])
    #expect(text.parse("U007X") == nil)
    #expect(!text.matches("T007"))
  }

  @Test("TIC-01 nothing is cut: a value that does not fit is an error that names its field")
  func unfitting() throws {
    let pattern = try TicketPattern("{room:2}{serial:4}")
    #expect(throws: TicketNumberFault.tooWide(field: "serial", value: "10000", width: 4)) {
      try pattern.make { ["room": "1", "serial": "10000"][$0] }
    }
    #expect(throws: TicketNumberFault.missing(field: "room")) { try pattern.make { ["serial": "1"][$0] } }
    for value in ["", "a", "１", "-1"] {
      #expect(throws: TicketNumberFault.self) { try pattern.make { ["room": value, "serial": "1"][$0] } }
    }
  }

  @Test(
    "what is not in the format is not taken apart",
    arguments: ["", "245899070103012", "24589907010301245", "24589907010301２", "2458990701030 24"])
  func parsing(number: String) throws {
    #expect(try TicketPattern(pattern).parse(number) == nil)
  }

  @Test(
    "a wrong pattern says what is wrong",
    arguments: [
      ("", TicketPatternFault.noField), ("123", .noField), ("{a:2", .unclosed), ("{a}", .field("a")),
      ("{a:0}", .field("a:0")), ("{:2}", .field(":2")), ("{a:x}", .field("a:x")),
      ("{a:2}{a:3}", .doubled(field: "a")),
      ("{a:2}-", .text("-")), ("{a:2}}", .text("}")), ("{a:20}{b:11}", .tooLong(length: 31)),
      ("{a:9999999999999999999}", .field("a:9999999999999999999")),
    ])
  func wrong(pattern: String, fault: TicketPatternFault) {
    #expect(throws: fault) { try TicketPattern(pattern) }
  }
}
