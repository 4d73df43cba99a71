import ExamModel
import Imports
import Operations
import Tabular
import Testing

/// Operating windows, seen through imports.
@Suite struct WindowTests {
  /// A moment, seconds from a boundary, and whether a change is taken there.
  static let boundaries: [(moment: String, offset: Int, isOpen: Bool)] = [
    ("2020-07-23 08:00", -1, false), ("2020-07-23 08:00", 0, true), ("2020-07-23 08:00", 1, true),
    ("2020-08-31 21:00", -1, true), ("2020-08-31 21:00", 0, false), ("2020-08-31 21:00", 1, false),
  ]

  @Test(
    "WIN-01 WIN-03 WIN-06 a registration import a second before, at and after each end of its window",
    arguments: boundaries)
  func registration(moment: String, offset: Int, isOpen: Bool) async throws {
    let fixture = try await OfficeFixture()
    try fixture.setClock(moment, plus: offset)
    let before = try await fixture.dump()
    if isOpen {
      #expect(try await fixture.register([Candidate(0)]).rows.created == 1)
    } else {
      let refused = try await refusal { _ = try await fixture.register([Candidate(0)]) }
      #expect(refused.reason == .window && refused.rule == "WIN-03")
      let boundary = moment.hasPrefix("2020-07-23") ? "2020-07-23 08:00 才开始" : "2020-08-31 21:00 结束"
      #expect(refused.wording.zh.contains("报名管理时间") && refused.wording.zh.contains(boundary))
      #expect(refused.wording.en.contains("registration"))
      #expect(try await fixture.dump() == before)
      #expect(try await fixture.jobs().isEmpty)
    }
  }

  @Test(
    "WIN-01 WIN-06 every kind of window is [start, end): the second before, at and after each end",
    arguments: WindowKind.allCases)
  func everyKind(_ kind: WindowKind) async throws {
    let (start, end) = ("2020-08-01 08:00", "2020-08-02 08:00")
    let fixture = try await OfficeFixture(
      .with { $0.setWindow(kind.rawValue, kind.hasEnd ? "[\(start), \(end)]" : "[\(start)]") })
    let moments = [(start, -1), (start, 0), (start, 1), (end, -1), (end, 0), (end, 1)]
    for ((moment, offset), isOpen) in zip(moments, [false, true, true, true, !kind.hasEnd, !kind.hasEnd]) {
      try fixture.setClock(moment, plus: offset)
      let sitting = try await fixture.office().open(SittingPlan.code)
      if isOpen {
        try sitting.requireWindow(kind, of: "990701")
      } else {
        let refused = try #require(
          #expect(throws: Refusal.self) { try sitting.requireWindow(kind, of: "990701") })
        #expect(refused.rule == "WIN-03" && refused.wording.zh.contains(kind.title.zh))
      }
    }
  }

  @Test("WIN-01 times are those of Asia/Shanghai, and an offset in the file says otherwise")
  func timeZone() async throws {
    let plan = SittingPlan.with {
      $0.setWindow("registration", "[2020-07-23T00:00:00Z, 2020-07-23T09:00:00+08:00]")
    }
    let fixture = try await OfficeFixture(plan, now: "2020-07-23 07:59:59")
    #expect(try await refusal { _ = try await fixture.register([Candidate(0)]) }.reason == .window)
    fixture.clock.set(Instant(secondsSince1970: 1_595_462_400))
    #expect(try await fixture.register([Candidate(0)]).rows.created == 1)
    try fixture.setClock("2020-07-23 09:00:00")
    #expect(try await refusal { _ = try await fixture.register([Candidate(1)]) }.reason == .window)
  }

  @Test("WIN-01 every kind of window is a key of the sitting file, and no other is")
  func keys() async throws {
    let fixture = try await OfficeFixture()
    var plan = SittingPlan()
    for kind in WindowKind.allCases {
      plan.setWindow(
        kind.rawValue, kind.hasEnd ? "[2020-08-01 08:00, 2020-08-02 08:00]" : "[2020-08-01 08:00]")
    }
    #expect(plan.windows.count == 12)
    #expect(try await fixture.loadSitting(plan.text).isLoaded)
    plan.setWindow("registrations", "[2020-08-01 08:00, 2020-08-02 08:00]")
    let load = try await fixture.loadSitting(plan.text)
    #expect(!load.isLoaded && load.findings.map(\.code) == ["WIN-01.key", "WIN-01.key"])
  }

  @Test("WIN-02 a lower organisation's window needs the upper one's, and lies inside it")
  func lowerWindows() async throws {
    let fixture = try await OfficeFixture()
    let cases = [
      ("{registration: [2020-07-23 08:00, 2020-08-31 21:00]}", []),
      ("{registration: [2020-07-24 08:00, 2020-08-30 21:00]}", []),
      ("{registration: [2020-07-23 07:59:59, 2020-08-31 21:00]}", ["WIN-02.inside"]),
      ("{registration: [2020-07-23 08:00, 2020-08-31 21:00:01]}", ["WIN-02.inside"]),
      ("{scorePublicity: [2020-11-01 08:00, 2020-11-02 08:00]}", ["WIN-02.parent"]),
    ]
    for (window, codes) in cases {
      let plan = SittingPlan.with { plan in
        plan.lowerWindows.removeAll { $0.0 == "990701" }
        plan.lowerWindows.append(("990701", window))
      }
      let load = try await fixture.loadSitting(plan.text)
      #expect(load.findings.map(\.code) == codes && load.isLoaded == codes.isEmpty, "\(window)")
    }
  }

  @Test("WIN-02 a site's own window holds for it, not the province's")
  func ownWindow() async throws {
    let plan = SittingPlan.with { plan in
      plan.lowerWindows.removeAll { $0.0 == "990701" }
      plan.lowerWindows.append(("990701", "{registration: [2020-08-20 10:00, 2020-08-20 10:01]}"))
    }
    let fixture = try await OfficeFixture(plan, now: "2020-08-20 10:01")
    #expect(try await refusal { _ = try await fixture.register([Candidate(0)]) }.reason == .window)
    #expect(try await fixture.register([Candidate(0)], site: "990703").rows.created == 1)
    try fixture.setClock("2020-08-20 10:00")
    #expect(try await fixture.register([Candidate(1)]).rows.created == 1)
  }

  @Test("WIN-03 with no window set changes are refused and reading goes on")
  func notSet() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(2))
    let load = try await fixture.loadSitting(SittingPlan.with { $0.setWindow("registration", nil) }.text)
    #expect(load.isLoaded)
    let refused = try await refusal { _ = try await fixture.register([Candidate(5)]) }
    #expect(refused.reason == .window && refused.wording.zh.contains("未设置"))
    let request = CandidateRequest(sitting: SittingPlan.code, site: "990701")
    #expect(try await fixture.office().candidates(request).total == 2)
    let path = fixture.newPath(".xlsx")
    try await fixture.office().writeTemplate(
      kind: "registrations", sitting: SittingPlan.code, site: "990701", to: path)
    #expect(try SheetReading.sheets(of: path).first == "集体报名信息")
  }

  /// What a change needs to be taken: the moment at which it is, and one at which it is not.
  static let gates: [(kind: String, open: String, shut: String)] = [
    ("registrations", SittingPlan.registrationTime, SittingPlan.arrangementTime),
    ("photos", SittingPlan.registrationTime, SittingPlan.arrangementTime),
    ("rooms", SittingPlan.arrangementTime, SittingPlan.registrationTime),
  ]

  @Test("WIN-04 each import obeys its own window", arguments: gates)
  func windowOfKind(kind: String, open: String, shut: String) async throws {
    let fixture = try await OfficeFixture()
    // A file that is none of its kind: behind the gate it is a file error, before it a refusal.
    let path = try fixture.folder.file("text.txt", Array("text".utf8))
    try fixture.setClock(shut)
    #expect(try await refusal { _ = try await fixture.importing(kind, path) }.reason == .window)
    try fixture.setClock(open)
    #expect(try await fixture.fileError(kind, path).code == .wrongKind)
  }

  @Test("WIN-04 score imports obey the windows for scores where those are set, else none")
  func scoreWindows() async throws {
    let plan = SittingPlan.with {
      $0.setWindow("scoreRegistration", "[2020-11-01 08:00, 2020-11-02 08:00]")
      $0.setWindow("scorePublicity", "[2020-11-03 08:00, 2020-11-04 08:00]")
    }
    let gated = try await OfficeFixture(plan)
    let free = try await OfficeFixture()
    let moments = [
      ("2020-11-01 07:59:59", false), ("2020-11-01 08:00", true), ("2020-11-02 08:00", false),
      ("2020-11-03 08:00", true), ("2020-11-04 08:00", false),
    ]
    for (moment, isOpen) in moments {
      for (fixture, isTaken) in [(gated, isOpen), (free, true)] {
        try fixture.setClock(moment)
        let path = try fixture.csv("准考证号,科目代码,成绩", ["1458990701010001,14,85"])
        let taken = try? await fixture.importing("scores", path)
        #expect((taken != nil) == isTaken, "\(moment)")
      }
    }
  }

  @Test(
    "WIN-05 the payment feed is never gated",
    arguments: ["2019-01-01 00:00", SittingPlan.arrangementTime, "2022-01-01 00:00"])
  func neverGated(moment: String) async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    try fixture.setClock(moment)
    #expect(try await fixture.pay([(Candidate(0).id, "14")]).rows.created == 1)
  }
}
