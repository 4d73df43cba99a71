/// 考场批次表 — three rooms with six batches each: more seats than entries, but not for free: whoever has two subjects
/// needs two batches.
enum RoomSheet {
  private static let headings = ["考场号", "考场名称", "考场地址", "座位数", "考场类型", "批次号", "日期", "开始时间", "结束时间"]
  static let rooms = [
    (number: "01", name: "一号机房", seats: 60), (number: "02", name: "二号机房", seats: 50),
    (number: "03", name: "三号机房", seats: 40),
  ]
  /// The seats of all rooms: how many can sit at a time.
  static let seats = rooms.reduce(0) { $0 + $1.seats }
  static let batches = [
    ("2020-09-26", "08:30", "10:30"), ("2020-09-26", "11:00", "13:00"), ("2020-09-26", "14:30", "16:30"),
    ("2020-09-27", "09:00", "11:00"), ("2020-09-28", "09:00", "11:00"), ("2020-09-28", "14:30", "16:30"),
  ]

  /// The workbook's sheet. What is known of a room from its first row may be left out in the rows after it: room 01
  /// repeats everything, 02 its number, 03 nothing.
  static var sheet: Sheet {
    var rows = [headings.map { Sheet.Cell($0) }]
    for (roomPlace, room) in rooms.enumerated() {
      for (batchPlace, batch) in batches.enumerated() {
        let isShort = batchPlace > 0 && roomPlace > 0
        let about: [Sheet.Cell] =
          isShort
          ? [roomPlace == 1 ? .text(room.number) : .blank, .blank, .blank, .blank, .blank]
          : [.text(room.number), .text(room.name), "测试省地市七学院路1号信息楼", .number(Double(room.seats)), "机考"]
        rows.append(
          about + [.text(padded(batchPlace + 1, 2)), .text(batch.0), .text(batch.1), .text(batch.2)])
      }
    }
    return Sheet(name: "考场批次", rows: rows)
  }
}
