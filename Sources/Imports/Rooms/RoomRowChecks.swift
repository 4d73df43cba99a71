internal import ExamModel
internal import Programmes
internal import Tabular

/// 考场逐行检查 — what can be said of one batch by itself: an exam day, 08:00–20:00, an end after the start, seats.
struct RoomRowChecks: Sendable {
  /// Stands for a cell that has a value which cannot be used, so that nobody calls it blank or looks further up.
  static let unusable = ""

  private let binding: FieldBinding
  private let required: RequiredCells
  private let examDays: [CalendarDate]
  private let roomWidth: Int
  private let mostSeats: Int
  private let fields: Fields

  /// Where the fields stand among the layout's columns, settled once for a file.
  private struct Fields {
    let room, address, seats, batch, date, start, end: Int?

    init(_ binding: FieldBinding) {
      room = binding.index(of: "room")
      address = binding.index(of: "address")
      seats = binding.index(of: "seats")
      batch = binding.index(of: "batch")
      date = binding.index(of: "date")
      start = binding.index(of: "start")
      end = binding.index(of: "end")
    }
  }

  init(_ context: ImportContext, binding: FieldBinding) {
    self.binding = binding
    // What a room is may be said in another of its rows, or be stored.
    required = RequiredCells(binding, except: ["room", "address", "seats"])
    examDays = context.sitting.examDates
    let ticket = context.programme.ticket?.fields ?? []
    roomWidth = ticket.first { $0.name == "room" }?.width ?? 0
    let digits = ticket.first { $0.name == "serial" || $0.name == "seat" }?.width ?? 4
    mostSeats = (0..<min(digits, 6)).reduce(1) { most, _ in most * 10 } - 1
    fields = Fields(binding)
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    padRoom(&row)
    checkSeats(&row)
    if let index = fields.batch, row.values[index].flatMap({ Int($0) }) == 0 {
      row.note(RoomRules.batchNumber, at: index, in: binding)
    }
    if let index = fields.date, let date = row.values[index].flatMap({ CalendarDate($0) }),
      !examDays.contains(date)
    {
      let days = examDays.map(\.iso).joined(separator: "、")
      row.note(RoomRules.notAnExamDay, at: index, in: binding, arguments: [days])
    }
    checkTimes(&row)
    for index in [fields.room, fields.address, fields.seats] {
      if let index, row.isUnreadable[index] { row.values[index] = Self.unusable }
    }
  }

  /// A spreadsheet takes 01 for the number 1; ticket numbers need both digits.
  private func padRoom(_ row: inout DecodedRow) {
    guard let index = fields.room, let room = row.values[index], room.utf8.count < roomWidth else { return }
    row.values[index] = String(repeating: "0", count: roomWidth - room.utf8.count) + room
  }

  private func checkSeats(_ row: inout DecodedRow) {
    guard let index = fields.seats, let seats = row.values[index].flatMap({ Int($0) }),
      !(1...mostSeats).contains(seats)
    else { return }
    row.note(RoomRules.seats, at: index, in: binding, arguments: [String(mostSeats)])
    row.values[index] = Self.unusable
  }

  private func checkTimes(_ row: inout DecodedRow) {
    let start = time(fields.start, row)
    let end = time(fields.end, row)
    let hours = [RoomsCheck.opens, RoomsCheck.closes].map { TimeOfDay(minutes: $0)?.text ?? "" }
    if let start, let index = fields.start, !(RoomsCheck.opens..<RoomsCheck.closes).contains(start.minutes) {
      row.note(RoomRules.outsideHours, at: index, in: binding, value: start.text, arguments: hours)
    }
    guard let end, let index = fields.end else { return }
    if let start, end.minutes <= start.minutes {
      row.note(RoomRules.order, at: index, in: binding, value: end.text, arguments: [start.text])
    } else if end.minutes > RoomsCheck.closes || end.minutes <= RoomsCheck.opens {
      row.note(RoomRules.outsideHours, at: index, in: binding, value: end.text, arguments: hours)
    }
  }

  private func time(_ index: Int?, _ row: DecodedRow) -> TimeOfDay? {
    row[index].flatMap { Int($0) }.flatMap(TimeOfDay.init(minutes:))
  }
}
