import Operations

/// Every kind of fault of a payment feed (CAN-07).
enum PaymentFaults {
  static let headings = ["订单号", "证件号码", "科目代码", "金额(元)", "支付时间", "渠道", "状态"]
  /// Candidates from here on have paid already.
  private static let paid = 10_000
  private static let reserve = 60

  static func fixture(_ count: Int) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture()
    try await fixture.store(0..<count)
    try await fixture.store(paid..<paid + reserve)
    _ = try await fixture.importing("payments", rows(paid..<paid + reserve), headings: headings)
    return fixture
  }

  /// A payment of each candidate.
  static func rows(_ numbers: Range<Int>) -> [TextRow] {
    numbers.map { number in
      TextRow([
        "订单号": "T\(number)", "证件号码": Candidate(number).id, "科目代码": "14", "金额(元)": "78.00",
        "支付时间": "2020-08-19 09:35:12", "渠道": "支付宝", "状态": "成功",
      ])
    }
  }

  static let all: [Fault<TextRow>] =
    ["订单号", "证件号码", "科目代码", "金额(元)", "状态"].map { .cells("no \($0)", [$0: ""], "\($0) REQ") } + [
      .cells("long order number", ["订单号": String(repeating: "9", count: 65)], "订单号 FMT.length"),
      .cells("long channel", ["渠道": String(repeating: "银", count: 21)], "渠道 FMT.length"),
      .cells("unknown subject", ["科目代码": "99"], "科目代码 FMT.code"),
      .cells("unknown state", ["状态": "不明"], "状态 FMT.code"),
      .cells("amount in words", ["金额(元)": "七十八"], "金额(元) FMT.number"),
      .cells("three decimals", ["金额(元)": "78.001"], "金额(元) FMT.number"),
      .cells("no such day", ["支付时间": "2020-02-30 09:00"], "支付时间 FMT.date"),
      .cells("nothing paid", ["金额(元)": "0"], "金额(元) CAN-07"),
      .cells("less than nothing", ["金额(元)": "-78.00"], "金额(元) CAN-07"),
      .cells("a subject that was not asked for", ["科目代码": "15"], "证件号码 CAN-07"),
      .cells("lost digits", ["证件号码": "9.90701E+17"], "证件号码 IDN-04"),
      Fault("blank in the number", "证件号码 IDN-03") { row, _ in row["证件号码"] = " " + row["证件号码"] },
      Fault("nobody's number", "证件号码 CAN-07") { row, planting in
        row["证件号码"] = Candidate(50_000 + planting.ordinal).id
      },
      Fault("paid with another order", "订单号 CAN-07") { row, planting in
        row["证件号码"] = Candidate(paid + planting.ordinal % reserve).id
      },
      Fault("the order is there", "订单号 OPS-07.exists") { row, planting in
        row = rows(paid + planting.ordinal % reserve..<paid + planting.ordinal % reserve + 1)[0]
      },
      Fault("the entry twice", "订单号 OPS-07.twice", twin: ["订单号 OPS-07.twice"]) { row, planting in
        row["证件号码"] = planting.twin["证件号码"]
      },
    ]
}
