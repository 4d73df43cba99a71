internal import Programmes

/// 纸面组 — entries that are printed one after the other without beginning a new page: all of a room's batch on a sign-in
/// sheet, all of a file on tickets.
struct DocumentSheet {
  /// What its file is called, before it is made fit for a file's name.
  var file: String
  /// The values at whose change a new sheet begins.
  var key: [String]
  /// The room, class or department that the files are parted by.
  var group: String
  var firstTicket: String
  var lastTicket: String
  /// The codes of its subjects, in their order.
  var subjects: Set<String> = []
  /// How many seats the room has.
  var seats: Int
  /// The entries in the order in which they are printed.
  var entries: [Place] = []

  /// 位置 — an entry and its seat.
  struct Place {
    var entry: Int
    var seat: Int
  }

  /// How many pages it takes.
  func pages(_ grid: DocumentLayout.Grid) -> Int {
    let last =
      switch grid.place {
      case .order: entries.count
      case .seat: max(seats, entries.map(\.seat).max() ?? 0)
      }
    return max(1, (last + grid.cells - 1) / grid.cells)
  }

  /// The cell of an entry, counted through all pages of the sheet from 0.
  func cell(of index: Int, _ grid: DocumentLayout.Grid) -> Int {
    grid.place == .order ? index : max(0, entries[index].seat - 1)
  }
}
