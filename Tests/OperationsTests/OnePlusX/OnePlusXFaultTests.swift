import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Known faults among good rows of the 1+X workbooks: exactly those are found, and mending them is enough.
@Suite struct OnePlusXFaultTests {
  private static func sizes(_ kinds: Int) -> [PlantingSize] {
    PlantingSize.usual + [PlantingSize(faults: kinds, rows: 2 * kinds, seed: 5)]
  }

  @Test(
    "ERR-03 VSL-01 of faults planted in a list of students, exactly those are found",
    arguments: sizes(OnePlusXFaults.students.count))
  func students(size: PlantingSize) async throws {
    let planted = PlantedFaults(
      OnePlusXFaults.students, count: size.faults, among: (0..<size.rows).map(OnePlusXRows.student),
      seed: size.seed)
    let fixture = try await OnePlusXFaults.fixture(students: 0, isEntered: false, isApplied: false)
    try await planted.check(headings: OnePlusXRows.students) {
      try await fixture.importing("students", OnePlusXRows.students, $0)
    }
  }

  @Test(
    "ERR-03 VSL-03 of faults planted among entries by certificate, exactly those are found",
    arguments: sizes(OnePlusXFaults.entries.count))
  func entries(size: PlantingSize) async throws {
    let planted = PlantedFaults(
      OnePlusXFaults.entries, count: size.faults, among: (0..<size.rows).map { OnePlusXRows.entry($0) },
      seed: size.seed)
    let fixture = try await OnePlusXFaults.fixture(students: size.rows, isEntered: false, isApplied: false)
    try await planted.check(headings: OnePlusXRows.entries) {
      try await fixture.importing("entries-by-certificate", OnePlusXRows.entries, $0)
    }
  }

  @Test(
    "ERR-03 VSL-03 of faults planted among entries by subject, exactly those are found",
    arguments: sizes(OnePlusXFaults.entries.count))
  func bySubject(size: PlantingSize) async throws {
    // Where the kind of candidate depends on the subject, its own fault says so.
    let kinds =
      OnePlusXFaults.entries.filter { !$0.name.hasSuffix("direction") } + [
        .cells("no subject", ["科目编号": ""], "科目编号 REQ"),
        .cells("no such subject", ["科目编号": "98694"], "科目编号 VSL-03.subject"),
        .cells("another subject's name", ["科目名称": "实操考核"], "科目名称 VSL-03.subject"),
        .cells(
          "the wrong direction", ["证书等级": "中级", "科目编号": "338994", "科目名称": "", "参考对象类型": "网络方向"],
          "参考对象类型 VSL-03.kind"),
      ]
    let rows = (0..<size.rows).map { OnePlusXRows.entry($0).with(["科目编号": "098694", "科目名称": "基础考核"]) }
    let closed = "a plan that is not open"
    let planted = PlantedFaults(
      kinds.filter { $0.name != closed }, count: size.faults, among: rows, seed: size.seed)
    let fixture = try await OnePlusXFaults.fixture(students: size.rows, isEntered: false, isApplied: false)
    try await planted.check(headings: OnePlusXRows.bySubject) {
      try await fixture.importing("entries-by-subject", OnePlusXRows.bySubject, $0)
    }
  }

  @Test(
    "ERR-03 VSL-03 of faults planted among removals, exactly those are found",
    arguments: sizes(OnePlusXFaults.removals.count))
  func removals(size: PlantingSize) async throws {
    let planted = PlantedFaults(
      OnePlusXFaults.removals, count: size.faults, among: (0..<size.rows).map { OnePlusXRows.removal($0) },
      seed: size.seed)
    let fixture = try await OnePlusXFaults.fixture(students: size.rows, isEntered: true, isApplied: true)
    try await planted.check(headings: OnePlusXRows.removals, taken: \.updated) { rows in
      try await fixture.importing("entry-removals", OnePlusXRows.removals, rows) { $0.confirmed = "990001" }
    }
  }

  @Test(
    "ERR-03 PAY-04 of faults planted in a payment application, exactly those are found",
    arguments: sizes(OnePlusXFaults.payments.count))
  func payments(size: PlantingSize) async throws {
    let planted = PlantedFaults(
      OnePlusXFaults.payments, count: size.faults, among: (0..<size.rows).map { OnePlusXRows.payment($0) },
      seed: size.seed)
    let fixture = try await OnePlusXFaults.fixture(students: size.rows, isEntered: true, isApplied: true)
    try await planted.check(headings: OnePlusXRows.payments) {
      try await fixture.importing("payment-applications", OnePlusXRows.payments, $0)
    }
  }
}
