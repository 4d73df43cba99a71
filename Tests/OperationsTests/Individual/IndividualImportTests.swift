import Exports
import Imports
import Operations
import Storage
import Testing

/// The feed of registrations that candidates made on the public site.
@Suite struct IndividualImportTests {
  private static let dates = "{2020-09-26: 2, 2020-09-27: 2}"

  @Test(
    "CAN-07 the feed makes individual registrations at the sites that its rows name, in the organisation's scope"
  )
  func sites() async throws {
    let fixture = try await OfficeFixture()
    let rows = [Individual(0), Individual(1) { $0.site = "990703" }, Individual(2) { $0.isPaid = true }]
    let result = try await fixture.feed(rows, site: "99", as: "prov99")
    #expect(result.marks == [] && result.tally == [3, 3, 0, 0, 0, 0] && result.entries.created == 3)
    let stored = try await fixture.stored()
    #expect([0, 1, 2].map { stored[Individual($0).id]?.site } == ["990701", "990703", "990701"])
    #expect(Set(stored.values.map(\.method)) == ["individual"])
    #expect([0, 2].map { stored[Individual($0).id]?.subjects } == [["14"], ["14+"]])
    #expect([0, 2].map { stored[Individual($0).id]?.lock } == [nil, "payment"])

    let outside = try await fixture.feed([
      Individual(3) { $0.site = "990703" }, Individual(4) { $0.site = "990702" },
      Individual(5) { $0.site = "111111" },
    ])
    #expect(outside.marks == ["2 考点代码 CAN-07", "3 考点代码 CAN-07", "4 考点代码 CAN-07"])
  }

  @Test("CAN-07 no window gates the feed; a closed sitting, a viewer and another's site do")
  func gates() async throws {
    let fixture = try await OfficeFixture(now: "2020-10-20 10:00")
    let row = Individual(0) { $0.registeredAt = "2020-10-20 09:00:00" }
    #expect(try await fixture.feed([row]).state == "done")
    #expect(try await refusal { _ = try await fixture.feed([row], as: "view990701") }.reason == .viewer)
    #expect(
      try await refusal { _ = try await fixture.feed([row], site: "980101", as: "site990701") }.reason
        == .scope)
  }

  @Test("CAN-07 REG-10 REG-12 REG-13 the rules of the row's own site hold")
  func rules() async throws {
    let fixture = try await OfficeFixture(
      .with { plan in
        plan.sites["990701"]?.subjectsPerCandidate = 1
        plan.sites["990703"]?.requiresClass = true
        plan.sites["990703"]?.places["42"] = nil
      })
    let rows = [
      Individual(0) { $0.person.subjects = ["14", "15"] }, Individual(1) { $0.person.schoolClass = "" },
      Individual(2) { ($0.site, $0.person.subjects) = ("990703", ["14", "42"]) },
      Individual(3) { ($0.site, $0.person.schoolClass) = ("990703", "") },
      Individual(4) { $0.person.email = Candidate(0).email }, Individual(5) { $0.person.sex = "女" },
      Individual(6) { $0.registeredAt = "昨天" },
    ]
    #expect(
      try await fixture.feed(rows, site: "99", as: "prov99").marksByRow == [
        2: ["电子邮件 REG-13", "报考科目1 REG-10"], 4: ["报考科目2 REG-10"], 5: ["班级 REG-12"],
        6: ["电子邮件 REG-13"], 7: ["性别 IDN-02"], 8: ["报名时间 FMT.date"],
      ])
  }

  @Test("REG-11 capacity is judged for each site of the feed")
  func capacity() async throws {
    let fixture = try await OfficeFixture(.site { $0.places["14"] = 2 })
    let rows =
      Individual.some(3) + (3..<6).map { Individual($0) { $0.site = "990703" } }
    let result = try await fixture.feed(rows, site: "99", as: "prov99")
    #expect(result.state == "refused" && result.marks == ["REG-11"])
    #expect(result.first("REG-11")?.message.contains("990701") == true)
    #expect(try await fixture.feed(Array(rows[1...]), site: "99", as: "prov99").state == "done")
  }

  @Test("SET-04 individual candidates choose among the site's dates, as far as there are places")
  func preferredDates() async throws {
    let fixture = try await OfficeFixture(.site { $0.preferredDates = Self.dates })
    func choosing(_ number: Int, _ date: String) -> Individual {
      Individual(number) { $0.person.preferredDate = date }
    }
    let wrong = try await fixture.feed(
      [
        choosing(0, "2020-09-28"),
        Individual(1) { ($0.site, $0.person.preferredDate) = ("990703", "2020-09-26") },
      ], site: "99", as: "prov99")
    #expect(wrong.marks == ["2 意向考试日期 SET-04", "3 意向考试日期 SET-04"])

    #expect(
      try await fixture.feed([choosing(0, "2020-09-26"), choosing(1, "2020-09-26"), choosing(2, "")]).state
        == "done")
    let full = try await fixture.feed([choosing(3, "2020-09-26"), choosing(4, "2020-09-27")])
    #expect(full.marks == ["SET-04"] && full.first("SET-04")?.message.contains("剩余 0，需要 1") == true)
    // Whoever changes the day leaves the place to another.
    let moved = try await fixture.feed([choosing(0, "2020-09-27"), choosing(3, "2020-09-26")]) {
      $0.isPartial = true
    }
    #expect(moved.marks == ["2 证件号码 OPS-07.exists", "SET-04"])
    #expect(try await fixture.feed([choosing(0, "2020-09-27")]) { $0.overrides = true }.rows.updated == 1)
    #expect(try await fixture.feed([choosing(3, "2020-09-26")]).state == "done")
  }

  @Test(
    "OPS-07 CAN-07 what is there already is an error; with override it is replaced, and the same feed changes nothing"
  )
  func override() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.feed([Individual(0) { $0.person.subjects = ["14", "15"] }, Individual(1)])
    let rows = [
      Individual(0) { ($0.person.phone, $0.person.subjects) = ("13911112222", ["15", "26"]) }, Individual(1),
    ]
    #expect(try await fixture.feed(rows).marks == ["2 证件号码 OPS-07.exists", "3 证件号码 OPS-07.exists"])
    let result = try await fixture.feed(rows) { $0.overrides = true }
    #expect(result.tally == [2, 0, 1, 1, 0, 0])
    #expect([result.entries.created, result.entries.removed, result.entries.kept] == [1, 1, 0])
    #expect(try await fixture.stored(Individual(0).id)?.subjects == ["15", "26"])
    #expect(try await fixture.feed(rows) { $0.overrides = true }.rows.unchanged == 2)
  }

  @Test(
    "REG-05 REG-06 REG-07 CAN-07 the feed touches no collective, no locked registration and none of another site"
  )
  func untouchable() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    _ = try await fixture.feed([Individual(1), Individual(2)])
    _ = try await fixture.feed([Individual(3) { $0.site = "990703" }], site: "990703")
    try await fixture.setLock(true, ids: [Individual(1).id])
    let before = try await fixture.stored()
    let rows = (0..<4).map { Individual($0) { $0.person.phone = "13911112222" } }
    let result = try await fixture.feed(rows) { $0.overrides = true }
    #expect(result.marks == ["2 证件号码 CAN-07", "3 证件号码 REG-07", "5 证件号码 REG-06"])
    #expect(try await fixture.stored() == before)
  }

  @Test("REG-08 PAY-01 CAN-07 a paid entry stays, a newly paid one locks, and its order may come later")
  func payment() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.feed([Individual(0) { $0.person.subjects = ["14", "15"] }])
    let paid = Individual(0) { ($0.person.subjects, $0.isPaid) = (["14", "15"], true) }
    let trial = try await fixture.feed([paid]) { ($0.overrides, $0.isDryRun) = (true, true) }
    #expect(trial.changes?.map(\.field) == ["锁定原因", "锁定时间", "支付", "支付"])
    #expect(try await fixture.feed([paid]) { $0.overrides = true }.rows.updated == 1)
    #expect(try await fixture.stored(Individual(0).id)?.subjects == ["14+", "15+"])
    let unlocked = try await fixture.setLock(false)
    #expect(unlocked == 1)
    let fewer = Individual(0) { $0.person.subjects = ["14"] }
    let kept = try await fixture.feed([fewer]) { $0.overrides = true }
    #expect(kept.entries.kept == 1)
    #expect(try await fixture.stored(Individual(0).id)?.subjects == ["14+", "15+"])
    #expect(try await fixture.pay([(Individual(0).id, "14")]).rows.created == 1)
    let other = "T-other,\(Individual(0).id),14,78.00,2020-08-19 09:35:12,支付宝,成功"
    let twice = try await fixture.importing(
      "payments", try fixture.csv(OfficeFixture.paymentHeadings, [other]))
    #expect(twice.marks == ["2 订单号 CAN-07"])
  }

  @Test("ROS-06 SET-07 CAN-07 rows are prefilled and restricted by the roster of the sites that use it")
  func roster() async throws {
    let fixture = try await OfficeFixture(
      .site { $0.roster = "{enabled: true, provinceOnly: true, siteOnly: false}" })
    _ = try await fixture.enroll([Student(0)])
    let rows = [
      Individual(0) { ($0.person.name, $0.person.phone) = ("", "") }, Individual(1),
      Individual(2) { ($0.site, $0.person.name) = ("990703", "") },
    ]
    let result = try await fixture.feed(rows, site: "99", as: "prov99")
    #expect(result.marks == ["3 证件号码 REG-12", "4 姓名 REQ"])
    #expect(try await fixture.feed([rows[0]]).state == "done")
    #expect(try await fixture.stored(Individual(0).id)?.name == "赵测试")
    #expect(try await fixture.count("SELECT count(*) FROM registration WHERE prefilled = 'name,phone'") == 1)
  }
}
