import Exports
import Imports
import Operations
import Storage
import Testing

/// Registration data is mended after the exam.
@Suite struct CorrectionsImportTests {
  /// A number that nobody has, of a woman born on another day.
  private static let number = MadeID.number(birth: "20010203", sequence: 2)

  @Test("CCP-02 what a row fills in is changed, blank cells leave what is there, and locks stop nothing")
  func corrected() async throws {
    let fixture = try await OfficeFixture.afterExam(candidates: 2)
    try await fixture.execute("UPDATE registration SET lock_reason = 'payment'")
    let rows = [Correction(0, ["姓名": "钱测试", "备注": "更名"]), Correction(1, ["联系电话": "13911112222"])]
    let result = try await fixture.correct(rows)
    #expect(result.marks == [] && result.tally == [2, 0, 2, 0, 0, 0])
    let stored = try await fixture.database.read { session in
      try session.all("SELECT name, phone, remarks, lock_reason FROM registration ORDER BY document_number") {
        row in
        (0..<4).map { row.text($0) }
      }
    }
    #expect(stored == [["钱测试", "13800000000", "更名", "payment"], ["赵测试", "13911112222", "", "payment"]])
    #expect(try await fixture.correct(rows).tally == [2, 0, 0, 2, 0, 0])
  }

  @Test("CCP-02 OPS-02 each change is in the trail with its reason, old and new value")
  func trail() async throws {
    let fixture = try await OfficeFixture.afterExam(candidates: 1)
    _ = try await fixture.correct([Correction(0, ["姓名": "钱测试"]) { $0.reason = "派出所证明" }])
    var request = TrailRequest(sitting: SittingPlan.code)
    (request.key, request.field, request.site) = (Candidate(0).id, "姓名", "")
    let last = try #require(try await fixture.office().trail(request).last)
    #expect([last.old, last.new, last.rule, last.reason] == ["赵测试", "钱测试", "CCP-02", "派出所证明"])
  }

  @Test("CCP-02 a new ID number takes the photo along, and the entries stay")
  func newNumber() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    _ = try await fixture.importPhotos([("\(Candidate(0).id).jpg", try PhotoFile.jpeg())])
    try fixture.setClock(OfficeFixture.correctionTime)
    let row = Correction(0, ["新证件号码": Self.number, "性别": "女", "出生日期": "2001-02-03"])
    #expect(try await fixture.correct([row]).marks == [])
    let stored = try #require(try await fixture.stored(Self.number))
    #expect(stored.hasPhoto && stored.subjects == ["14"])
    #expect(
      try await fixture.count("SELECT count(*) FROM photo WHERE document_number = $1", [.text(Self.number)])
        == 1)
    #expect(try await fixture.correct([row]).marks == ["2 证件号码 CCP-02"])
  }

  @Test("CCP-02 IDN-01 IDN-02 a corrected number is valid and agrees with birth date and sex")
  func identity() async throws {
    let fixture = try await OfficeFixture.afterExam(candidates: 5)
    let rows = [
      Correction(0, ["新证件号码": String(Self.number.dropLast())]), Correction(1, ["新证件号码": Self.number]),
      Correction(2, ["出生日期": "1999-12-31"]), Correction(3, ["证件类型": "台湾居民来往大陆通行证"]),
      Correction(4, ["性别": "男"]),
    ]
    #expect(
      try await fixture.correct(rows).marksByRow == [
        2: ["新证件号码 IDN-01.length"], 3: ["性别 IDN-02", "出生日期 IDN-02"], 4: ["出生日期 IDN-02"],
        5: ["新证件号码 IDN-05"],
      ])
  }

  @Test("CCP-02 REG-13 SET-05 numbers and addresses stay one candidate's own; the site's classes hold")
  func taken() async throws {
    let fixture = try await OfficeFixture.afterExam(candidates: 8)
    let woman = ["性别": "女", "出生日期": "2001-02-03"]
    let free = woman.merging(["新证件号码": Self.number]) { $1 }
    let rows = [
      Correction(0, ["新证件号码": Candidate(7).id]), Correction(1, free),
      Correction(2, free),
      Correction(3, ["电子邮件": Candidate(7).email]), Correction(4, ["班级": "会计三班"]), Correction(5),
      Correction(9, ["姓名": "无名"]),
      Correction(6, ["姓名": "钱测试"]) { $0.reason = "" },
    ]
    let before = try await fixture.dump()
    #expect(
      try await fixture.correct(rows).marksByRow == [
        2: ["新证件号码 CCP-02"], 3: ["新证件号码 CCP-02"], 4: ["新证件号码 CCP-02"], 5: ["电子邮件 CCP-02"], 6: ["班级 REG-12"],
        7: ["证件号码 CCP-02"], 8: ["证件号码 CCP-02"], 9: ["更正原因 REQ"],
      ])
    #expect(try await fixture.dump() == before)
    // Two who swap their addresses in one file are no trouble.
    let swap = [Correction(0, ["电子邮件": Candidate(1).email]), Correction(1, ["电子邮件": Candidate(0).email])]
    #expect(try await fixture.correct(swap).rows.updated == 2)
  }

  @Test("CCP-02 WIN-06 only inside the window for corrections, and never in a closed sitting")
  func window() async throws {
    let fixture = try await OfficeFixture.afterExam(candidates: 1)
    let row = Correction(0, ["姓名": "钱测试"])
    for (moment, seconds, isOpen) in [
      ("2020-09-28 08:00", -1, false), ("2020-09-28 08:00", 0, true), ("2020-10-10 17:00", -1, true),
      ("2020-10-10 17:00", 0, false),
    ] {
      try fixture.setClock(moment, plus: seconds)
      if isOpen {
        #expect(try await fixture.correct([row]).state == "done")
      } else {
        #expect(try await refusal { _ = try await fixture.correct([row]) }.reason == .window)
      }
    }
    try fixture.setClock(OfficeFixture.correctionTime)
    try await fixture.office("root").closeSitting(SittingPlan.code)
    #expect(try await refusal { _ = try await fixture.correct([row]) }.reason == .closed)
  }
}
