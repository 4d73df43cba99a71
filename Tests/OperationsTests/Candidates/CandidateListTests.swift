import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Queries over candidates.
@Suite struct CandidateListTests {
  /// Five candidates of 990701, one of them individual, and one of 990703.
  private func fixture() async throws -> (OfficeFixture, [String]) {
    let fixture = try await OfficeFixture(
      .with { plan in
        plan.sites["990701"]?.roster = "{enabled: true, provinceOnly: false, siteOnly: false}"
      })
    var candidates = Candidate.some(5)
    candidates[0].subjects = ["14", "15"]
    candidates[1].schoolClass = "会计二班"
    candidates[1].name = "钱测试"
    candidates[2].subjects = ["26"]
    candidates[3].subjects = ["26"]
    candidates[3].schoolClass = "管理一班"
    _ = try await fixture.register(candidates)
    _ = try await fixture.register([Candidate(9)], site: "990703")
    let ids = candidates.map(\.id)
    _ = try await fixture.pay([(ids[0], "14"), (ids[2], "26")])
    try await fixture.makeIndividual([ids[4]])
    try await fixture.execute(
      "UPDATE registration SET preferred_date = '2020-09-27', has_photo = 1 WHERE document_number = $1",
      [.text(ids[4])])
    for (id, site) in [(ids[1], "990701"), (ids[2], "990703"), (Candidate(9).id, "990703")] {
      try await fixture.execute(
        "INSERT INTO roster (document_number, site, anywhere) VALUES ($1, $2, 0)", [.text(id), .text(site)])
    }
    return (fixture, ids)
  }

  private static let queries: [(field: String, values: [String], found: [Int])] = [
    ("method", ["individual"], [4]), ("报名方式", ["集体报名"], [0, 1, 2, 3]), ("paid", ["all"], [2]),
    ("支付状态", ["部分支付"], [0]), ("paid", ["none"], [1, 3, 4]), ("paid", ["no"], [0, 1, 3, 4]),
    ("locked", ["yes"], [0, 2]), ("报名信息锁定", ["未锁定"], [1, 3, 4]), ("audit", ["none"], [0, 1, 2, 3, 4]),
    ("审核", ["待审核"], []), ("姓名", ["钱测试"], [1]), ("name", ["钱*", "赵不在"], [1]), ("name", ["%"], []),
    ("subject", ["14"], [0, 1, 4]), ("报考科目", ["15", "26"], [0, 2, 3]), ("class", ["会计二班", "管理一班"], [1, 3]),
    ("班级", ["会计*"], [0, 1, 2, 4]), ("意向考试日期", ["2020-9-27"], [4]), ("photo", ["yes"], [4]),
    ("照片", ["无"], [0, 1, 2, 3]), ("考生来源", ["学籍考生"], [1]), ("origin", ["social"], [0, 2, 3, 4]),
    ("entries", ["2"], [0]), ("site", ["9907"], [0, 1, 2, 3, 4]), ("site", ["990703"], []),
  ]

  @Test(
    "CAN-01 a query by site, method, payment, lock, audit, name, subject, class, date, origin, photo")
  func queries() async throws {
    let (fixture, ids) = try await fixture()
    for query in Self.queries {
      let found = try await fixture.found((query.field, query.values))
      #expect(Set(found) == Set(query.found.map { ids[$0] }), "\(query.field)=\(query.values)")
    }
    #expect(try await fixture.found(("证件号码", [ids[3].lowercased()])) == [ids[3]])
    #expect(try await fixture.found(("idNumber", ["*\(ids[3].suffix(4))"])).contains(ids[3]))
    await #expect(throws: UnknownField.self) { try await fixture.found(("星座", ["狮子座"])) }
  }

  @Test("CAN-01 conditions are joined by and, and go with a file of ID numbers")
  func joined() async throws {
    let (fixture, ids) = try await fixture()
    #expect(try await fixture.found(("subject", ["26"]), ("paid", ["all"])) == [ids[2]])
    #expect(try await fixture.found(("subject", ["26"]), ("photo", ["yes"])).isEmpty)
    let listed = try fixture.request([("班级", ["会计*"])], ids: [ids[1], ids[3], Candidate(9).id])
    #expect(try await fixture.office().candidates(listed).items.map(\.candidate.documentNumber) == [ids[1]])
  }

  @Test("CAN-01 sorted by several fields, either way round; a page holds a part, the total counts all")
  func paging() async throws {
    let (fixture, ids) = try await fixture()
    let order = try await fixture.found(order: ["-class", "-idNumber"])
    let wanted = [ids[3]] + [1].map { ids[$0] } + [0, 2, 4].map { ids[$0] }.sorted(by: >)
    #expect(order == wanted)
    var request = try fixture.request()
    (request.order, request.page, request.pageSize) = (["-class", "-idNumber"], 2, 2)
    let page = try await fixture.office().candidates(request)
    #expect(page.items.map(\.candidate.documentNumber) == Array(wanted[2..<4]) && page.total == 5)
    request.page = 4
    let beyond = try await fixture.office().candidates(request)
    #expect(beyond.items.isEmpty && beyond.total == 5)
    await #expect(throws: UnknownField.self) { try await fixture.found(order: ["星座"]) }
  }

  @Test(
    "CAN-01 ORG-02 a province sees its sites' candidates; outside the scope there is nobody, and no error")
  func scope() async throws {
    let (fixture, _) = try await fixture()
    #expect(try await fixture.office("prov99").candidates(fixture.request(site: "99")).total == 6)
    #expect(try await fixture.office("site990701").candidates(fixture.request(site: "990703")).total == 0)
  }

  @Test("CAN-01 IDN-06 the result is exported as a workbook and as CSV, numbers by their last four")
  func exported() async throws {
    let (fixture, ids) = try await fixture()
    let (book, table) = (fixture.newPath(".xlsx"), fixture.newPath(".csv"))
    let request = try fixture.request([("subject", ["14"])])
    for path in [book, table] {
      #expect(try await fixture.office().writeCandidates(request, to: path, language: .zh) == 3)
    }
    let read = try ReadTable(workbook: FileSource(path: book))
    #expect(read == (try ReadTable(csv: FileSource(path: table))))
    #expect(Set(read["证件号码(后4位)"]) == Set([0, 1, 4].map { String(ids[$0].suffix(4)) }))
    #expect(Set(read["支付状态"]) == ["部分支付", "全未支付"])
    #expect(read["保护"].contains { $0.hasPrefix("已因支付锁定（2020-08-20 10:00，订单 T-") })
    let links = try await fixture.nextLink()
    let whole = fixture.newPath(".csv")
    #expect(
      try await fixture.office().writeCandidates(request, to: whole, showsNumbers: true, language: .zh) == 3)
    #expect(try ReadTable(csv: FileSource(path: whole))["证件号码"].contains(ids[0]))
    #expect(
      try await fixture.trailLines(from: links) == ["shown registration  count:→3 query:→subject=14"])
  }

  @Test("CAN-01 IDN-06 OPS-02 showing whole numbers is in the trail: who, how many, by which query")
  func full() async throws {
    let (fixture, _) = try await fixture()
    let links = try await fixture.nextLink()
    let request = try fixture.request([("班级", ["会计一班"]), ("locked", ["yes"])])
    _ = try await fixture.office("view990701").candidates(request)
    #expect(try await fixture.nextLink() == links)
    _ = try await fixture.office("view990701").candidates(request, showsNumbers: true)
    #expect(
      try await fixture.trailLines(from: links) == [
        "shown registration  count:→2 query:→班级=会计一班 and locked=yes"
      ])
  }
}
