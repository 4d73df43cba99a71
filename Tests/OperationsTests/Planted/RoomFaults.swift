import Operations

/// The kinds of faults of a workbook of rooms that lie in one batch (ARR-01, ARR-07).
enum RoomFaults {
  static let headings = ["考场号", "考场名称", "考场地址", "座位数", "考场类型", "批次号", "日期", "开始时间", "结束时间"]
  /// Rooms from here on are stored, with a batch in the morning and one in the afternoon.
  private static let stored = 80
  private static let days = ["2020-09-26", "2020-09-27", "2020-09-28"]

  static func fixture() async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(now: SittingPlan.arrangementTime)
    let rows = (stored..<100).flatMap { room in
      [("1", "08:30", "10:30"), ("2", "14:00", "16:00")].map { batch, start, end in
        row(room).with(["批次号": batch, "日期": days[0], "开始时间": start, "结束时间": end])
      }
    }
    _ = try await fixture.importing("rooms", rows, headings: headings)
    return fixture
  }

  private static func row(_ room: Int) -> TextRow {
    TextRow([
      "考场号": MadeID.pad(room, 2), "考场名称": "机房\(room)", "考场地址": "实验楼\(room)", "座位数": "30", "考场类型": "机考",
    ])
  }

  /// Batches of rooms, one a day, so that a fault in the time of one touches no other. At most 237.
  static func rows(_ count: Int) -> [TextRow] {
    (0..<count).map { number in
      row(number / 3 + 1).with([
        "批次号": String(number % 3 + 1), "日期": days[number % 3], "开始时间": "11:00", "结束时间": "13:00",
      ])
    }
  }

  /// A row about one of a stored room's batches, every row about another; what the room is stays blank.
  private static func batch(of planting: Planting<TextRow>) -> TextRow {
    let isFirst = planting.ordinal / 20 == 0
    return TextRow([
      "考场号": String(stored + planting.ordinal % 20), "批次号": isFirst ? "1" : "2", "日期": days[0],
      "开始时间": isFirst ? "08:30" : "14:00", "结束时间": isFirst ? "10:30" : "16:00",
    ])
  }

  static let all: [Fault<TextRow>] =
    ["批次号", "日期", "开始时间", "结束时间"].map { .cells("no \($0)", [$0: ""], "\($0) REQ") } + [
      .cells("no such day", ["日期": "2020-09-31"], "日期 FMT.date"),
      .cells("no such time", ["开始时间": "上午"], "开始时间 FMT.time"),
      .cells("unknown kind of room", ["考场类型": "笔墨"], "考场类型 FMT.code"),
      .cells("batch in words", ["批次号": "一"], "批次号 FMT.number"),
      .cells("seats in words", ["座位数": "三十"], "座位数 FMT.number"),
      .cells("long batch number", ["批次号": "100"], "批次号 FMT.length"),
      .cells("no exam day", ["日期": "2020-09-25"], "日期 ARR-01"),
      .cells("too early", ["开始时间": "07:59"], "开始时间 ARR-01"),
      .cells("too late", ["结束时间": "20:01"], "结束时间 ARR-01"),
      .cells("ends before it starts", ["结束时间": "10:59"], "结束时间 ARR-01"),
      .cells("no seats", ["座位数": "0"], "座位数 ARR-01"),
      .cells("too many seats", ["座位数": "10000"], "座位数 ARR-01"),
      .cells("batch 0", ["批次号": "0"], "批次号 ARR-01"),
      Fault("the batch twice", "批次号 OPS-07.twice", twin: ["批次号 OPS-07.twice"]) { row, planting in
        row = planting.twin
      },
      Fault("the batch is there", "批次号 OPS-07.exists") { row, planting in row = batch(of: planting) },
      Fault("overlaps a stored batch", "开始时间 ARR-01") { row, planting in
        row = batch(of: planting).with(["批次号": String(10 + planting.ordinal)])
      },
      Fault("the room is there", "考场号 OPS-07.exists") { row, planting in
        let other = batch(of: planting)
        row = row.with([
          "考场号": other["考场号"], "批次号": String(55 + planting.ordinal), "日期": days[1 + planting.ordinal / 20],
        ])
      },
    ]
}
