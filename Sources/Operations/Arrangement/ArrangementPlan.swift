internal import ExamModel
internal import Imports
internal import Programmes
internal import Storage

/// 编排依据 — everything stored that the arrangement of one site depends on. It is read before the arrangement and again
/// when its seats are written: what changed in between makes the plan stale.
struct ArrangementPlan: Sendable, Equatable {
  /// The site's entries.
  let entries: [SeatingRecord]
  /// The batches of the site's rooms.
  let batches: [RoomBatchRecord]

  init(sitting: Int, site: String, _ session: any Session) throws {
    entries = try SeatTable.entries(sitting: sitting, site: site, session)
    batches = try RoomTable.batches(sitting: sitting, site: site, session)
  }

  /// 选择 — what of the plan is arranged, as indices: entries, and the batches that they may be seated in.
  struct Choice: Sendable, Equatable {
    var entries: [Int]
    var batches: Set<Int>
    /// Whether the site is arranged anew; otherwise the seats that stand stay.
    var isWhole: Bool
  }

  /// All entries in all batches.
  var everything: Choice {
    Choice(entries: Array(entries.indices), batches: Set(batches.indices), isWhole: true)
  }

  /// The problem to solve: subjects on the days on which the site offers them, in batches that are long enough.
  func problem(_ sitting: OpenSitting, site: String, _ choice: Choice) -> ArrangementProblem {
    let codes = Set(entries.map(\.subject)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let subjects = ArrangementTerms.subjects(codes, site: site, sitting.definition, sitting.programme)
    return ArrangementProblem(
      entries: choice.entries.map { index in
        let entry = entries[index]
        return ArrangementProblem.Entry(
          id: Int64(entry.entry), candidate: Int64(entry.registration), subject: indices[entry.subject] ?? 0,
          preferredDay: entry.preferredDate.flatMap { CalendarDate($0) }?.dayNumber)
      },
      subjects: subjects,
      batches: batches.enumerated().map { index, batch in
        var batch = ArrangementTerms.batch(batch)
        batch.isOpen = choice.batches.contains(index)
        return batch
      },
      standing: choice.isWhole ? [] : standing)
  }

  /// The seats that are taken.
  private var standing: [ArrangementProblem.Standing] {
    var indices: [BatchName: Int] = [:]
    for (index, batch) in batches.enumerated() {
      indices[BatchName(room: batch.room, batch: batch.batch)] = index
    }
    return entries.compactMap { entry in
      guard let seat = entry.seat, let batch = indices[BatchName(room: seat.room, batch: seat.batch)] else {
        return nil
      }
      return ArrangementProblem.Standing(candidate: Int64(entry.registration), batch: batch, place: seat.seat)
    }
  }

  private struct BatchName: Hashable {
    let room: String
    let batch: Int
  }

  /// The seats of a result as they are stored.
  func seats(_ result: ArrangementResult, _ choice: Choice) -> [SeatRecord] {
    zip(choice.entries, result.seats).map { index, seat in
      let entry = entries[index]
      let batch = batches[seat.batch]
      return SeatRecord(
        entry: entry.entry, subject: entry.subject, room: batch.room, batch: batch.batch, seat: seat.place)
    }
  }
}
