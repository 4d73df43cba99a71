internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 座位核对 — the seats of a file, together with those that stand, against the rules of an arrangement (ARR-03). A site has few
/// batches and its entries fit into memory, so this is said in Swift, from three queries.
struct SeatFaults {
  private let context: ImportContext
  private let binding: FieldBinding

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  /// A row of the file whose entry and seat are known.
  private struct StagedSeat {
    var row: Int
    var registration: Int
    var subject: String
    var room: Int
    var batch: Int
    var seat: Int
  }

  private struct BatchName: Hashable {
    let room: Int
    let batch: Int
  }

  func findings(_ session: any Session) throws -> [Finding] {
    let rows = try staged(session)
    let batches = try RoomTable.batches(sitting: context.sittingID, site: context.site, session)
    let places = Dictionary(
      batches.enumerated().map { (BatchName(room: Int($1.room) ?? 0, batch: $1.batch), $0) }
    ) { first, _ in first }
    let codes = Set(rows.map(\.subject)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let problem = ArrangementProblem(
      entries: rows.map {
        .init(id: Int64($0.row), candidate: Int64($0.registration), subject: indices[$0.subject] ?? 0)
      },
      subjects: ArrangementTerms.subjects(codes, site: context.site, context.sitting, context.programme),
      batches: batches.map(ArrangementTerms.batch), standing: try standing(places, session))
    let seats = rows.map {
      ArrangementResult.Seat(batch: places[BatchName(room: $0.room, batch: $0.batch)] ?? -1, place: $0.seat)
    }
    return ArrangementCheck(problem).faults(in: seats).map { finding($0, rows, problem) }
  }

  private func staged(_ session: any Session) throws -> [StagedSeat] {
    try session.all(
      """
      SELECT s.row_number, e.registration, e.subject, CAST(s.room AS BIGINT), CAST(s.batch AS BIGINT),
        CAST(s.seat AS BIGINT)
      \(StagedEntries(context).rows)
      WHERE s.room IS NOT NULL AND s.batch IS NOT NULL AND s.seat IS NOT NULL ORDER BY s.row_number
      """
    ) { row in
      StagedSeat(
        row: row.integer(0), registration: row.integer(1), subject: row.text(2), room: row.integer(3),
        batch: row.integer(4), seat: row.integer(5))
    }
  }

  /// The seats of entries that the file does not name.
  private func standing(_ places: [BatchName: Int], _ session: any Session) throws
    -> [ArrangementProblem.Standing]
  {
    try session.all(
      """
      SELECT e.registration, CAST(e.room AS BIGINT), e.batch, e.seat FROM entry e
      WHERE e.sitting = $1 AND e.place = $2 AND e.room IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM stage_row s WHERE s.about = e.id)
      """, [.integer(context.sittingID), .text(context.site)]
    ) { row in
      places[BatchName(room: row.integer(1), batch: row.integer(2))].map { batch in
        ArrangementProblem.Standing(candidate: Int64(row.integer(0)), batch: batch, place: row.integer(3))
      }
    }.compactMap(\.self)
  }

  private func kindName(_ code: String) -> String {
    context.programme.tables["room-kind"]?.items.first { $0.code == code }?.name ?? code
  }

  private func finding(
    _ fault: ArrangementCheck.Fault, _ rows: [StagedSeat], _ problem: ArrangementProblem
  ) -> Finding {
    func said(
      _ template: FindingTemplate, _ entry: Int, _ field: String, _ value: Int? = nil,
      _ arguments: [String] = []
    ) -> Finding {
      let column = binding.place(of: field)
      return Finding(
        template, at: Place(row: rows[entry].row, column: column?.heading, columnIndex: column?.position),
        value: value.map { String($0) }, arguments: arguments)
    }
    /// Another row of the file, or a seat that stands.
    func other(_ entry: Int?) -> [String] {
      [
        entry.map { "第 \(rows[$0].row) 行" } ?? "已有的编排",
        entry.map { "row \(rows[$0].row)" } ?? "a standing seat",
      ]
    }
    func day(_ entry: Int) -> [String] { [rows[entry].subject] }
    switch fault {
    case .unknownBatch(let entry):
      return said(SeatRules.batch, entry, "batch", rows[entry].batch, [String(rows[entry].room)])
    case .beyondSeats(let entry, let place, let seats):
      return said(SeatRules.beyond, entry, "seat", place, [String(seats)])
    case .takenSeat(let entry, let by):
      return said(SeatRules.taken, entry, "seat", rows[entry].seat, other(by))
    case .wrongDay(let entry): return said(SeatRules.day, entry, "batch", rows[entry].batch, day(entry))
    case .wrongKind(let entry):
      return said(
        SeatRules.kind, entry, "room", rows[entry].room,
        [rows[entry].subject, kindName(problem.subjects[problem.entries[entry].subject].kind ?? "")])
    case .tooShort(let entry, let minutes):
      let needed = problem.subjects[problem.entries[entry].subject].minutes ?? 0
      return said(
        SeatRules.minutes, entry, "batch", rows[entry].batch, day(entry) + [String(needed), String(minutes)])
    case .tooClose(let entry, let with):
      return said(SeatRules.close, entry, "batch", rows[entry].batch, other(with))
    case .gap(let batch, let place):
      let batch = problem.batches[batch]
      return Finding(
        SeatRules.gap, at: Place(), arguments: [String(batch.room), String(batch.number), String(place)])
    case .seatCount:
      // One seat was made of each row.
      preconditionFailure("as many seats as rows")
    }
  }
}
