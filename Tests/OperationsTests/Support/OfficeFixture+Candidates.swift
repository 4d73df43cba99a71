import ExamModel
import Exports
import Files
import Foundation
import Imports
import Operations
import Programmes
import Storage
import Tabular

extension OfficeFixture {
  /// A request for candidates of a site.
  func request(
    _ conditions: [(field: String, values: [String])] = [], ids: [String]? = nil, site: String = "990701"
  ) throws -> CandidateRequest {
    var request = CandidateRequest(sitting: SittingPlan.code, site: site)
    request.conditions = conditions
    if let ids {
      let lines = ids.map { $0 + "\n" }.joined()
      request.numbersPath = try folder.file("\(UUID().uuidString).txt", Array(lines.utf8))
    }
    return request
  }

  /// The ID numbers of the candidates whom conditions find, in their order.
  func found(
    _ conditions: (field: String, values: [String])..., order: [String] = []
  ) async throws -> [String] {
    var request = try request(conditions)
    request.order = order
    return try await office().candidates(request).items.map(\.candidate.documentNumber)
  }

  /// The trail from a link on, in short: `changed registration 0014 lock_reason:→manual`; ID numbers by their last four.
  func trailLines(from first: Int = 1) async throws -> [String] {
    try await database.read { session in
      var lines: [String] = []
      try TrailTable.forEach(session) { entry in
        guard entry.number >= first else { return }
        let change = entry.change
        let fields = change.fields.map { "\($0.column):\($0.old ?? "")→\($0.new ?? "")" }
        let head = [
          change.action.rawValue, change.record.rawValue, String(change.key.suffix(4)), change.part,
        ]
        lines.append((head.compactMap(\.self) + fields).joined(separator: " "))
      }
      return lines
    }
  }

  /// The number that the next link of the trail gets.
  func nextLink() async throws -> Int { try await count("SELECT COALESCE(max(number), 0) + 1 FROM trail") }

  /// Makes registrations individual, as the public site would have sent them.
  func makeIndividual(_ ids: [String]) async throws {
    for id in ids {
      try await execute(
        "UPDATE registration SET method = 'individual' WHERE document_number = $1", [.text(id)])
    }
  }

  /// Gives every entry a seat and, where `isNumbered`, a ticket number.
  func seat(_ ids: [String], isNumbered: Bool = false) async throws {
    for (place, id) in ids.enumerated() {
      let ticket = isNumbered ? ", ticket = 'T\(place)'" : ""
      try await execute(
        """
        UPDATE entry SET room = '01', batch = 1, seat = \(place + 1), seated_at = 1598000000, seated_by = 'root'\(ticket)
        WHERE registration IN (SELECT id FROM registration WHERE document_number = $1)
        """, [.text(id)])
    }
  }
}
