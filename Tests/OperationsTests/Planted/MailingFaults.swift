import Operations
import Storage

/// Every kind of fault of a file of certificates by post (MAI-01).
enum MailingFaults {
  static let headings = MailingSheet.headings.split(separator: ",").map(String.init)
  /// Candidates from here on are on the list already.
  private static let listed = 10_000
  private static let reserve = 60

  static func fixture(_ count: Int) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(now: "2020-10-09 10:00")
    try await fixture.store(0..<count)
    try await fixture.store(listed..<listed + reserve)
    for numbers in [0..<count, listed..<listed + reserve] {
      try await fixture.execute(
        """
        INSERT INTO score (entry, sitting, site, file_score, file_result, file_certificate, score, result, certificate,
          created_job)
        SELECT id, sitting, site, 8500, 2, '1458' || substr(ticket, length(ticket) - 9), 8500, 2, '1458' || substr(ticket, length(ticket) - 9), 0
        FROM entry WHERE registration > $1 AND registration <= $2
        """, [.integer(numbers.lowerBound), .integer(numbers.upperBound)])
    }
    _ = try await fixture.importing("mailings", rows(listed..<listed + reserve), headings: headings)
    return fixture
  }

  private static func certificate(_ number: Int) -> String {
    "1458" + OfficeFixture.ticket(number).suffix(10)
  }

  /// A good row of each candidate: every third names its certificate alone, every third both numbers.
  static func rows(_ numbers: Range<Int>) -> [TextRow] {
    numbers.map { number in
      TextRow([
        "准考证号": number % 3 == 2 ? "" : OfficeFixture.ticket(number), "姓名": "考生",
        "证件号码": Candidate(number).id, "证书编号": number % 3 == 0 ? "" : certificate(number), "收件人": "考生",
        "联系电话": "13800000000", "邮编": "990000", "邮寄地址": "学院路\(number + 1)号", "EMS单号": "EA000000001CN",
        "直邮状态": ["1", "2-已支付", "已寄出", "退款"][number % 4],
      ])
    }
  }

  static let all: [Fault<TextRow>] = [
    .cells("neither number", ["准考证号": "", "证书编号": ""], "准考证号 REQ"),
    .cells("nobody's ticket", ["准考证号": "1458990701990001", "证书编号": ""], "准考证号 MAI-01"),
    .cells("nobody's certificate", ["准考证号": "", "证书编号": "14580000000009"], "证书编号 MAI-01"),
    Fault("another's certificate", "证书编号 MAI-01") { row, _ in
      let ticket = row["准考证号"].isEmpty ? "145899" + row["证书编号"].dropFirst(4) : row["准考证号"]
      row = row.with(["准考证号": ticket, "证书编号": "14580000000009"])
    },
    .cells("certificate in words", ["证书编号": "没有"], "证书编号 FMT.number"),
    .cells("another name", ["姓名": "钱"], "姓名 MAI-01"),
    Fault("another number", "证件号码 MAI-01") { row, planting in
      row["证件号码"] = Candidate(50_000 + planting.ordinal).id
    },
    .cells("short phone", ["联系电话": "1380000"], "联系电话 FMT.phone"),
    .cells("short postcode", ["邮编": "99000"], "邮编 FMT.number"),
    .cells("long postcode", ["邮编": "9900001"], "邮编 FMT.length"),
    .cells("long address", ["邮寄地址": String(repeating: "长", count: 201)], "邮寄地址 FMT.length"),
    .cells("short EMS number", ["EMS单号": "EA00000001CN"], "EMS单号 FMT.number"),
    .cells("EMS number in small letters", ["EMS单号": "ea000000001cn"], "EMS单号 FMT.number"),
    .cells("unknown state", ["直邮状态": "5"], "直邮状态 FMT.code"),
    Fault("on the list already", "准考证号 OPS-07.exists") { row, planting in
      let number = listed + planting.ordinal % reserve
      row = rows(number..<number + 1)[0].with(["准考证号": OfficeFixture.ticket(number)])
    },
  ]
}
