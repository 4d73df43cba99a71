import Operations
import Storage
import Tabular

extension SampleWalk {
  static let all = [ncre, onePlusX]

  private static let ncre = SampleWalk(
    programme: "ncre", sitting: "ncre-58", site: "990701", user: "site990701",
    steps: [
      .clock(SittingPlan.registrationTime),
      .sample("registrations/faulty"), .sample("registrations/good"),
      .sample("registrations/override", overrides: true),
      .sample("photos/twins"), .sample("photos/checked"), .sample("photos/main", overrides: true),
      .sample("roster/faulty"), .sample("roster/good"), .sample("individual/good"),
      .run { try await $0.requireAudit($1, true) }, .sample("audit/good"),
      .run { try await $0.requireAudit($1, false) },
      .sample("payments/main"), .sql("UPDATE entry SET paid = 'collective' WHERE paid IS NULL"),
      .clock(SittingPlan.arrangementTime),
      .sample("rooms/main"), .sample("arrangement/faulty"), .sample("arrangement/good"),
      .sample("mock-report/good"), .sample("exception-files/good"),
      .clock("2020-10-09 10:00"),
      .sample("corrections/faulty"), .sample("corrections/good"),
      .sql("UPDATE entry SET room = NULL, batch = NULL, seat = NULL, ticket = NULL"),
      .sql(givingTickets),
      .sample("violations/old"), .sample("violations/faulty"), .sample("violations/main"),
      .run { try await $0.bringScores($1) },
      .sample("mailings/faulty"), .sample("mailings/main"),
    ])

  private static let onePlusX = SampleWalk(
    programme: "one-plus-x", sitting: OnePlusXFixture.sitting, site: OnePlusXFixture.school,
    user: "school990001",
    steps: [
      .clock(OnePlusXFixture.registrationTime),
      .run { _, store in try await OnePlusXFixture(store).approve() },
      .sample("students/faulty"), .sample("students/good"),
      .sample("entries-by-certificate/faulty"), .sample("entries-by-certificate/good"),
      .sample("entries-by-subject/faulty"), .sample("entries-by-subject/good"),
      .sample("entry-removals/faulty"), .sample("entry-removals/good"),
      .sample("payment-applications/faulty"), .sample("payment-applications/certificate"),
      .sample("payment-applications/subject"),
    ])

  /// The tickets that the samples name: everybody in room 01, in the order of the registration sheet and of the subjects.
  static let givingTickets = """
    UPDATE entry SET room = '01', batch = 1, seat = found.serial,
      ticket = entry.subject || '58' || entry.site || '01' || substr(CAST(10000 + found.serial AS TEXT), 2)
    FROM (
      SELECT e.id, row_number() OVER (ORDER BY r.method, r.created_row, e.subject, r.document_number) AS serial
      FROM entry e JOIN registration r ON r.id = e.registration
    ) AS found WHERE found.id = entry.id
    """

  /// Loads the sitting again, with audits or without.
  private func requireAudit(_ store: OfficeFixture, _ isRequired: Bool) async throws {
    let text = try sittingText().replacing("auditRequired: false", with: "auditRequired: \(isRequired)")
    let load = try await store.loadSitting(text)
    guard load.isLoaded else { throw OfficeFixture.SittingNotLoaded(codes: load.findings.map(\.code)) }
  }

  /// A score for everybody of whom no violation is on record.
  private func bringScores(_ store: OfficeFixture) async throws {
    let lines = try await store.database.read { session in
      try session.all(
        """
        SELECT e.ticket, r.name, r.document_number, e.subject FROM entry e JOIN registration r ON r.id = e.registration
        WHERE NOT EXISTS (SELECT 1 FROM violation v WHERE v.entry = e.id) ORDER BY e.ticket
        """
      ) { "\($0.text(0)),\($0.text(1)),\($0.text(2)),\($0.text(3)),85,2,,," }
    }
    let path = try store.folder.file(
      "scores.csv", Array(([ScoreSheet.headings] + lines).joined(separator: "\r\n").utf8))
    _ = try await store.importing("scores", path, as: "root")
  }
}
