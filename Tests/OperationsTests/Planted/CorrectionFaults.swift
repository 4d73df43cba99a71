/// Every kind of fault that a row of a corrections workbook can have, and what it must be found as.
enum CorrectionFaults {
  /// Candidates from here on are left alone.
  private static let others = 9_000
  private static let reserve = 60

  static let all: [Fault<Correction>] = [
    Fault("no number", "证件号码 REQ") { row, _ in row.id = "" },
    Fault("no reason", "更正原因 REQ") { row, _ in row.reason = "" },
    Fault("no such candidate", "证件号码 CCP-02") { row, planting in
      row.id = Candidate(19_000 + planting.ordinal).id
    },
    Fault("a blank in the number", "证件号码 IDN-03") { row, _ in
      row.id = row.id.prefix(6) + " " + row.id.dropFirst(6)
    },
    Fault("nothing to correct", "证件号码 CCP-02", isWarning: true) { row, _ in row.cells = [:] },
    Fault("a blank in the name", "姓名 FMT.blank") { row, _ in row.cells["姓名"] = "赵 测试" },
    Fault("another sex", "性别 IDN-02") { row, _ in row.cells["性别"] = "女" },
    Fault("another birth date", "出生日期 IDN-02") { row, _ in row.cells["出生日期"] = "1999-12-31" },
    Fault("unknown class", "班级 REG-12") { row, _ in row.cells["班级"] = "会计三班" },
    Fault("short phone", "联系电话 FMT.phone") { row, _ in row.cells["联系电话"] = "1380000" },
    Fault("no e-mail at all", "电子邮件 FMT.email") { row, _ in row.cells["电子邮件"] = "a.example.com" },
    Fault("another's e-mail", "电子邮件 CCP-02") { row, planting in
      row.cells["电子邮件"] = Candidate(others + planting.ordinal % reserve).email
    },
    Fault("another's number", "新证件号码 CCP-02") { row, planting in
      let number = Candidate(others + planting.ordinal % reserve).id
      row.cells["新证件号码"] = number
      row.cells["出生日期"] = String(number.dropFirst(6).prefix(8))
    },
    Fault("wrong check", "新证件号码 IDN-01.check") { row, _ in
      row.cells["新证件号码"] = MadeID.withWrongCheck(String(row.id.prefix(17)))
    },
    Fault("the number twice", "证件号码 OPS-07.twice", twin: ["证件号码 OPS-07.twice"]) { row, planting in
      row.id = planting.twin.id
    },
  ]

  /// A site with candidates to correct, and those in reserve, after the exam.
  static func fixture(candidates: Int) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(.site { ($0.total, $0.places["14"]) = (99_999, 99_999) })
    _ = try await fixture.register(Candidate.some(candidates) + Candidate.some(reserve, from: others))
    try fixture.setClock(OfficeFixture.correctionTime)
    return fixture
  }
}
