internal import ExamModel
internal import Exports
internal import Files
internal import Imports
internal import Programmes
internal import Storage
public import Tabular

/// 考场批次登记 — rooms and batches that are added by hand, one by one or in bulk (ARR-01, NCRE ch. 30): every room gets a batch
/// at every time of every day.
public struct RoomsRequest: Sendable {
  /// 时段 — from when to when, as a person wrote it: `08:30-10:30`.
  public struct Time: Sendable {
    public var start: String
    public var end: String

    /// A time of the day.
    public init(start: String, end: String) {
      self.start = start
      self.end = end
    }
  }

  /// The sitting's code.
  public var sitting: String
  /// The site's code.
  public var site: String
  /// The rooms' numbers.
  public var rooms: [String]
  /// What the rooms are called; nil leaves the name of rooms that are there.
  public var name: String?
  /// Where they are; nil leaves the address of rooms that are there.
  public var address: String?
  /// How many seats each has; nil leaves the number of rooms that are there.
  public var seats: String?
  /// The name or code of their kind.
  public var kind: String?
  /// The exam days, `YYYY-MM-DD`.
  public var dates: [String]
  /// The times of each day.
  public var times: [Time]

  /// Batches for some rooms.
  public init(sitting: String, site: String, rooms: [String], dates: [String], times: [Time]) {
    self.sitting = sitting
    self.site = site
    self.rooms = rooms
    self.dates = dates
    self.times = times
  }
}

extension Office {
  /// 登记考场批次 — adds batches after those that the rooms have, and the rooms where they are new. It is an import of a small
  /// workbook: the same checks, ledger, trail and undo.
  /// - Throws: what `importFile(_:)` throws.
  public func addRooms(_ request: RoomsRequest, isDryRun: Bool = false, in language: Language) async throws
    -> ImportResult
  {
    let sitting = try await open(request.sitting)
    try sitting.requireChange(at: request.site, window: .arrangement)
    guard let layout = ImportKinds.named(Self.roomsKind)?.layout.flatMap({ sitting.programme.layouts[$0] })
    else {
      throw UnknownKind(name: Self.roomsKind)
    }
    let last = try await database.read { session in
      Dictionary(
        try RoomTable.batches(sitting: sitting.id, site: request.site, session).map {
          (Int($0.room), $0.batch)
        },
        uniquingKeysWith: max)
    }
    let folder = try TemporaryFolder()
    let path = folder.path("考场批次.xlsx")
    try template(of: layout, sitting).write(to: path) { take in
      for row in request.rows(after: last) { try take(row) }
    }
    var file = ImportRequest(
      kind: Self.roomsKind, path: path, sitting: request.sitting, site: request.site, language: language)
    file.options.isDryRun = isDryRun
    file.reports = folder.path("报告")
    var result = try await importFile(file)
    // The reports lay beside the workbook and go with it: the findings say everything.
    result.reports = ImportResult.Reports()
    return result
  }

  private static let roomsKind = "rooms"
}

extension RoomsRequest {
  /// One row a batch, by field.
  /// - Parameter last: the number of each room's last batch.
  fileprivate func rows(after last: [Int?: Int]) -> [[String: String]] {
    let slots = dates.flatMap { date in times.map { (date: date, time: $0) } }
    return rooms.flatMap { room in
      slots.enumerated().map { place, slot in
        var row = ["room": room, "batch": String(last[Int(room), default: 0] + place + 1)]
        (row["date"], row["start"], row["end"]) = (slot.date, slot.time.start, slot.time.end)
        (row["roomName"], row["address"], row["seats"], row["kind"]) = (name, address, seats, kind)
        return row
      }
    }
  }
}
