import Imports
import Operations
import Testing

@Suite struct ScoreWindowTests {
  /// What the windows say of a moment: whether an import is let in.
  private func isOpen(_ windows: [String], _ now: String) async throws -> Bool {
    let candidate = TestCandidate.number(1, ["14"])
    let fixture = try await SeatingFixture.afterExam([candidate], SittingText(moreWindows: windows))
    fixture.setClock(now)
    do {
      let result = try await fixture.importScores([ScoreSheet.line(1, candidate, "14", "50,0,,,")])
      return result.state == "done"
    } catch let refusal as Refusal {
      #expect(refusal.reason == .window)
      return false
    }
  }

  private static let registration = "scoreRegistration: [2020-10-10 08:00, 2020-10-20 08:00]"
  private static let publicity = "scorePublicity: [2020-11-01 08:00, 2020-11-10 08:00]"

  @Test("WIN-03 without score windows, scores are not gated")
  func ungated() async throws {
    #expect(try await isOpen([], "2020-08-01T00:00:00+08:00"))
  }

  @Test(
    "WIN-06 where score registration is set, scores are taken inside it only",
    arguments: [
      ("2020-10-10T07:59:59+08:00", false), ("2020-10-10T08:00:00+08:00", true),
      ("2020-10-20T07:59:59+08:00", true), ("2020-10-20T08:00:00+08:00", false),
    ])
  func registration(now: String, expected: Bool) async throws {
    #expect(try await isOpen([Self.registration], now) == expected)
  }

  @Test(
    "SCO-06 scores are corrected while they are public, and locked for good afterwards",
    arguments: [
      ("2020-10-15T08:00:00+08:00", true), ("2020-10-25T08:00:00+08:00", false),
      ("2020-11-05T08:00:00+08:00", true), ("2020-11-10T08:00:00+08:00", false),
    ])
  func publicity(now: String, expected: Bool) async throws {
    #expect(try await isOpen([Self.registration, Self.publicity], now) == expected)
  }
}
