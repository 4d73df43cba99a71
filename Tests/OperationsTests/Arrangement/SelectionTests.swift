import Operations
import Tabular
import Testing

/// The arrangement of some candidates into some batches.
@Suite struct SelectionTests {
  /// Two rooms of ten seats, each with a batch on the two days.
  private static let rooms = [
    "01||楼|10||1|2020-09-26|08:30|10:30", "|||||2|2020-09-27|08:30|10:30",
    "02||楼|10||1|2020-09-26|08:30|10:30", "|||||2|2020-09-27|08:30|10:30",
  ]

  private func fixture(_ candidates: [TestCandidate]) async throws -> SeatingFixture {
    let fixture = try await SeatingFixture.make()
    try await fixture.register(candidates)
    _ = try await fixture.importRooms(Self.rooms)
    return fixture
  }

  private func arrange(
    _ fixture: SeatingFixture, candidates: [TestCandidate]? = nil, batches: String? = nil,
    preferred: Bool = false
  ) async throws -> SiteArrangement {
    var selection = ArrangementSelection()
    if let candidates {
      selection.candidatesPath = try fixture.write(
        "考生.txt", candidates.map(\.documentNumber).joined(separator: "\r\n"))
    }
    if let batches { selection.batchesPath = try fixture.write("批次.txt", batches) }
    selection.onlyPreferred = preferred
    return try await fixture.office().arrange(
      sitting: SeatingFixture.sitting, site: SeatingFixture.site, selection: selection)
  }

  private func seats(_ fixture: SeatingFixture) async throws -> [String] {
    try await fixture.rows(
      "registration, room, batch, seat", from: "entry WHERE room IS NOT NULL ORDER BY id")
  }

  @Test("ARR-05 chosen candidates go into chosen batches; what is seated stays; the rest follows around it")
  func selection() async throws {
    let people = (1...12).map { TestCandidate.number($0, ["14"]) }
    let fixture = try await fixture(people)
    let first = try await arrange(fixture, candidates: Array(people[8...]), batches: "\n 02#2 \n")
    #expect(first.findings.isEmpty && first.run.entries == 4 && first.run.seated == 4)
    let chosen = try await seats(fixture)
    #expect(chosen == (1...4).map { "\($0 + 8) 02 2 \($0)" })
    // The same again: nobody is left of the selection.
    #expect(try await arrange(fixture, candidates: Array(people[8...])).run.entries == 0)
    let rest = try await arrange(fixture, batches: "2")
    #expect(rest.run.seated == 8)
    let all = try await seats(fixture)
    #expect(all.count == 12 && Set(chosen).isSubset(of: all) && all.allSatisfy { $0.contains(" 02 ") })
    #expect(Set(all.map { $0.split(separator: " ").dropFirst().joined(separator: " ") }).count == 12)
    // A run without a selection arranges the whole site anew.
    #expect(
      try await fixture.office().arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site).run
        .seated == 12)
    #expect(try await seats(fixture).allSatisfy { $0.contains(" 1 ") })
  }

  @Test("ARR-04 ARR-05 those who asked for a day can go first, on their own")
  func preferred() async throws {
    let fixture = try await fixture(
      (1...6).map { .number($0, ["14"], preferredDate: "2020-09-27") } + (7...9).map { .number($0, ["14"]) })
    let run = try await arrange(fixture, preferred: true).run
    #expect(run == ArrangementRun(entries: 6, seated: 6, preferred: .init(asked: 6, kept: 6, atMost: 6)))
    #expect(try await seats(fixture).allSatisfy { $0.contains(" 2 ") })
  }

  @Test("ARR-03 a candidate with a seat gets no other at the same time, or too soon after it")
  func standing() async throws {
    let one = TestCandidate.number(1, ["14", "15"])
    let fixture = try await fixture([one])
    // One subject has its seat on the first morning, so the other cannot be sat in the other room then.
    try await fixture.execute("UPDATE entry SET room = '01', batch = 1, seat = 1 WHERE subject = '14'")
    let run = try await arrange(fixture, candidates: [one], batches: "02#1")
    #expect(run.run.seated == 0 && run.findings.map(\.code) == ["ARR-06/candidate"])
    #expect(try await arrange(fixture, candidates: [one], batches: "02").run.seated == 1)
    #expect(try await seats(fixture) == ["1 01 1 1", "1 02 2 1"])
  }

  @Test("ARR-05 a line that names nobody or no batch is a finding, and nothing is seated")
  func unknown() async throws {
    let fixture = try await fixture([.number(1, ["14"])])
    let stranger = try await arrange(fixture, candidates: [.number(1, []), .number(2, [])])
    #expect(stranger.findings.map(\.code) == ["ARR-05/candidate"])
    #expect(stranger.findings[0].arguments == ["…" + TestCandidate.number(2, []).documentNumber.suffix(4)])
    let batches = try await arrange(fixture, batches: "01#1\n01#3\n三\n04")
    #expect(batches.findings.map(\.arguments) == [["01#3"], ["三"], ["04"]])
    #expect(try await seats(fixture).isEmpty)
  }

  @Test(
    "ARR-06 a selection that has no room is told how many seats its batches lack; those seated do not count")
  func tooFew() async throws {
    let people = (1...12).map { TestCandidate.number($0, ["14"]) }
    let fixture = try await fixture(people)
    _ = try await arrange(fixture, candidates: Array(people[..<6]), batches: "01#1")
    let rest = try await arrange(fixture, batches: "01#1")
    #expect(rest.run == ArrangementRun(entries: 6, seated: 0, preferred: .init(asked: 0, kept: 0, atMost: 0)))
    #expect(rest.findings.map(\.code) == ["ARR-06/seats"])
    #expect(rest.findings[0].arguments.suffix(2) == ["4", "2"])
    #expect(try await seats(fixture).count == 6)
  }
}
