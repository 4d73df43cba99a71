import Imports
import Operations
import Testing

/// Known faults among good rows of payments, scores and rooms: exactly those are found, and mending them is enough.
@Suite struct OtherFaultTests {
  private static func sizes(_ kinds: Int) -> [PlantingSize] {
    PlantingSize.usual + [PlantingSize(faults: kinds, rows: 2 * kinds, seed: 5)]
  }

  @Test(
    "ERR-03 CAN-07 of faults planted in a payment feed, exactly those are found",
    arguments: sizes(PaymentFaults.all.count))
  func payments(size: PlantingSize) async throws {
    let planted = PlantedFaults(
      PaymentFaults.all, count: size.faults, among: PaymentFaults.rows(0..<size.rows), seed: size.seed)
    for isPartial in [false, true] {
      let fixture = try await PaymentFaults.fixture(size.rows)
      let importing = { (rows: [TextRow]) in
        try await fixture.importing("payments", rows, headings: PaymentFaults.headings) {
          $0.isPartial = isPartial
        }
      }
      if isPartial {
        try await planted.checkPartial(headings: PaymentFaults.headings, importing)
      } else {
        try await planted.check(headings: PaymentFaults.headings, importing)
      }
    }
  }

  @Test(
    "ERR-03 SCO-05 of faults planted in a score file, exactly those are found",
    arguments: sizes(ScoreFaults.all.count))
  func scores(size: PlantingSize) async throws {
    let planted = PlantedFaults(
      ScoreFaults.all, count: size.faults, among: ScoreFaults.rows(0..<size.rows), seed: size.seed)
    let fixture = try await ScoreFaults.fixture(size.rows)
    try await planted.check(headings: ScoreFaults.headings) {
      try await fixture.importing("scores", $0, headings: ScoreFaults.headings)
    }
  }

  @Test(
    "ERR-03 ARR-01 of faults planted in a workbook of rooms, exactly those are found",
    arguments: sizes(RoomFaults.all.count))
  func rooms(size: PlantingSize) async throws {
    let planted = PlantedFaults(
      RoomFaults.all, count: size.faults, among: RoomFaults.rows(min(size.rows, 237)), seed: size.seed)
    let fixture = try await RoomFaults.fixture()
    try await planted.check(headings: RoomFaults.headings) {
      try await fixture.importing("rooms", $0, headings: RoomFaults.headings)
    }
  }
}
