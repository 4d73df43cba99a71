import ExamModel
import Tabular
import Testing

@testable import Programmes

@Suite("A sitting as a whole")
struct SittingWholeTests {
  @Test("ERR-03 all findings come in one pass and in file order, whichever check finds them")
  func allInOrder() throws {
    let text = try SittingSample.text(
      ("number: 58", "number: viele"), (#"organisation: "99""#, #"organisation: "98""#),
      ("    roster: ", "    rooster: "),
      (#""990701": inherit"#, #""990701": {roster: [2020-07-23 08:00, 2020-08-31 21:00]}"#),
      ("person: 2.00", "person: zwei"), ("subjectsPerCandidate: 2", "subjectsPerCandidate: 9"),
      ("{total: 1000", "{total: 99"), ("    roster: {", "    rosters: {"))
    let findings = try SittingSample.findings(in: text)
    #expect(
      findings.map(\.code) == [
        "SET-08.form", "ORG-02.organisation", "WIN-01.key", "WIN-02.parent", "SET-08.form",
        "SET-01.subjectsPerCandidate", "SET-04.places", "SET-04.places", "SET-04.sum", "SET-03.total",
        "SET-08.key",
      ])
    let rows = findings.map { $0.place.row ?? 0 }
    #expect(rows == rows.sorted())
    #expect(Set(rows).count == 9)
    for (finding, piece) in zip(
      [findings[0], findings[2], findings[5]], ["number:", "rooster:", "subjectsPerCandidate:"])
    {
      #expect(finding.place.row == SittingSample.line(of: piece, in: text))
    }
  }

  @Test("ERR-03 the same file gives the same findings every time")
  func deterministic() throws {
    let text = try SittingSample.text(
      ("examDates: [2020-09-26, 2020-09-27, 2020-09-28]", "examDates: [2020-10-01]"))
    let first = try SittingSample.findings(in: text)
    #expect(first.count > 10)
    for _ in 0..<5 { #expect(try SittingSample.findings(in: text) == first) }
  }

  @Test("SET-08 a document that is no mapping is no sitting file", arguments: ["- 1\n- 2\n", "just a line"])
  func noMapping(text: String) {
    let error = #expect(throws: FileError.self) { try SittingSample.findings(in: text) }
    #expect(error?.code == .wrongKind)
  }

  @Test("SET-08 a definition is kept as text, and read back the same; equal ones have equal texts")
  func canonicalText() throws {
    let sitting = try SittingSample.document(SittingSample.text).definition
    let text = try sitting.canonicalText
    #expect(try SittingDefinition(canonicalText: text) == sitting)
    #expect(try SittingSample.document(SittingSample.text).definition.canonicalText == text)
    #expect(
      text.contains(
        #""registration":{"end":"2020-08-31T21:00:00+08:00","start":"2020-07-23T08:00:00+08:00"}"#))
    #expect(throws: DecodingError.self) { try SittingDefinition(canonicalText: "{}") }
  }
}
