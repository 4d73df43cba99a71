import Files
import Operations
import Storage
import Tabular
import Testing

/// Stations are applied for and approved before they have rooms.
@Suite struct StationTests {
  private static let sitting = OnePlusXFixture.sitting
  private static let station = OnePlusXFixture.station
  private static let headings = ["考场号", "考场地址", "座位数", "批次号", "日期", "开始时间", "结束时间"]
  private static let room = ["01", "测试路1号101", "40", "1", "2020-12-19", "08:30", "10:00"]

  private func importRooms(_ fixture: OnePlusXFixture) async throws -> String {
    try await fixture.importing("rooms", Self.headings, [Self.room], site: Self.station).state
  }

  @Test("ORG-08 a station has no rooms before its application is approved, and then it has")
  func rooms() async throws {
    let fixture = try await OnePlusXFixture(now: OnePlusXFixture.roomTime)
    for state in ["还没有申报", "正在等待审批"] {
      let refused = try await refusal { _ = try await importRooms(fixture) }
      #expect(refused.rule == "ORG-08" && refused.reason == .precondition)
      #expect(refused.wording.zh.contains(state) && refused.wording.zh.contains("kaowu stations apply"))
      let arranged = try await refusal {
        _ = try await fixture.office().arrange(sitting: Self.sitting, site: Self.station)
      }
      #expect(arranged.rule == "ORG-08")
      var byHand = RoomsRequest(
        sitting: Self.sitting, site: Self.station, rooms: ["01"], dates: ["2020-12-19"],
        times: [.init(start: "08:30", end: "10:00")])
      (byHand.address, byHand.seats) = ("测试路1号101", "40")
      let request = byHand
      let added = try await refusal { _ = try await fixture.office().addRooms(request, in: .zh) }
      #expect(added.rule == "ORG-08")
      _ = try? await fixture.office().applyForStation(fixture.request())
    }
    #expect(try await fixture.store.count("SELECT count(*) FROM room") == 0)
    _ = try await fixture.office("body").decideStation(
      .approved, sitting: Self.sitting, site: Self.station)
    #expect(try await importRooms(fixture) == "done")
    #expect(try await fixture.store.count("SELECT count(*) FROM room") == 1)
  }

  @Test("ORG-08 only a user of the assessment body decides, once; a viewer and a school do not")
  func whoDecides() async throws {
    let fixture = try await OnePlusXFixture()
    #expect(try await fixture.office().applyForStation(fixture.request()).isDone)
    func decide(_ user: String, _ state: StationRecord.State = .approved) async throws {
      _ = try await fixture.office(user).decideStation(
        state, sitting: Self.sitting, site: Self.station, reason: "机房不足")
    }
    let school = try await refusal { try await decide("school990001") }
    #expect(school.rule == "ORG-08" && school.wording.zh.contains("培训评价组织"))
    #expect(try await refusal { try await decide("view990001") }.reason == .viewer)
    #expect(try await refusal { try await decide("school990002") }.reason == .scope)
    try await decide("body", .rejected)
    #expect(try await refusal { try await decide("body") }.wording.zh.contains("已驳回"))
    // Whoever was rejected applies anew; what is decided for good stays.
    #expect(try await fixture.office().applyForStation(fixture.request()).isDone)
    try await decide("body")
    #expect(try await refusal { try await decide("body", .rejected) }.rule == "ORG-08")
    let again = try await refusal { _ = try await fixture.office().applyForStation(fixture.request()) }
    #expect(again.wording.zh.contains("已批准"))
  }

  @Test("ORG-08 OPS-02 the list tells the application, and the trail each of its changes")
  func listAndTrail() async throws {
    let fixture = try await OnePlusXFixture()
    let before = try await fixture.store.trailLength()
    _ = try await fixture.office().applyForStation(fixture.request())
    _ = try await fixture.office("body").decideStation(
      .rejected, sitting: Self.sitting, site: Self.station, reason: "机房不足")
    let station = try #require(
      try await fixture.office().stations(sitting: Self.sitting, site: "990001").first)
    #expect(station.state == .rejected && station.reason == "机房不足" && station.decidedBy == "body")
    #expect(station.certificates.map(\.title) == ["测试系统运维 中级", "测试系统运维 初级"])
    #expect(station.region == "110108" && station.contactPhone == "13800000000")
    #expect(try await fixture.office("school990002").stations(sitting: Self.sitting, site: "").isEmpty)
    let trail = try await fixture.store.trail(after: before).map(\.change)
    #expect(trail.map(\.action) == [.created, .changed])
    #expect(trail.last?.line == "changed station 99000101: state pending→rejected, reason →机房不足")
    #expect(trail.allSatisfy { $0.rule == "ORG-08" })
  }

  @Test("ORG-08 region, contact and certificates are checked together, and nothing is kept")
  func faults() async throws {
    let fixture = try await OnePlusXFixture()
    var request = fixture.request()
    (request.name, request.region, request.contactPhone) = (" ", "000000", "010-12345678")
    (request.contactEmail, request.certificates) = ("someone", ["测试系统运维 高级"])
    let edit = try await fixture.office().applyForStation(request)
    #expect(
      edit.findings.map { "\($0.place.column ?? "") \($0.rule)" } == [
        "--name ORG-01.name", "--region ORG-08.region", "--phone ORG-08.phone", "--email FMT.email",
        "--certificate ORG-08.certificate",
      ])
    #expect(try await fixture.office().stations(sitting: Self.sitting, site: "").isEmpty)
    request = fixture.request()
    request.certificates = []
    #expect(
      try await fixture.office().applyForStation(request).findings.map(\.rule) == ["ORG-08.certificate"])
  }

  @Test("ORG-08 the evidence file is kept with its hash and comes back as it was sent")
  func evidence() async throws {
    let fixture = try await OnePlusXFixture()
    let bytes = Array("%PDF-1.4\n测试材料\n".utf8)
    var request = fixture.request()
    request.evidencePath = try fixture.store.folder.file("材料.pdf", bytes)
    let edit = try await fixture.office().applyForStation(request)
    #expect(edit.record.evidence?.bytes == bytes.count && edit.record.evidence?.sha256.count == 64)
    let path = fixture.store.folder.path("回来.pdf")
    _ = try await fixture.office("body").saveEvidence(sitting: Self.sitting, site: Self.station, to: path)
    #expect(try fixture.store.folder.bytes("回来.pdf") == bytes)
    var picture = fixture.request("99000102")
    picture.evidencePath = try fixture.store.folder.file("材料.txt", Array("随便写写".utf8))
    let error = await #expect(throws: FileError.self) {
      _ = try await fixture.office().applyForStation(picture)
    }
    #expect(error?.code == .wrongKind)
    let none = try await refusal {
      _ = try await fixture.office().saveEvidence(sitting: Self.sitting, site: "99000102", to: path)
    }
    #expect(none.rule == "ORG-08")
  }

  @Test("ORG-08 stations alone are applied for, and only where the programme asks for it")
  func place() async throws {
    let fixture = try await OnePlusXFixture()
    let school = try await refusal {
      _ = try await fixture.office().applyForStation(fixture.request("990001"))
    }
    #expect(school.wording.zh.contains("不是考核站点"))
    let other = try await OfficeFixture()
    var request = fixture.request("990701")
    request.sitting = SittingPlan.code
    let request2 = request
    let refused = try await refusal { _ = try await other.office().applyForStation(request2) }
    #expect(refused.rule == "ORG-08" && refused.wording.zh.contains("不需要申报"))
  }
}
