/// Every kind of fault that a row of an audit workbook can have, and what it must be found as.
enum AuditFaults {
  /// Candidates from here on were rejected before.
  private static let rejected = 9_000
  private static let reserve = 60

  static let all: [Fault<Decision>] = [
    Fault("no number", "证件号码 REQ") { row, _ in row.id = "" },
    Fault("no decision", "审核结果 REQ") { row, _ in row.decision = "" },
    Fault("no such decision", "审核结果 FMT.code") { row, _ in row.decision = "待定" },
    Fault("no such candidate", "证件号码 AUD-02") { row, planting in
      row.id = Candidate(19_000 + planting.ordinal).id
    },
    Fault("full width", "证件号码 IDN-03") { row, _ in
      row.id = String(row.id.dropLast()) + "\u{3000}" + String(row.id.suffix(1))
    },
    Fault("a rejection without kind", "不通过类型 AUD-01") { row, _ in (row.decision, row.reason) = ("不通过", "姓名不符")
    },
    Fault("a rejection without reason", "不通过原因 AUD-01") { row, _ in (row.decision, row.kind) = ("不通过", "其他")
    },
    Fault("no such kind", "不通过类型 FMT.code") { row, _ in
      (row.decision, row.kind, row.reason) = ("不通过", "说不清", "姓名不符")
    },
    Fault("a reason for what passes", "不通过原因 AUD-02") { row, _ in row.reason = "姓名不符" },
    Fault("a long reason", "不通过原因 FMT.length") { row, _ in
      (row.decision, row.kind, row.reason) = ("不通过", "其他", String(repeating: "长", count: 201))
    },
    Fault("rejected before", "审核结果 AUD-01") { row, planting in
      row.id = Candidate(rejected + planting.ordinal % reserve).id
    },
    Fault("the number twice", "证件号码 OPS-07.twice", twin: ["证件号码 OPS-07.twice"]) { row, planting in
      row.id = planting.twin.id
    },
  ]

  /// A site with candidates to decide on, and those in reserve.
  static func fixture(candidates: Int) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(
      .site { ($0.requiresAudit, $0.total, $0.places["14"]) = (true, 99_999, 99_999) })
    _ = try await fixture.register(Candidate.some(candidates) + Candidate.some(reserve, from: rejected))
    _ = try await fixture.audit((rejected..<rejected + reserve).map { .rejecting($0) })
    return fixture
  }
}
