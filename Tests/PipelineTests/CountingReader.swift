import Synchronization
import Tabular

/// How many rows have been read and how many are settled, and how far the first was ever ahead.
final class RowTally: Sendable {
  private let counts = Mutex<(read: Int, settled: Int, mostAhead: Int)>((0, 0, 0))

  var read: Int { counts.withLock { $0.read } }
  var mostAhead: Int { counts.withLock { $0.mostAhead } }

  func noteRead() {
    counts.withLock {
      $0.read += 1
      $0.mostAhead = max($0.mostAhead, $0.read - $0.settled)
    }
  }

  func noteSettled(_ rows: Int) { counts.withLock { $0.settled += rows } }
}

/// A reader of numbered rows that are made as they are asked for.
struct CountingReader: RowReader {
  let count: Int
  let tally: RowTally
  /// The row at which the file turns out to be damaged.
  var damagedAt = Int.max
  private var next = 1

  init(_ count: Int, _ tally: RowTally = RowTally(), damagedAt: Int = .max) {
    self.count = count
    self.tally = tally
    self.damagedAt = damagedAt
  }

  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    guard next <= count else { return false }
    guard next != damagedAt else {
      throw FileError(.damaged, at: "row \(next)", zh: "损坏", en: "damaged")
    }
    row.number = next
    row.append("row \(next)".utf8, column: 0)
    row.append("第 \(next) 行".utf8, column: 3)
    next += 1
    tally.noteRead()
    return true
  }
}
