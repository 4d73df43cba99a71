import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// The roster is looked at and cleaned up by query.
@Suite struct RosterManagementTests {
  private func fixture() async throws -> OfficeFixture {
    let fixture = try await OfficeFixture()
    _ = try await fixture.enroll([
      Student(0) { $0.grade = "2016级" }, Student(1) { ($0.grade, $0.person.education) = ("2016级", "专科") },
      Student(2) { $0.sites = "" },
    ])
    _ = try await fixture.enroll([Student(3) { $0.sites = "990703" }], site: "990703")
    return fixture
  }

  private func request(
    _ conditions: [(String, [String])] = [], site: String = "990701"
  ) -> CandidateRequest {
    var request = CandidateRequest(sitting: SittingPlan.code, site: site)
    request.conditions = conditions.map { ($0.0, $0.1) }
    return request
  }

  private func found(
    _ fixture: OfficeFixture, _ request: CandidateRequest, as user: String = "site990701"
  ) async throws -> [String] {
    try await fixture.office(user).students(request).map(\.documentNumber)
  }

  private func ids(_ numbers: Int...) -> [String] { numbers.map { Student($0).id }.sorted() }

  @Test("ROS-02 students are found by heading or field, by code or name, at any time")
  func query() async throws {
    let fixture = try await fixture()
    try fixture.setClock("2022-01-01 00:00")
    #expect(try await found(fixture, request([("年级", ["2016级"])])) == ids(0, 1))
    #expect(try await found(fixture, request([("education", ["专科"])])) == ids(1))
    #expect(try await found(fixture, request([("grade", ["2016级"]), ("education", ["5", "6"])])) == ids(0))
    #expect(try await found(fixture, request([("registersAt", ["990703"])])) == ids(2))
    await #expect(throws: UnknownField.self) { _ = try await found(fixture, request([("邮箱", ["a"])])) }
  }

  @Test("ORG-02 a site sees its own students, an organisation above those of all its sites")
  func scope() async throws {
    let fixture = try await fixture()
    #expect(try await found(fixture, request(site: "990703")) == [])
    #expect(try await found(fixture, request(site: "99"), as: "prov99") == ids(0, 1, 2) + ids(3))
    #expect(try await fixture.office().students(request()).first?.sites == ["990701"])
    let refused = try await refusal {
      _ = try await fixture.office().deleteStudents(request(site: "990703"))
    }
    #expect(refused.reason == .scope)
  }

  @Test("ROS-06 OPS-02 a deletion goes into the trail with the last values, and the site lists go along")
  func deletion() async throws {
    let fixture = try await fixture()
    #expect(try await fixture.office().deleteStudents(request([("grade", ["2016级"])])) == 2)
    #expect(try await fixture.roster().keys.sorted() == ids(2, 3))
    #expect(try await fixture.count("SELECT count(*) FROM roster_site") == 1)
    let trail = try await fixture.database.read { session in
      try session.all(
        "SELECT record_key, member FROM trail WHERE record = 'roster' AND action = 'removed' ORDER BY 1"
      ) {
        [$0.text(0), $0.text(1)]
      }
    }
    #expect(trail == ids(0, 1).map { [$0, "site990701"] })
    #expect(try await fixture.office().verifyTrail().intact)
  }

  @Test("WIN-04 outside the roster window nothing is deleted; a viewer deletes nothing at all")
  func gates() async throws {
    let fixture = try await fixture()
    let viewer = try await refusal { _ = try await fixture.office("view990701").deleteStudents(request()) }
    #expect(viewer.reason == .viewer)
    try fixture.setClock("2020-09-01 00:00")
    let late = try await refusal { _ = try await fixture.office().deleteStudents(request()) }
    #expect(late.reason == .window)
    #expect(try await fixture.roster().count == 4)
  }
}
