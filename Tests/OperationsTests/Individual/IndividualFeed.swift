import ExamModel
import Imports
import Operations
import Storage

/// A row of the feed of individual registrations; a test changes the fields that it is about.
struct Individual: Sendable {
  /// What it has in common with a collective registration.
  var person: Candidate
  var site = "990701"
  var isPaid = false
  /// An hour before the moment at which tests begin.
  var registeredAt = "2020-08-20 09:00:00"

  /// The candidate of a number from 0.
  init(_ number: Int, _ change: (inout Individual) -> Void = { _ in }) {
    person = Candidate(number)
    change(&self)
  }

  var id: String { person.id }

  /// The headings of the feed.
  static let headings =
    Candidate.headings.filter { $0 != "序号" } + ["考点代码", "支付状态", "报名时间"]

  private func cell(_ heading: String) -> String {
    switch heading {
    case "考点代码": site
    case "支付状态": isPaid ? "已支付" : "未支付"
    case "报名时间": registeredAt
    default: person.cell(heading).text
    }
  }

  /// The row as a line of CSV.
  var line: String {
    Self.headings.map { heading in
      let text = cell(heading)
      return text.contains(",") ? "\"\(text)\"" : text
    }.joined(separator: ",")
  }

  /// The candidates of the numbers from `first`.
  static func some(_ count: Int, from first: Int = 0) -> [Individual] {
    (first..<first + count).map { Individual($0) }
  }
}

extension OfficeFixture {
  /// Imports a feed; the row at index 0 stands in line 2.
  func feed(
    _ rows: [Individual], site: String = "990701", as user: String? = nil,
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = try csv(Individual.headings.joined(separator: ","), rows.map(\.line))
    return try await importing("individual", path, site: site, as: user, options)
  }

  /// The stored candidates as anybody who looks finds them.
  func listed(site: String = "990701", as user: String = "site990701") async throws -> [String] {
    let request = CandidateRequest(sitting: SittingPlan.code, site: site)
    return try await office(user).candidates(request).items.map(\.candidate).map {
      "\($0.documentNumber) \($0.subjects.joined(separator: ","))"
    }
  }
}
