/// 流水号 — the serial of a ticket number runs through the batches of its room: the seats of the room's earlier
/// batches, plus the place in this one (TIC-01). It depends on nothing else, so it is the same when made again.
///
/// Room 03 of 60 seats, batch 3, place 4: 60 + 60 + 4 = `0124`.
public struct SerialNumbers: Sendable {
  private var before: [Key: Int] = [:]

  private struct Key: Hashable {
    let room: Int
    let number: Int
  }

  /// Serials for `batches`: all batches of the rooms concerned, in any order, used or not.
  public init(_ batches: [ArrangementProblem.Batch]) {
    var total: [Int: Int] = [:]
    for batch in batches.sorted(by: { ($0.room, $0.number) < ($1.room, $1.number) }) {
      before[Key(room: batch.room, number: batch.number)] = total[batch.room, default: 0]
      total[batch.room, default: 0] += max(batch.seats, 0)
    }
  }

  /// The serial of a place, counted from 1; nil where the batch is not known.
  public func serial(room: Int, batch: Int, place: Int) -> Int? {
    before[Key(room: room, number: batch)].map { $0 + place }
  }

  /// The serial with leading zeros in `digits` digits; nil where the batch is not known or the number is too long.
  public func text(room: Int, batch: Int, place: Int, digits: Int) -> String? {
    guard let serial = serial(room: room, batch: batch, place: place) else { return nil }
    let number = String(serial)
    guard number.utf8.count <= digits else { return nil }
    return String(repeating: "0", count: digits - number.utf8.count) + number
  }
}
