import Imports
import Operations
import Testing

/// Known faults among good rows of roster, feed, audit and correction files: exactly those are found, and mending them
/// is enough.
@Suite struct FeedFaultTests {
  private static func sizes(_ kinds: Int) -> [PlantingSize] {
    PlantingSize.usual + [PlantingSize(faults: kinds, rows: 2 * kinds, seed: 8)]
  }

  @Test("ERR-03 ROS-05 faults planted in a roster", arguments: sizes(RosterFaults.all.count))
  func roster(size: PlantingSize) async throws {
    let fixture = try await RosterFaults.fixture()
    let planted = PlantedFaults(
      RosterFaults.all, count: size.faults, among: Student.some(size.rows), seed: size.seed)
    try await planted.check(headings: Student.headings) { try await fixture.enroll($0) }
  }

  @Test(
    "ERR-03 REG-14 ROS-05 with --partial the rest of a roster is taken",
    arguments: sizes(RosterFaults.all.count))
  func partialRoster(size: PlantingSize) async throws {
    let fixture = try await RosterFaults.fixture()
    let planted = PlantedFaults(
      RosterFaults.all, count: size.faults, among: Student.some(size.rows), seed: size.seed)
    try await planted.checkPartial(headings: Student.headings) {
      try await fixture.enroll($0) { $0.isPartial = true }
    }
  }

  @Test(
    "ERR-03 CAN-07 faults planted in a feed of registrations", arguments: sizes(IndividualFaults.all.count))
  func individual(size: PlantingSize) async throws {
    let fixture = try await IndividualFaults.fixture()
    let planted = PlantedFaults(
      IndividualFaults.all, count: size.faults, among: Individual.some(size.rows), seed: size.seed)
    try await planted.check(headings: Individual.headings) { try await fixture.feed($0) }
  }

  @Test("ERR-03 AUD-02 faults planted in a workbook of decisions", arguments: sizes(AuditFaults.all.count))
  func audit(size: PlantingSize) async throws {
    let fixture = try await AuditFaults.fixture(candidates: size.rows)
    let planted = PlantedFaults(
      AuditFaults.all, count: size.faults, among: (0..<size.rows).map { Decision($0) }, seed: size.seed)
    try await planted.check(headings: Decision.headings, taken: \.updated) { try await fixture.audit($0) }
  }

  @Test(
    "ERR-03 CCP-02 faults planted in a workbook of corrections", arguments: sizes(CorrectionFaults.all.count))
  func corrections(size: PlantingSize) async throws {
    let fixture = try await CorrectionFaults.fixture(candidates: size.rows)
    let rows = (0..<size.rows).map { Correction($0, ["备注": "更正 \($0)"]) }
    let planted = PlantedFaults(CorrectionFaults.all, count: size.faults, among: rows, seed: size.seed)
    try await planted.check(headings: Correction.headings, taken: \.updated) {
      try await fixture.correct($0) { $0.confirmed = "990701" }
    }
  }
}
