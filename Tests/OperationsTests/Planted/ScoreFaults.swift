import Operations
import Storage

/// Every kind of fault of a score file (SCO-02 to SCO-05).
enum ScoreFaults {
  static let headings = [
    "准考证号", "姓名", "证件号码", "科目代码", "成绩", "等第", "违规", "证书编号", "备注", "课程一成绩", "课程二成绩", "选择题成绩",
  ]
  /// Candidates from here on have a score, have a violation on record, take level 4, take a level-2 language.
  private static let scored = 10_000
  private static let violating = 10_100
  private static let level4 = 10_200
  private static let level2 = 10_300
  private static let reserve = 60

  static func fixture(_ count: Int) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(now: "2020-10-09 10:00")
    try await fixture.store(0..<count)
    for (first, subject) in [(scored, "14"), (violating, "14"), (level4, "42"), (level2, "26")] {
      try await fixture.store(first..<first + reserve, subject: subject)
    }
    _ = try await fixture.importing("scores", rows(scored..<scored + reserve), headings: headings)
    try await fixture.execute(
      """
      INSERT INTO violation (entry, sitting, site, kind, created_job) SELECT id, sitting, site, '2', 0 FROM entry
      WHERE registration > $1 AND registration <= $2
      """, [.integer(violating), .integer(violating + reserve)])
    return fixture
  }

  /// A good score of each candidate.
  static func rows(_ numbers: Range<Int>, subject: String = "14") -> [TextRow] {
    numbers.map { number in
      TextRow([
        "准考证号": OfficeFixture.ticket(number, subject: subject), "姓名": "考生", "证件号码": Candidate(number).id,
        "科目代码": subject, "成绩": "85", "等第": "2",
      ])
    }
  }

  /// A fault in the row of a candidate in reserve.
  private static func stored(
    _ name: String, _ first: Int, subject: String = "14", _ changes: [String: String], _ mark: String,
    isWarning: Bool = false
  ) -> Fault<TextRow> {
    Fault(name, mark, isWarning: isWarning) { row, planting in
      let number = first + planting.ordinal % reserve
      row = rows(number..<number + 1, subject: subject)[0].with(changes)
    }
  }

  static let all = forms + identity + grades

  private static let forms: [Fault<TextRow>] = [
    .cells("no ticket", ["准考证号": ""], "准考证号 REQ"), .cells("no subject", ["科目代码": ""], "科目代码 REQ"),
    .cells("unknown subject", ["科目代码": "99"], "科目代码 FMT.code"),
    .cells("unknown result", ["等第": "17"], "等第 FMT.code"),
    .cells("unknown violation", ["违规": "不明"], "违规 FMT.code"),
    .cells("score in words", ["成绩": "八十五"], "成绩 FMT.number"),
    .cells("certificate in words", ["证书编号": "没有"], "证书编号 FMT.number"),
    .cells("long remarks", ["备注": String(repeating: "长", count: 201)], "备注 FMT.length"),
    .cells("long ticket", ["准考证号": "14589907010100011"], "准考证号 FMT.length", "准考证号 SCO-03"),
    .cells("blank in the name", ["姓名": "考 生"], "姓名 FMT.blank", "姓名 SCO-04"),
    .cells("separator in the name", ["姓名": "考•生"], "姓名 FMT.separator", "姓名 SCO-04"),
    .cells("lost digits", ["证件号码": "9.90701E+17"], "证件号码 IDN-04"),
    Fault("blank in the number", "证件号码 IDN-03") { row, _ in row["证件号码"] += " " },
  ]

  private static let identity: [Fault<TextRow>] = [
    .cells("nobody's ticket", ["准考证号": "1458990701990001"], "准考证号 SCO-03"),
    .cells("another subject", ["科目代码": "15"], "科目代码 SCO-03"),
    .cells("another name", ["姓名": "钱"], "姓名 SCO-04"),
    Fault("another number", "证件号码 SCO-04") { row, planting in
      row["证件号码"] = Candidate(50_000 + planting.ordinal).id
    },
    Fault("the ticket twice", "准考证号 OPS-07.twice", twin: ["准考证号 OPS-07.twice"]) { row, planting in
      row = planting.twin
    },
    stored("a score is there", scored, [:], "准考证号 OPS-07.exists"),
    .cells("a violation that is not on record", ["成绩": "0", "等第": "", "违规": "2"], "违规 SCO-02"),
    stored("the violation on record is left out", violating, [:], "违规 SCO-02"),
  ]

  private static let grades: [Fault<TextRow>] = [
    .cells("over 100", ["成绩": "101"], "成绩 SCO-05"), .cells("below 0", ["成绩": "-1"], "成绩 SCO-05"),
    .cells("decimals", ["成绩": "85.5"], "成绩 SCO-05"), .cells("no score", ["成绩": "", "等第": ""], "成绩 SCO-05"),
    .cells("another grade", ["等第": "3"], "等第 SCO-05"),
    .cells("absent with a score", ["等第": "-1"], "成绩 SCO-05"),
    stored(
      "two violations at once", violating, ["成绩": "0", "等第": "-3", "违规": "2"], "违规 SCO-05"),
    .cells("a certificate for failing", ["成绩": "59", "等第": "0", "证书编号": "14580000000001"], "证书编号 SCO-05"),
    .cells("a certificate of another subject", ["证书编号": "15580000000001"], "证书编号 SCO-05"),
    .cells("a short certificate", ["证书编号": "145800000001"], "证书编号 SCO-05"),
    stored(
      "a part over its most", level4, subject: "42", ["课程一成绩": "51", "课程二成绩": "34"], "课程一成绩 SCO-05"),
    stored("parts that sum to less", level4, subject: "42", ["课程一成绩": "40", "课程二成绩": "40"], "成绩 SCO-05"),
    stored("multiple choice over its most", level2, subject: "26", ["选择题成绩": "41"], "选择题成绩 SCO-05"),
    stored(
      "kept for want of level 3", level4, subject: "42", ["证书编号": "42580000000001"], "证书编号 SCO-05",
      isWarning: true),
  ]
}
