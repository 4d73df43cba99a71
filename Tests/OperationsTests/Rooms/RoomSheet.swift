import Imports
import Operations

/// 考场表 — a workbook of rooms in lines of text: cells are separated by `|`, in the template's order.
enum RoomSheet {
  static let headings = "考场号|考场名称|考场地址|座位数|考场类型|批次号|日期|开始时间|结束时间"

  /// Two rooms: 01 with three batches on two days, 02 with one.
  static let good = [
    "01|一号机房|实验楼101|30|机考|1|2020-09-26|08:30|10:30",
    "|||||2|2020-09-26|10:46|12:46",
    "01|||||3|2020-09-27|08:30|10:30",
    "02||实验楼102|20||1|2020-09-26|08:30|10:30",
  ]
}

extension SeatingFixture {
  /// Imports lines of a room workbook; the headings are in row 1.
  func importRooms(
    _ lines: [String], site: String = site, as user: String = "root",
    _ set: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let rows = ([RoomSheet.headings] + lines).map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    return try await importFile(
      "rooms", try workbook("rooms.xlsx", sheet: "考场批次", rows), site: site, as: user, set)
  }
}
