/// A set of positions of a group, as bits: candidates have few subjects (SET-01), and here at most 64.
struct PositionSet: Hashable {
  private var bits: UInt64 = 0

  init() {}

  init(_ position: Int) {
    insert(position)
  }

  mutating func insert(_ position: Int) { bits |= 1 << UInt64(position) }
  func contains(_ position: Int) -> Bool { bits & (1 << UInt64(position)) != 0 }
  func isSubset(of other: PositionSet) -> Bool { bits & ~other.bits == 0 }

  /// One of the positions, by chance; the set must not be empty.
  func picked(_ chance: inout SeededGenerator) -> PositionSet {
    let positions = (0..<64).filter(contains)
    return PositionSet(positions[chance.next(below: positions.count)])
  }
}
