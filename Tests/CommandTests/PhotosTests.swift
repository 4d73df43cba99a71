import Foundation
import Testing

/// `kaowu photos check` and `kaowu import photos --check-id-photo`.
@Suite struct PhotosTests {
  private static let samples = CommandFixture.package.appending(path: "SampleData/ncre")

  /// A store with the sample's registrations, and the import of its portraits.
  private func imported(_ options: [String]) async throws -> (fixture: CommandFixture, run: CommandRun) {
    let fixture = try CommandFixture()
    _ = try await fixture.run(["init", "--allow-clock"])
    let samples = Self.samples
    let load = try await fixture.run(
      ["sitting", "load", samples.appending(path: "sitting/ncre-58.yaml").path])
    try #require(load.status == 0)
    func take(_ kind: String, _ file: String, _ more: [String]) async throws -> CommandRun {
      let path = samples.appending(path: "\(kind)/\(file)").path
      return try await fixture.run(
        ["import", kind, path], now: CommandFixture.registering, more + ["--json"])
    }
    try #require(try await take("registrations", "good/registrations.zip", []).status == 0)
    return (fixture, try await take("photos", "checked/photos.zip", options))
  }

  private struct Checked: Decodable, Equatable {
    var matched: Int
    var relinked: Int
    var unmatched: [String]
    var deleted: Int
  }

  @Test(
    "PHO-06 --check-id-photo finds what is no ID photo; faces only where OpenCV is, and says so where it is not"
  )
  func checksPortraits() async throws {
    let run = try await imported(["--check-id-photo"]).run
    #expect(run.status == 1)
    let findings = try #require(try run.object()["findings"] as? [[String: Any]])
    let rules = findings.compactMap { $0["rule"] as? String }
    let ofPixels = ["background", "blank", "blurred", "colour"].map { "PHO-06.\($0)" }
    let ofFaces = ["none", "place", "several", "size"].map { "PHO-06.\($0)" }
    let isWithoutFaces = rules.contains("PHO-06.detector")
    #expect(rules.sorted() == (isWithoutFaces ? ofPixels + ["PHO-06.detector"] : ofPixels + ofFaces).sorted())
  }

  @Test("PHC-01 PHC-03 photos check prints what was found and done, as JSON and in words")
  func check() async throws {
    let (fixture, run) = try await imported([])
    #expect(run.status == 0)
    let call = ["photos", "check"]
    let first = try await fixture.run(call, now: CommandFixture.afterExam, ["--json"])
    #expect(first.status == 0)
    #expect(try first.decoded(Checked.self) == Checked(matched: 20, relinked: 0, unmatched: [], deleted: 0))
    #expect(Set(try first.object().keys) == ["matched", "relinked", "unmatched", "deleted"])
    let words = try await fixture.run(call, now: CommandFixture.afterExam, ["--delete-unmatched"])
    #expect(words.output.contains("共 20 张照片：已匹配 20，重新关联 0，未匹配 0。"))
    #expect(words.output.contains("已删除 0 张未匹配的照片。"))
    let stranger = try await fixture.run(call, now: CommandFixture.afterExam, ["--as", "nobody"])
    #expect(stranger.status == 4)
  }
}
