import Exports
import Imports
import Operations
import Tabular
import Testing

/// What a row may ask for: subjects, places, class, age, e-mail.
@Suite struct RegistrationRuleTests {
  @Test("REG-10 subjects: at most the site's number, each offered, none twice")
  func subjects() async throws {
    let fixture = try await OfficeFixture(.site { $0.places["42"] = 0 })
    var table = MarkerTable()
    table.row("two") { $0.subjects = ["14", "15"] }
    table.row("three", "报考科目1 REG-10") { $0.subjects = ["14", "15", "26"] }
    table.row("not offered here", "报考科目1 REG-10") { $0.subjects = ["24"] }
    table.row("offered with no places", "报考科目2 REG-10") { $0.subjects = ["14", "42"] }
    table.row("twice", "报考科目2 REG-10") { $0.subjects = ["14", "14"] }
    table.row("by name and by code", "报考科目2 REG-10") { $0.subjects = ["14", "(14)计算机基础及WPS Office应用"] }
    table.row("none", "报考科目1 REQ") { $0.subjects = [] }
    table.row("unknown code", "报考科目1 FMT.code") { $0.subjects = ["99"] }
    let found = try await table.check(fixture)
    #expect(found["three"]?.message.contains("3") == true)
    #expect(found["not offered here"]?.suggestion?.contains("14、15、26、35") == true)
  }

  @Test("REG-10 paid subjects count, whether the row names them or not")
  func paidSubjectsCount() async throws {
    let fixture = try await OfficeFixture()
    let old = Candidate(0)
    _ = try await fixture.register([old])
    _ = try await fixture.pay([(old.id, "14")])
    try await fixture.setLock(false)
    let tooMany = Candidate(0) { $0.subjects = ["15", "26"] }
    #expect(try await fixture.register([tooMany]) { $0.overrides = true }.marks == ["2 报考科目1 REG-10"])
    let fitting = Candidate(0) { $0.subjects = ["14", "26"] }
    #expect(try await fixture.register([fitting]) { $0.overrides = true }.rows.updated == 1)
  }

  @Test("REG-11 a subject's places are counted over the whole file and what is stored")
  func subjectCapacity() async throws {
    let fixture = try await OfficeFixture(.site { $0.places["14"] = 5 })
    #expect(try await fixture.register(Candidate.some(2)).state == "done")
    let tooMany = try await fixture.register(Candidate.some(4, from: 2))
    #expect(tooMany.marks == ["REG-11"] && tooMany.state == "refused")
    let message = try #require(tooMany.first("REG-11")).message
    #expect(message.contains("科目 14") && message.contains("剩余 3") && message.contains("需要 4"))
    #expect(tooMany.tally == [4, 4, 0, 0, 0, 0])
    #expect(try await fixture.stored().count == 2)
    #expect(try await fixture.register(Candidate.some(3, from: 2)).state == "done")
  }

  @Test("REG-11 the total counts entries, not candidates; both limits are said")
  func totalCapacity() async throws {
    let fixture = try await OfficeFixture(.site { ($0.total, $0.places) = (100, ["14": 99_999, "15": 51]) })
    let both = Candidate.some(51).map { candidate in
      Candidate(0) {
        $0 = candidate
        $0.subjects = ["14", "15"]
      }
    }
    let refused = try await fixture.register(both, language: .en)
    #expect(refused.marks == ["REG-11"])
    #expect(refused.findings[0].message.contains("the total: 100 left, 102 asked"))
    #expect(try await fixture.register(Array(both.dropLast())).entries.created == 100)
    let more = try await fixture.register(
      (60..<63).map { number in Candidate(number) { $0.subjects = ["15"] } })
    #expect(more.marks == ["REG-11", "REG-11"])
    #expect(Set(more.findings.map(\.message)) == ["科目 15 容量不足：剩余 1，需要 3。", "总科次容量不足：剩余 0，需要 3。"])
  }

  @Test("REG-11 places that the same file gives up are there to be taken")
  func freedPlaces() async throws {
    let fixture = try await OfficeFixture(.site { $0.places["14"] = 1 })
    _ = try await fixture.register([Candidate(0)])
    let swap = [Candidate(0) { $0.subjects = ["15"] }, Candidate(1) { $0.subjects = ["14"] }]
    #expect(try await fixture.register(swap) { $0.overrides = true }.tally == [2, 1, 1, 0, 0, 0])
  }

  @Test("REG-11 with --partial a bad row takes no place")
  func capacityOfGoodRows() async throws {
    let fixture = try await OfficeFixture(.site { $0.places["14"] = 1 })
    let rows = [Candidate(0) { $0.phone = "1" }, Candidate(1)]
    let result = try await fixture.register(rows) { $0.isPartial = true }
    #expect(result.marks == ["2 联系电话 FMT.phone"])
    #expect(result.rows.created == 1)
  }

  @Test("REG-12 SET-05 a class outside the options is an error; options are split, trimmed, blanks dropped")
  func classOptions() async throws {
    let fixture = try await OfficeFixture(.site { $0.classes = "\" 会计一班 ;;会计二班； 管理一班 ；\"" })
    var table = MarkerTable()
    for name in ["会计一班", "会计二班", "管理一班", ""] { table.row("class \(name)") { $0.schoolClass = name } }
    table.row("unknown", "班级 REG-12") { $0.schoolClass = "会计三班" }
    let found = try await table.check(fixture)
    #expect(found["unknown"]?.suggestion?.contains("会计一班、会计二班、管理一班") == true)
  }

  @Test("REG-12 SET-01 a class is required only where the site says so", arguments: [false, true])
  func classRequired(isRequired: Bool) async throws {
    let fixture = try await OfficeFixture(.site { ($0.requiresClass, $0.classes) = (isRequired, "\"\"") })
    let result = try await fixture.register([
      Candidate(0) { $0.schoolClass = "" }, Candidate(1) { $0.schoolClass = "任何班级" },
    ])
    #expect(result.marks == (isRequired ? ["2 班级 REG-12"] : []))
  }

  @Test("REG-12 age in whole years on the first exam day, at both ends of the range")
  func age() async throws {
    let fixture = try await OfficeFixture()
    var table = MarkerTable()
    func born(_ birth: String, _ number: Int) -> String {
      MadeID.number(birth: birth, sequence: number * 2 + 1)
    }
    table.row("6 on that day") { $0.setDocument(born("20140926", 1)) }
    table.row("5 until the day after", "出生日期 REG-12") { $0.setDocument(born("20140927", 2)) }
    table.row("80 for one more day") { $0.setDocument(born("19390927", 3)) }
    table.row("81 on that day", "出生日期 REG-12") { $0.setDocument(born("19390926", 4)) }
    let found = try await table.check(fixture)
    #expect(found["5 until the day after"]?.message.contains("5 周岁") == true)
    #expect(found["81 on that day"]?.message.contains("6–80") == true)
  }

  @Test("REG-12 the sitting's own range of ages holds")
  func ownAges() async throws {
    let fixture = try await OfficeFixture(.with { $0.ages = "{least: 18, most: 20}" })
    let result = try await fixture.register([
      Candidate(0), Candidate(1) { $0.setDocument(MadeID.number(birth: "20021231", sequence: 3)) },
    ])
    #expect(result.marks == ["3 出生日期 REG-12"])
  }

  @Test("REG-13 an e-mail address is required, well formed, and of one identity number only")
  func email() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(900) { $0.email = "taken@example.com" }])
    var table = MarkerTable()
    table.row("good") { $0.email = "first.last+tag@mail.example.com" }
    table.row("none", "电子邮件 REQ") { $0.email = "" }
    table.row("no at sign", "电子邮件 FMT.email") { $0.email = "a.example.com" }
    table.row("two of them", "电子邮件 FMT.email") { $0.email = "a@example.com b@example.com" }
    table.row("shared", "电子邮件 REG-13") { $0.email = "shared@example.com" }
    table.row("shared too", "电子邮件 REG-13") { $0.email = "shared@example.com" }
    table.row("another's", "电子邮件 REG-13") { $0.email = "taken@example.com" }
    let found = try await table.check(fixture)
    #expect(found["shared"]?.message.contains("第 7 行") == true)
    #expect(found["shared too"]?.message.contains("第 6 行") == true)
  }

  @Test(
    "REG-13 two candidates may exchange their addresses in one file; addresses differ in case as they like")
  func exchangedEmail() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(2))
    var rows = Candidate.some(2)
    (rows[0].email, rows[1].email) = (rows[1].email, rows[0].email)
    #expect(try await fixture.register(rows) { $0.overrides = true }.rows.updated == 2)
  }

  @Test("REG-12 SET-04 a collective row that names a preferred date is an error")
  func preferredDate() async throws {
    let fixture = try await OfficeFixture(.site { $0.preferredDates = "{2020-09-26: 100}" })
    let result = try await fixture.register([Candidate(0) { $0.preferredDate = "2020-09-26" }])
    #expect(result.marks == ["2 意向考试日期 SET-04"])
  }
}
