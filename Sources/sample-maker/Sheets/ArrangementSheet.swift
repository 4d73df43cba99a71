/// 编排结果表 — an arrangement made elsewhere for the rooms of `RoomSheet`: one row an entry, the seats of a batch from 1 on
/// without gaps. Whoever has two subjects sits them at different times.
struct ArrangementSheet {
  private static let headings = ["证件号码", "姓名", "科目代码", "考场号", "批次号", "座位号"]

  private(set) var rows: [[String]] = []
  private(set) var expected: ExpectedOutcome

  init(_ candidates: [Candidate]) {
    var taken: [Int: Int] = [:]
    for candidate in candidates {
      var times: Set<Int> = []
      for subject in candidate.subjects.sorted() {
        let free = RoomSheet.batches.indices.first {
          !times.contains($0) && taken[$0, default: 0] < RoomSheet.seats
        }
        guard let time = free else { preconditionFailure("the rooms have seats for all candidates") }
        times.insert(time)
        let (room, seat) = Self.place(taken[time, default: 0])
        taken[time, default: 0] += 1
        rows.append([
          candidate.document.number, candidate.name, subject, room, String(time + 1), String(seat),
        ])
      }
    }
    expected = ExpectedOutcome(state: "done", read: rows.count)
  }

  /// The room and the seat of somebody with so many before at the same time: rooms are filled one after the other.
  private static func place(_ before: Int) -> (room: String, seat: Int) {
    var rest = before
    for room in RoomSheet.rooms {
      if rest < room.seats { return (room.number, rest + 1) }
      rest -= room.seats
    }
    preconditionFailure("a time has only as many places as the rooms have seats")
  }

  /// The sheet with five faults of five kinds. They lie on the last seats of batches, so that no seat stays empty before
  /// one that is taken.
  func faulty() -> ArrangementSheet {
    var sheet = self
    sheet.expected = ExpectedOutcome(state: "refused", read: rows.count)
    let last = rows.indices.filter { index in
      !rows.contains { $0[3] == rows[index][3] && $0[4] == rows[index][4] && seat($0) > seat(rows[index]) }
    }
    let stranger = IdentityDocument.residentID(
      prefix: "990702", birth: BirthDate(year: 2001, month: 2, day: 3), sequence: 998)
    let faults = [
      ("批次号", "9", "ARR-03"), ("座位号", "1", "ARR-03"),
      ("证件号码", stranger.number, "ARR-07"), ("姓名", "别名", "ARR-07"), ("考场号", "", "REQ"),
    ]
    for ((heading, text, rule), row) in zip(faults, last) {
      sheet.rows[row][Self.headings.firstIndex(of: heading) ?? 0] = text
      sheet.expected.findings.append(.init(rule: rule, row: row + 2, column: heading))
    }
    sheet.expected.findings.sort { $0.row < $1.row }
    return sheet
  }

  private func seat(_ row: [String]) -> Int { Int(row[5]) ?? 0 }

  /// The workbook's sheet.
  var sheet: Sheet {
    Sheet(name: "编排结果", rows: ([Self.headings] + rows).map { $0.map { Sheet.Cell($0) } })
  }
}
