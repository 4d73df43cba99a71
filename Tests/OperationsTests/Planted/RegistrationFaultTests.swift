import Imports
import Operations
import Testing

/// Known faults among good rows of registration workbooks: exactly those are found, and mending them is enough.
@Suite struct RegistrationFaultTests {
  static let sizes =
    PlantingSize.usual + [
      PlantingSize(faults: RegistrationFaults.all.count, rows: 2 * RegistrationFaults.all.count, seed: 5)
    ]

  private func planted(_ size: PlantingSize) -> PlantedFaults<Candidate> {
    PlantedFaults(
      RegistrationFaults.all, count: size.faults, among: Candidate.some(size.rows), seed: size.seed)
  }

  @Test(
    "ERR-03 OPS-07 of faults planted in a registration workbook, exactly those are found", arguments: sizes)
  func exactly(size: PlantingSize) async throws {
    let fixture = try await RegistrationFaults.fixture()
    try await planted(size).check(headings: Candidate.headings) { try await fixture.register($0) }
  }

  @Test(
    "ERR-03 REG-14 with --partial all other rows are taken, and the mended rest after them", arguments: sizes)
  func partial(size: PlantingSize) async throws {
    let fixture = try await RegistrationFaults.fixture()
    try await planted(size).checkPartial(headings: Candidate.headings) {
      try await fixture.register($0) { $0.isPartial = true }
    }
  }

  @Test(
    "ERR-03 REG-05 REG-06 REG-07 REG-09 REG-10 of records that an override must not touch, exactly those are found",
    arguments: PlantingSize.usual + [PlantingSize(faults: 5, rows: 10, seed: 6)])
  func overriding(size: PlantingSize) async throws {
    let fixture = try await OverrideFaults.fixture()
    let planted = PlantedFaults(
      OverrideFaults.all, count: size.faults, among: Candidate.some(size.rows), seed: size.seed)
    try await planted.check(headings: Candidate.headings) {
      try await fixture.register($0) { $0.overrides = true }
    }
  }
}
