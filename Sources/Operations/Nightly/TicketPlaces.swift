internal import Storage

/// 准考证归属 — the sittings and sites that the ticket numbers of a file belong to.
struct TicketPlaces {
  /// 归属 — a sitting and a site.
  struct Place: Hashable {
    let sitting: String
    let site: String
  }

  /// How many ticket numbers the file gives.
  private(set) var tickets = 0
  /// Where those that are known belong.
  private(set) var places: Set<Place> = []

  private let sittings: [SittingRecord]
  private var waiting: [String] = []
  /// How many numbers a statement asks for.
  private static let most = 500

  /// - Parameter sittings: where numbers are looked for.
  init(in sittings: [SittingRecord]) { self.sittings = sittings }

  /// Takes a ticket number.
  mutating func add(_ ticket: String, _ session: any Session) throws {
    tickets += 1
    waiting.append(ticket)
    if waiting.count == Self.most { try settle(session) }
  }

  /// Looks up what is still waiting.
  mutating func settle(_ session: any Session) throws {
    guard !waiting.isEmpty else { return }
    let numbers = waiting.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
    for sitting in sittings {
      let sites = try session.all(
        "SELECT DISTINCT place FROM entry WHERE sitting = $1 AND ticket IN (\(numbers))",
        [.integer(sitting.id)] + waiting.map { .text($0) }
      ) { $0.text(0) }
      for site in sites { places.insert(Place(sitting: sitting.code, site: site)) }
    }
    waiting.removeAll()
  }
}
