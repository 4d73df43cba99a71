import Operations
import Storage

/// Every kind of fault of a workbook of absences and violations (VIO-01, VIO-02).
enum ViolationFaults {
  static let headings = ViolationSheet.headings
  /// Candidates from here on have a violation on record.
  private static let recorded = 10_000
  private static let reserve = 60

  static func fixture(_ count: Int) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(now: "2020-10-09 10:00")
    try await fixture.store(0..<count)
    try await fixture.store(recorded..<recorded + reserve)
    _ = try await fixture.importing("violations", rows(recorded..<recorded + reserve), headings: headings)
    return fixture
  }

  /// A good row of each candidate.
  static func rows(_ numbers: Range<Int>) -> [TextRow] {
    numbers.map { number in
      TextRow([
        "准考证号": OfficeFixture.ticket(number), "姓名": "考生", "证件号码": Candidate(number).id, "考试科目": "14",
        "违纪类型": ["缺考", "2", "3-作弊", "其他违规"][number % 4], "情节说明": number % 3 == 0 ? "监考员报告" : "",
      ])
    }
  }

  static let all: [Fault<TextRow>] = [
    .cells("no ticket", ["准考证号": ""], "准考证号 REQ"), .cells("no kind", ["违纪类型": ""], "违纪类型 REQ"),
    .cells("unknown kind", ["违纪类型": "旷考"], "违纪类型 FMT.code"),
    .cells("result code for a kind", ["违纪类型": "-2"], "违纪类型 FMT.code"),
    .cells("unknown subject", ["考试科目": "99"], "考试科目 FMT.code"),
    .cells("long ticket", ["准考证号": "145899070101000110000"], "准考证号 FMT.length", "准考证号 VIO-01"),
    .cells("long description", ["情节说明": String(repeating: "长", count: 501)], "情节说明 FMT.length"),
    .cells("blank in the name", ["姓名": "考 生"], "姓名 FMT.blank", "姓名 VIO-01"),
    .cells("separator in the name", ["姓名": "考•生"], "姓名 FMT.separator", "姓名 VIO-01"),
    .cells("lost digits", ["证件号码": "9.90701E+17"], "证件号码 IDN-04"),
    Fault("blank in the number", "证件号码 IDN-03") { row, _ in row["证件号码"] += " " },
    .cells("nobody's ticket", ["准考证号": "1458990701990001"], "准考证号 VIO-01"),
    .cells("another subject", ["考试科目": "15"], "考试科目 VIO-01"),
    .cells("another name", ["姓名": "钱"], "姓名 VIO-01"),
    Fault("another number", "证件号码 VIO-01") { row, planting in
      row["证件号码"] = Candidate(50_000 + planting.ordinal).id
    },
    Fault("the ticket twice", "准考证号 OPS-07.twice", twin: ["准考证号 OPS-07.twice"]) { row, planting in
      row = planting.twin
    },
    Fault("a violation is on record", "准考证号 OPS-07.exists") { row, planting in
      let number = recorded + planting.ordinal % reserve
      row = rows(number..<number + 1)[0]
    },
  ]
}
