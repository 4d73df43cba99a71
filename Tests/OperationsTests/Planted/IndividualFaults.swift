/// Every kind of fault that a row of the feed of individual registrations can have, and what it must be found as.
enum IndividualFaults {
  /// Candidates from here on have registered already, from `collective` on with their school.
  private static let registered = 9_000
  private static let collective = 9_100
  private static let reserve = 60

  /// What only a spreadsheet can do to a cell.
  private static let ofSpreadsheets = ["lost digits", "formula's error", "apostrophe"]
  /// What the feed calls by another name, or a site without a roster does not find.
  private static let others = ["in another site's roster"]

  static let all =
    (RegistrationFaults.required + RegistrationFaults.forms + RegistrationFaults.identity
    + RegistrationFaults.subjects + RegistrationFaults.people)
    .filter { !(ofSpreadsheets + others).contains($0.name) }.map { $0.lifted(\Individual.person) } + own

  private static let own: [Fault<Individual>] = [
    Fault("no site", "考点代码 REQ") { row, _ in row.site = "" },
    Fault("another site", "考点代码 CAN-07") { row, _ in row.site = "990703" },
    Fault("no such site", "考点代码 CAN-07") { row, _ in row.site = "990799" },
    Fault("no time", "报名时间 REQ") { row, _ in row.registeredAt = "" },
    Fault("a time that is none", "报名时间 FMT.date") { row, _ in row.registeredAt = "2020-08-20 25:00:00" },
    Fault("registered already", "证件号码 OPS-07.exists") { row, planting in
      row.person.setDocument(Candidate(registered + planting.ordinal % reserve).id)
    },
    Fault("registered by the school", "证件号码 OPS-07.exists") { row, planting in
      row.person.setDocument(Candidate(collective + planting.ordinal % reserve).id)
    },
  ]

  /// A site with the candidates in reserve.
  static func fixture() async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(
      .site { ($0.requiresClass, $0.total, $0.places["14"]) = (true, 99_999, 99_999) })
    _ = try await fixture.feed(Individual.some(reserve, from: registered))
    _ = try await fixture.register(Candidate.some(reserve, from: collective))
    return fixture
  }
}
