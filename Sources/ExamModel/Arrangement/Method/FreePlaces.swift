/// The places of each open batch that nobody has, lowest first.
struct FreePlaces {
  let places: [[Int]]

  init(_ problem: ArrangementProblem) {
    var taken: [Int: Set<Int>] = [:]
    for standing in problem.standing {
      taken[standing.batch, default: []].insert(standing.place)
    }
    places = problem.batches.enumerated().map { index, batch in
      guard batch.isOpen, batch.seats > 0 else { return [] }
      guard let taken = taken[index] else { return Array(1...batch.seats) }
      return (1...batch.seats).filter { !taken.contains($0) }
    }
  }
}
