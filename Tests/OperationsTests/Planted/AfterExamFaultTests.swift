import Imports
import Operations
import Testing

/// Known faults among good rows of violations and of certificates by post: exactly those are found, and mending them is
/// enough.
@Suite struct AfterExamFaultTests {
  private static func sizes(_ kinds: Int) -> [PlantingSize] {
    PlantingSize.usual + [PlantingSize(faults: kinds, rows: 2 * kinds, seed: 5)]
  }

  @Test(
    "ERR-03 VIO-01 VIO-02 of faults planted in a workbook of violations, exactly those are found",
    arguments: sizes(ViolationFaults.all.count), [false, true])
  func violations(size: PlantingSize, isPartial: Bool) async throws {
    let planted = PlantedFaults(
      ViolationFaults.all, count: size.faults, among: ViolationFaults.rows(0..<size.rows), seed: size.seed)
    let fixture = try await ViolationFaults.fixture(size.rows)
    let importing = { (rows: [TextRow]) in
      try await fixture.importing("violations", rows, headings: ViolationFaults.headings) {
        $0.isPartial = isPartial
      }
    }
    if isPartial {
      try await planted.checkPartial(headings: ViolationFaults.headings, importing)
    } else {
      try await planted.check(headings: ViolationFaults.headings, importing)
    }
  }

  @Test(
    "ERR-03 MAI-01 of faults planted in a file of certificates by post, exactly those are found",
    arguments: sizes(MailingFaults.all.count), [false, true])
  func mailings(size: PlantingSize, isPartial: Bool) async throws {
    let planted = PlantedFaults(
      MailingFaults.all, count: size.faults, among: MailingFaults.rows(0..<size.rows), seed: size.seed)
    let fixture = try await MailingFaults.fixture(size.rows)
    let importing = { (rows: [TextRow]) in
      try await fixture.importing("mailings", rows, headings: MailingFaults.headings) {
        $0.isPartial = isPartial
      }
    }
    if isPartial {
      try await planted.checkPartial(headings: MailingFaults.headings, importing)
    } else {
      try await planted.check(headings: MailingFaults.headings, importing)
    }
  }
}
