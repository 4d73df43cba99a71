import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// A student of one site in the roster file of another.
@Suite struct RosterTakeOverTests {
  static let ladder = ["其他", "小学", "初中", "高中", "专科", "本科", "研究生"]

  @Test("ROS-04 the other site's row takes over unless its level of education is lower", arguments: ladder)
  func levels(stored: String) async throws {
    let fixture = try await OfficeFixture()
    let rank = try #require(Self.ladder.firstIndex(of: stored))
    _ = try await fixture.enroll(
      Self.ladder.indices.map { number in Student(number) { $0.person.education = stored } })
    let rows = Self.ladder.enumerated().map { number, level in
      Student(number) { ($0.person.education, $0.sites) = (level, "990703") }
    }
    let refused = try await fixture.enroll(rows, site: "990703") { $0.isDryRun = true }
    #expect(refused.marks == (0..<rank).map { "\(SheetFile.row($0)) 文化程度 ROS-04" })
    let taken = try await fixture.enroll(Array(rows[rank...]), site: "990703")
    #expect(taken.state == "done" && taken.rows.updated == Self.ladder.count - rank)
    let sites = try await fixture.roster().values.map { $0[0] }.sorted()
    #expect(sites == Self.ladder.indices.map { $0 < rank ? "990701" : "990703" })
  }

  @Test("ROS-04 the error names both levels, and the trail the site that lost the student")
  func words() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.enroll([Student(0)])
    let lower = try await fixture.enroll(
      [Student(0) { $0.person.education = "专科" }], site: "990703")
    let message = try #require(lower.first("ROS-04")?.message)
    #expect(message.contains("专科") && message.contains("本科"))

    let equal = [Student(0) { $0.sites = "990703" }]
    let trial = try await fixture.enroll(equal, site: "990703") { $0.isDryRun = true }
    #expect(
      trial.changes?.map { [$0.field, $0.old, $0.new] } == [
        ["考点", "990701", "990703"], ["可报考考点", "990701", "990703"],
      ])
    _ = try await fixture.enroll(equal, site: "990703")
    #expect(
      try await fixture.count("SELECT count(*) FROM trail WHERE record = 'roster' AND rule = 'ROS-04'") == 1)
  }

  @Test("ROS-04 REG-06 a take-over changes nothing of the student's registration")
  func registration() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.enroll([Student(0)])
    _ = try await fixture.register([Candidate(0)])
    let before = try await fixture.stored()
    _ = try await fixture.enroll([Student(0) { $0.person.name = "钱测试" }], site: "990703")
    #expect(try await fixture.stored() == before)
  }
}
