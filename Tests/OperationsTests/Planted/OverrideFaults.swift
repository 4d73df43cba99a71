import Operations
import Storage

/// What an override may meet in the store: records that it must not touch. Made by `OverrideFaults.fixture()`.
enum OverrideFaults {
  /// Where the candidates of each state begin; so many of each are there.
  private static let elsewhere = 9_000
  private static let individual = 9_100
  private static let locked = 9_200
  private static let held = 9_300
  private static let paid = 9_400
  private static let reserve = 60

  static let all: [Fault<Candidate>] = [
    Fault("registered at another site", "证件号码 REG-06") { row, planting in
      take(elsewhere, planting, into: &row)
    },
    Fault("registered by itself", "证件号码 REG-05") { row, planting in
      take(individual, planting, into: &row)
    },
    Fault("locked", "证件号码 REG-07") { row, planting in take(locked, planting, into: &row) },
    Fault("a subject held by a payment batch", "报考科目1 REG-09") { row, planting in
      take(held, planting, into: &row)
      row.subjects = ["15"]
    },
    Fault("too many subjects with the paid one", "报考科目1 REG-10") { row, planting in
      take(paid, planting, into: &row)
      row.subjects = ["15", "26"]
    },
  ]

  /// A site with a candidate in reserve for every fault.
  static func fixture() async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(.site { ($0.total, $0.places["14"]) = (99_999, 99_999) })
    _ = try await fixture.register(Candidate.some(reserve, from: elsewhere), site: "990703")
    for first in [individual, locked, held, paid] {
      _ = try await fixture.register(Candidate.some(reserve, from: first))
    }
    try await set("registration SET method = 'individual' WHERE document_number", individual, fixture)
    try await set("registration SET lock_reason = 'manual' WHERE document_number", locked, fixture)
    let entryOf = "WHERE registration IN (SELECT id FROM registration WHERE document_number"
    try await set("entry SET payment_batch = 1 \(entryOf)", held, fixture, end: ")")
    try await set("entry SET paid = 'collective' \(entryOf)", paid, fixture, end: ")")
    return fixture
  }

  private static func set(
    _ change: String, _ first: Int, _ fixture: OfficeFixture, end: String = ""
  ) async throws {
    for candidate in Candidate.some(reserve, from: first) {
      try await fixture.execute("UPDATE \(change) = $1\(end)", [.text(candidate.id)])
    }
  }

  /// Makes the row one of a stored candidate, with another name.
  private static func take(_ first: Int, _ planting: Planting<Candidate>, into row: inout Candidate) {
    row = Candidate(first + planting.ordinal % reserve) { $0.name = "钱改名" }
  }
}
