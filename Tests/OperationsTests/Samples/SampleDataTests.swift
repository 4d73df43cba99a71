import Exports
import Files
import Foundation
import Imports
import Operations
import Tabular
import Testing

/// Every sample with an expected outcome, imported as a person would.
@Suite struct SampleDataTests {
  struct Expected: Decodable {
    struct Finding: Decodable {
      var rule: String
      var row: Int
      var column: String?
    }

    var state: String
    var read: Int
    var findings: [Finding]

    /// As `ImportResult.marks`; what is found in an archive has no column of its own.
    var marks: [String] { findings.map { "\($0.row) \($0.column ?? "照片文件名") \($0.rule)" } }
  }

  private static let kinds = ["registrations", "photos"] + afterExam
  /// The kinds whose rows name ticket numbers.
  private static let afterExam = ["violations", "mailings"]

  /// The samples by their place below `SampleData/ncre`.
  static let cases: [String] = kinds.flatMap { kind in
    let folder = Shipped.samples.appending(path: "ncre/\(kind)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/expected.json").path)
    }.map { "\(kind)/\($0)" }
  }
  // The faces of these are found by OpenCV only.
  .filter { $0 != checkedPhotos || PortraitFile.canFindFaces }

  private static let checkedPhotos = "photos/checked"

  @Test("there are samples of each kind")
  func samples() {
    #expect(Self.cases.count >= 5)
    #expect(Set(Self.cases.map { String($0.prefix { $0 != "/" }) }) == Set(Self.kinds))
  }

  @Test("REG-15 PHO-02 VIO-01 MAI-01 ERR-03 every sample is found to be exactly what it is", arguments: cases)
  func sample(place: String) async throws {
    let fixture = try await fixture()
    // All but two cases build on the site's registrations.
    if place != "registrations/good", place != "registrations/faulty" {
      #expect(try await importing("registrations/good", fixture).state == "done")
    }
    if Self.afterExam.contains(where: { place.hasPrefix($0) }) { try await endExam(fixture) }
    let expected = try expected(place)
    let result = try await importing(place, fixture)
    #expect(result.state == expected.state)
    #expect(result.rows.read == expected.read && result.rows.isBalanced)
    #expect(result.marks == expected.marks)
    #expect(result.rows.failed == Set(expected.findings.map(\.row)).count)
  }

  @Test("REG-07 CAN-02 the sample's locked candidates are found, and taken once they are unlocked")
  func locked() async throws {
    let fixture = try await fixture()
    _ = try await importing("registrations/good", fixture)
    var request = CandidateRequest(sitting: SittingPlan.code, site: "990701")
    request.numbersPath = Shipped.samples.appending(path: "ncre/registrations/override/locked.txt").path
    #expect(try await fixture.office().setLock(true, request) == 3)
    let refused = try await importing("registrations/override", fixture)
    #expect(refused.state == "refused" && refused.findings.map(\.rule) == ["REG-07", "REG-07", "REG-07"])
    #expect(try await fixture.office().setLock(false, request) == 3)
    #expect(try await importing("registrations/override", fixture).rows.updated == 27)
  }

  private func fixture() async throws -> OfficeFixture {
    let path = Shipped.samples.appending(path: "ncre/sitting/ncre-58.yaml").path
    let file = try FileSource(path: path)
    let fixture = try await OfficeFixture(nil)
    let load = try await fixture.loadSitting(
      String(decoding: try file.bytes(in: 0..<file.count), as: UTF8.self))
    #expect(load.isLoaded)
    return fixture
  }

  private func importing(_ place: String, _ fixture: OfficeFixture) async throws -> ImportResult {
    let kind = String(place.prefix { $0 != "/" })
    let folder = Shipped.samples.appending(path: "ncre/\(place)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let file = try #require(files.first { $0.hasPrefix("\(kind).") })
    return try await fixture.importing(kind, folder.appending(path: file).path) {
      $0.overrides = place == "registrations/override"
      $0.checksPortraits = place == Self.checkedPhotos
    }
  }

  /// Gives the tickets that the samples name.
  private func endExam(_ fixture: OfficeFixture) async throws {
    try await fixture.execute(SampleWalk.givingTickets)
    try fixture.setClock("2020-10-09 10:00")
  }

  private func expected(_ place: String) throws -> Expected {
    let url = Shipped.samples.appending(path: "ncre/\(place)/expected.json")
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: url))
  }
}
