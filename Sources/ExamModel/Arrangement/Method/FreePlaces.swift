/// The places of each open batch that nobody has.
struct FreePlaces {
  private let seats: [Int]
  private let taken: [Int: Set<Int>]

  init(_ problem: ArrangementProblem) {
    seats = problem.batches.map { $0.isOpen ? max($0.seats, 0) : 0 }
    taken = problem.standing.reduce(into: [:]) { taken, standing in
      taken[standing.batch, default: []].insert(standing.place)
    }
  }

  func count(in batch: Int) -> Int {
    guard let taken = taken[batch] else { return seats[batch] }
    return seats[batch] - taken.count { 1 <= $0 && $0 <= seats[batch] }
  }

  /// The free places, lowest first.
  func places(in batch: Int) -> some Sequence<Int> {
    let taken = taken[batch, default: []]
    return (0..<seats[batch]).lazy.map { $0 + 1 }.filter { !taken.contains($0) }
  }
}
