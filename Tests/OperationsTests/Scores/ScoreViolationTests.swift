import Exports
import Imports
import Operations
import Tabular
import Testing

@Suite struct ScoreViolationTests {
  private let cheat = TestCandidate.number(1, ["14", "15", "35"])
  private let other = TestCandidate.number(2, ["14"])

  /// Entries 1, 2, 3 of `cheat` and 4 of `other`.
  private func fixture() async throws -> SeatingFixture { try await .afterExam([cheat, other]) }

  @Test(
    "SCO-02 a violation that differs from the one on record is an error in its cell",
    arguments: [
      (nil, "0,0,2,,", true), (nil, ",-7,,,", true), ("2", "50,0,,,", true), ("2", "0,-7,,,", false),
      ("2", "0,,2,,", false), ("3", "0,-4,-4,,", false), ("3", "0,0,作弊,,", false), ("3", "0,-7,2,,", true),
      ("1", "70,1,,,", true), ("1", ",-1,,,", false), ("1", ",-1,1,,", false), (nil, ",-1,,,", false),
      (nil, ",-1,1,,", true), ("2", ",-1,,,", true),
    ] as [(String?, String, Bool)])
  func difference(stored: String?, cells: String, isError: Bool) async throws {
    let fixture = try await fixture()
    if let stored { try await fixture.recordViolation(4, kind: stored) }
    let result = try await fixture.importScores([ScoreSheet.line(4, other, "14", cells)])
    #expect(result.places == (isError ? ["SCO-02 G2"] : []))
    #expect(result.state == (isError ? "refused" : "done"))
  }

  @Test("SCO-02 the message names both sides")
  func message() async throws {
    let fixture = try await fixture()
    try await fixture.recordViolation(4, kind: "2")
    let result = try await fixture.importScores([ScoreSheet.line(4, other, "14", "0,-3,,,")])
    #expect(result.findings[0].message == "The violation differs: the file says “作弊”, on record is “违纪”.")
  }

  @Test(
    "SCO-02 cheating voids the candidate's other subjects in the result, and is no difference on their rows")
  func voids() async throws {
    let fixture = try await fixture()
    try await fixture.recordViolation(1, kind: "3")
    let result = try await fixture.importScores([
      ScoreSheet.line(1, cheat, "14", "0,-4,3,,"), ScoreSheet.line(2, cheat, "15", "85,2,,15580000000001,"),
      ScoreSheet.line(3, cheat, "35", ",-1,,,"), ScoreSheet.line(4, other, "14", "90,3,,14580000000002,"),
    ])
    #expect(result.state == "done")
    #expect(
      try await fixture.rows("entry, score, result, certificate", from: "score ORDER BY entry") == [
        "1 - -4 -", "2 - -4 -", "3 - -1 -", "4 9000 3 14580000000002",
      ])
    #expect(
      try await fixture.rows("file_score, file_result, file_certificate", from: "score WHERE entry = 2") == [
        "8500 2 15580000000001"
      ])
  }

  @Test("SCO-02 a file that gives cheating on every subject of the candidate does not differ either")
  func voidedInFile() async throws {
    let fixture = try await fixture()
    try await fixture.recordViolation(1, kind: "3")
    let result = try await fixture.importScores([
      ScoreSheet.line(1, cheat, "14", "0,-4,3,,"), ScoreSheet.line(2, cheat, "15", "0,-4,3,,"),
    ])
    #expect(result.state == "done")
  }

  @Test("SCO-02 a plain violation voids its own subject only")
  func plainViolation() async throws {
    let fixture = try await fixture()
    try await fixture.recordViolation(1, kind: "2")
    _ = try await fixture.importScores([
      ScoreSheet.line(1, cheat, "14", "0,,2,,"), ScoreSheet.line(2, cheat, "15", "85,2,,15580000000001,"),
    ])
    #expect(
      try await fixture.rows("entry, score, result", from: "score ORDER BY entry") == ["1 - -7", "2 8500 2"])
  }

  @Test("SCO-02 not checked, the file's violations replace those on record: added, changed, removed")
  func replaces() async throws {
    let fixture = try await fixture()
    try await fixture.recordViolation(2, kind: "2")
    try await fixture.recordViolation(4, kind: "2")
    let result = try await fixture.importScores([
      ScoreSheet.line(1, cheat, "14", "0,-7,,,"), ScoreSheet.line(2, cheat, "15", ",-1,,,"),
      ScoreSheet.line(4, other, "14", "70,1,,,"),
    ]) { $0.checksViolations = false }
    #expect(result.state == "done")
    #expect(try await fixture.rows("entry, kind", from: "violation ORDER BY entry") == ["1 2", "2 1"])
  }

  @Test("SCO-02 a corrected file takes the cheating back, and the other subjects hold again")
  func lifted() async throws {
    let fixture = try await fixture()
    _ = try await fixture.importScores([
      ScoreSheet.line(1, cheat, "14", "0,-3,,,"), ScoreSheet.line(2, cheat, "15", "85,2,,15580000000001,"),
    ]) { $0.checksViolations = false }
    #expect(try await fixture.rows("result", from: "score WHERE entry = 2") == ["-3"])
    let result = try await fixture.importScores([ScoreSheet.line(1, cheat, "14", "70,1,,,")]) {
      $0.checksViolations = false
      $0.overrides = true
    }
    #expect(result.countsLine == "0/1/0/0/0 of 1")
    #expect(try await fixture.rows("count(*)", from: "violation") == ["0"])
    #expect(
      try await fixture.rows("score, result, certificate", from: "score WHERE entry = 2") == [
        "8500 2 15580000000001"
      ])
  }

  @Test("SCO-05 a level 4 without its level 3 is kept: a warning, no certificate until the level 3 is passed")
  func kept() async throws {
    let candidate = TestCandidate.number(1, ["36", "42"])
    let fixture = try await SeatingFixture.afterExam([candidate])
    let result = try await fixture.importScores([ScoreSheet.line(2, candidate, "42", "70,1,,42580000000001,")]
    )
    #expect(result.state == "done")
    #expect(result.findings.map { "\($0.rule) \($0.severity) \($0.cell ?? "")" } == ["SCO-05 warning H2"])
    #expect(try await fixture.rows("result, certificate, kept", from: "score WHERE entry = 2") == ["1 - 1"])
    _ = try await fixture.importScores([ScoreSheet.line(1, candidate, "36", "80,2,,36580000000001,")])
    #expect(
      try await fixture.rows("result, certificate, kept", from: "score WHERE entry = 2") == [
        "1 42580000000001 0"
      ])
  }

  @Test("SCO-05 level 3 in the same file, whatever the order of rows, makes the certificate due")
  func dueInOneFile() async throws {
    let candidate = TestCandidate.number(1, ["36", "42"])
    let fixture = try await SeatingFixture.afterExam([candidate])
    let result = try await fixture.importScores([
      ScoreSheet.line(2, candidate, "42", "70,1,,42580000000001,"),
      ScoreSheet.line(1, candidate, "36", "80,2,,,"),
    ])
    #expect(result.findings.isEmpty)
    #expect(
      try await fixture.rows("certificate, kept", from: "score WHERE entry = 2") == ["42580000000001 0"])
  }
}
