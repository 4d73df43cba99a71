import Exports
import Files
import Foundation
import Imports
import Operations
import Tabular
import Testing

/// The samples of rosters, feeds, decisions, corrections, arrangements and archives, each imported when and where it can be.
@Suite struct FeedSampleTests {
  /// The kinds whose samples are walked, and what must be there before.
  static let kinds = [
    "roster", "individual", "audit", "corrections", "arrangement", "mock-report", "exception-files",
  ]
  private static let needRegistrations = ["audit", "corrections", "arrangement"]

  /// The samples by their place below `SampleData/ncre`.
  static let cases = kinds.flatMap { kind in
    let folder = Shipped.samples.appending(path: "ncre/\(kind)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { "\(kind)/\($0)" }
  }

  @Test("there is a sample of each kind")
  func samples() {
    #expect(Set(Self.cases.map { String($0.prefix { $0 != "/" }) }) == Set(Self.kinds))
  }

  @Test(
    "ROS-01 CAN-07 AUD-02 CCP-02 ARR-07 MOC-01 EXC-01 every sample is found to be exactly what it is",
    arguments: cases)
  func sample(place: String) async throws {
    let kind = String(place.prefix { $0 != "/" })
    let fixture = try await fixture(kind)
    if Self.needRegistrations.contains(kind) {
      let path = Shipped.samples.appending(path: "ncre/registrations/good/registrations.zip").path
      #expect(try await fixture.importing("registrations", path).state == "done")
    }
    if kind == "arrangement" { try await prepareRooms(fixture) }
    if kind == "corrections" { try fixture.setClock("2020-10-09 10:00") }
    let folder = Shipped.samples.appending(path: "ncre/\(place)")
    let expected = try JSONDecoder().decode(
      SampleDataTests.Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let file = try #require(names.first { $0.hasPrefix(kind) })
    let result = try await fixture.importing(kind, folder.appending(path: file).path)
    #expect(result.state == expected.state)
    #expect(result.rows.read == expected.read && result.rows.isBalanced)
    #expect(result.marks == expected.marks)
  }

  /// Has everybody paid, and adds the rooms of the samples.
  private func prepareRooms(_ fixture: OfficeFixture) async throws {
    try await fixture.execute("UPDATE entry SET paid = 'collective'")
    try fixture.setClock(SittingPlan.arrangementTime)
    let path = Shipped.samples.appending(path: "ncre/rooms/main/rooms.xlsx").path
    #expect(try await fixture.importing("rooms", path).state == "done")
  }

  /// The sample sitting; audits are decided where they are required.
  private func fixture(_ kind: String) async throws -> OfficeFixture {
    let path = Shipped.samples.appending(path: "ncre/sitting/ncre-58.yaml").path
    let file = try FileSource(path: path)
    var text = String(decoding: try file.bytes(in: 0..<file.count), as: UTF8.self)
    if kind == "audit" { text = text.replacing("auditRequired: false", with: "auditRequired: true") }
    let fixture = try await OfficeFixture(nil)
    #expect(try await fixture.loadSitting(text).isLoaded)
    return fixture
  }
}
