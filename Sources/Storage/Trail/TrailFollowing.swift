/// 审计核对 — follows the chains of the trail link by link, in the order of sitting, site and link.
struct TrailFollowing {
  /// How many links fit.
  private(set) var links = 0
  /// The first that does not.
  private(set) var found: TrailTable.Break?

  /// The ends of the chains that were not reached yet, the last one first.
  private var ends: [TrailTable.End]
  private let known: [Place: String]
  private var missing: Set<Place>
  private var (link, hash) = (0, "")

  /// The place of a link.
  private struct Place: Hashable {
    var sitting: Int
    var site: String
    var link: Int
  }

  init(ends: [TrailTable.End], known: [TrailTable.End]) {
    self.ends = ends.reversed()
    let places = known.filter { $0.links > 0 }.map { end in
      (Place(sitting: end.sitting, site: end.site, link: end.links), end.hash)
    }
    self.known = Dictionary(places) { first, _ in first }
    missing = Set(self.known.keys)
  }

  /// Takes the next link.
  /// - Parameter entry: its content; nil where it is none that a writer writes.
  mutating func follow(_ entry: TrailEntry?, site: String, sitting: Int, link: Int, hash: String) {
    while let end = ends.last, (end.sitting, end.site) != (sitting, site) {
      guard (end.sitting, end.site) < (sitting, site) else { break }
      endChain(end)
      guard found == nil else { return }
    }
    guard let end = ends.last, (end.sitting, end.site) == (sitting, site) else {
      // A chain that nobody keeps the end of.
      found = .init(sitting: sitting, site: site, link: link, fault: .end)
      return
    }
    guard link == self.link + 1 else {
      found = .init(sitting: sitting, site: site, link: self.link + 1, fault: .removed)
      return
    }
    let place = Place(sitting: sitting, site: site, link: link)
    guard let entry, entry.hash(after: self.hash) == hash, known[place].map({ $0 == hash }) ?? true else {
      found = .init(sitting: sitting, site: site, link: link, fault: .changed)
      return
    }
    missing.remove(place)
    links += 1
    (self.link, self.hash) = (link, hash)
  }

  /// Ends the chains that are left.
  mutating func finish() {
    while found == nil, let end = ends.last { endChain(end) }
    guard found == nil, let place = missing.min(by: { ($0.sitting, $0.site) < ($1.sitting, $1.site) }) else {
      return
    }
    found = .init(sitting: place.sitting, site: place.site, link: place.link, fault: .end)
  }

  private mutating func endChain(_ end: TrailTable.End) {
    guard end.links == link, end.hash == hash else {
      found = .init(sitting: end.sitting, site: end.site, link: link + 1, fault: .end)
      return
    }
    ends.removeLast()
    (link, hash) = (0, "")
  }
}
