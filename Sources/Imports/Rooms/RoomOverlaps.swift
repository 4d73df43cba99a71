internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 批次重叠 — batches of one room that overlap, in the file or with what is stored (ARR-01); and with good rows only
/// whether a room has a bad one. A site has few batches, so this is said in Swift.
struct RoomOverlaps {
  private let context: ImportContext
  private let binding: FieldBinding

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  /// A batch of the file, or (without a row) of the store.
  private struct Batch {
    var row: Int?
    var room: String
    var number: Int
    var date: CalendarDate
    var start: Int
    var end: Int

    var value: ArrangementProblem.Batch {
      ArrangementProblem.Batch(
        room: Int(room) ?? 0, number: number, day: date.dayNumber, start: start, end: end, seats: 1)
    }

    var span: String {
      [start, end].map { TimeOfDay(minutes: $0)?.text ?? "" }.joined(separator: "–")
    }
  }

  func findings(_ session: any Session) throws -> [Finding] {
    let overlaps = try overlaps(session)
    return context.options.isPartial ? overlaps + (try rowsOfBadRooms(session, overlaps)) : overlaps
  }

  private func overlaps(_ session: any Session) throws -> [Finding] {
    let batches = try fileBatches(session) + storedBatches(session)
    let check = RoomsCheck(examDays: Set(context.sitting.examDates.map(\.dayNumber)))
    var findings: [Finding] = []
    for case .overlap(let one, let other) in check.faults(in: batches.map(\.value)) {
      // The finding stands in the file's later row; two stored batches are not this file's fault.
      let (first, second) = (batches[one], batches[other])
      // One batch that stands twice is said once, as such.
      guard first.row != nil || second.row != nil, first.number != second.number else { continue }
      let isFirstLater = first.row ?? 0 > second.row ?? 0
      let (later, earlier) = isFirstLater ? (first, second) : (second, first)
      let column = binding.place(of: "start")
      findings.append(
        Finding(
          RoomRules.overlap,
          at: Place(row: later.row, column: column?.heading, columnIndex: column?.position),
          value: TimeOfDay(minutes: later.start)?.text, arguments: [String(earlier.number), earlier.span]))
    }
    return findings
  }

  private func fileBatches(_ session: any Session) throws -> [Batch] {
    try session.all(
      """
      SELECT s.row_number, s.room, CAST(s.batch AS BIGINT), s.exam_date, CAST(s.starts AS BIGINT),
        CAST(s.ends AS BIGINT)
      FROM stage_row s WHERE s.room <> '' AND s.batch IS NOT NULL AND s.exam_date IS NOT NULL
        AND s.starts IS NOT NULL AND s.ends IS NOT NULL ORDER BY s.row_number
      """, []
    ) { row in
      CalendarDate(row.text(3)).map { date in
        Batch(
          row: row.integer(0), room: row.text(1), number: row.integer(2), date: date, start: row.integer(4),
          end: row.integer(5))
      }
    }.compactMap(\.self)
  }

  /// The stored batches of the file's rooms, without those that the file gives anew.
  private func storedBatches(_ session: any Session) throws -> [Batch] {
    try session.all(
      """
      SELECT b.room, b.batch, b.exam_date, b.starts, b.ends FROM room_batch b
      WHERE b.sitting = $1 AND b.site = $2 AND b.room IN (SELECT t.room FROM stage_room t) AND NOT EXISTS (
        SELECT 1 FROM stage_row s WHERE s.room = b.room AND s.target = b.batch)
      ORDER BY b.room, b.batch
      """, [.integer(context.sittingID), .text(context.site)]
    ) { row in
      CalendarDate(row.text(2)).map { date in
        Batch(
          room: row.text(0), number: row.integer(1), date: date, start: row.integer(3), end: row.integer(4))
      }
    }.compactMap(\.self)
  }

  /// The good rows of rooms that have a bad one: what the room is may stand in the bad row.
  private func rowsOfBadRooms(_ session: any Session, _ overlaps: [Finding]) throws -> [Finding] {
    let staged = try session.all(
      """
      SELECT s.row_number, s.room, CASE WHEN EXISTS (SELECT 1 FROM stage_finding f
        WHERE f.row_number = s.row_number AND f.severity = 'error') THEN 1 ELSE 0 END
      FROM stage_row s WHERE s.room <> '' ORDER BY s.row_number
      """, []
    ) { (row: $0.integer(0), room: $0.text(1), isBad: $0.flag(2)) }
    let overlapping = Set(overlaps.compactMap(\.place.row))
    let bad = staged.filter { $0.isBad || overlapping.contains($0.row) }
    let firstBad = Dictionary(bad.map { ($0.room, $0.row) }) { first, _ in first }
    let badRows = Set(bad.map(\.row))
    let column = binding.place(of: "room")
    return staged.compactMap { staged in
      guard let row = firstBad[staged.room], !badRows.contains(staged.row) else { return nil }
      return Finding(
        RoomRules.whole,
        at: Place(row: staged.row, column: column?.heading, columnIndex: column?.position),
        value: staged.room, arguments: [String(row)])
    }
  }
}
