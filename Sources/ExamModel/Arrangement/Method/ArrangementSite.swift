/// The site with everything that is alike put together: batches of the same time and kind of room are one *cell*
/// with the sum of their free seats, subjects that the same cells accept are one *class*.
struct ArrangementSite {
  /// 场次单元 — all batches that begin and end together in rooms of one kind.
  struct Cell {
    let time: SittingTime
    /// The batches in the order in which they are filled.
    let batches: [Int]
    /// Seats that nobody has.
    let free: Int
  }

  /// Cells in the order of their times; cells without a free seat are left out.
  let cells: [Cell]
  /// The class of each subject.
  let classOfSubject: [Int]
  /// The cells that accept a class, in order.
  let cellsOfClass: [[Int]]

  init(_ problem: ArrangementProblem) {
    let free = FreePlaces(problem)
    let namedKinds = Set(problem.subjects.compactMap(\.kind))
    var batchesOfCell: [CellKey: [Int]] = [:]
    for (index, batch) in problem.batches.enumerated() where free.count(in: index) > 0 {
      // A kind that no subject asks for does not set a room apart.
      let kind = batch.kind.flatMap { namedKinds.contains($0) ? $0 : nil }
      batchesOfCell[CellKey(time: SittingTime(batch), kind: kind), default: []].append(index)
    }
    cells = batchesOfCell.sorted { $0.key < $1.key }.map { key, batches in
      let batches = batches.sorted {
        (problem.batches[$0].room, problem.batches[$0].number, $0)
          < (problem.batches[$1].room, problem.batches[$1].number, $1)
      }
      return Cell(time: key.time, batches: batches, free: batches.reduce(0) { $0 + free.count(in: $1) })
    }

    var classOfCells: [[Int]: Int] = [:]
    var classes: [[Int]] = []
    classOfSubject = problem.subjects.map { [cells] subject in
      let accepting = cells.indices.filter { subject.accepts(problem.batches[cells[$0].batches[0]]) }
      if let known = classOfCells[accepting] { return known }
      classOfCells[accepting] = classes.count
      classes.append(accepting)
      return classes.count - 1
    }
    cellsOfClass = classes
  }

  /// Whether one candidate can sit in both cells.
  func leavesTime(_ one: Int, _ other: Int) -> Bool {
    cells[one].time.leavesTime(for: cells[other].time)
  }

  private struct CellKey: Hashable, Comparable {
    let time: SittingTime
    let kind: String?

    static func < (one: CellKey, other: CellKey) -> Bool {
      guard one.time == other.time else { return one.time < other.time }
      guard let kind = one.kind, let otherKind = other.kind else {
        return one.kind == nil && other.kind != nil
      }
      return kind < otherKind
    }
  }
}
