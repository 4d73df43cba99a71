internal import ExamModel
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

  /// The problem to solve: subjects on the days on which the site offers them, in batches that are long enough.
  func problem(_ sitting: OpenSitting, site: String) -> ArrangementProblem {
    let offers = sitting.definition.subjects(for: site)
    var indices: [String: Int] = [:]
    let codes = Set(entries.map(\.subject)).sorted()
    let subjects = codes.enumerated().map { index, code in
      indices[code] = index
      let days = offers[code]?.dates.map { $0.dayNumber...$0.dayNumber } ?? []
      let minutes = sitting.programme.subject(code, inSitting: sitting.definition.number)?.minutes
      return ArrangementProblem.Subject(code: code, days: days, minutes: minutes)
    }
    return ArrangementProblem(
      entries: entries.map { entry in
        ArrangementProblem.Entry(
          id: Int64(entry.entry), candidate: Int64(entry.registration), subject: indices[entry.subject] ?? 0,
          preferredDay: entry.preferredDate.flatMap { CalendarDate($0) }?.dayNumber)
      },
      subjects: subjects, batches: batches.map(\.problemBatch))
  }

  /// The seats of a result as they are stored.
  func seats(_ result: ArrangementResult) -> [SeatRecord] {
    zip(entries, result.seats).map { entry, seat in
      let batch = batches[seat.batch]
      return SeatRecord(
        entry: entry.entry, subject: entry.subject, room: batch.room, batch: batch.batch, seat: seat.place)
    }
  }
}

extension RoomBatchRecord {
  /// The batch as the arrangement sees it. Room numbers are digits, dates are whole: the import sees to both.
  var problemBatch: ArrangementProblem.Batch {
    ArrangementProblem.Batch(
      room: Int(room) ?? 0, number: batch, kind: kind, day: CalendarDate(examDate)?.dayNumber ?? 0,
      start: starts, end: ends, seats: seats)
  }
}
