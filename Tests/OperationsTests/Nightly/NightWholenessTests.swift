import Foundation
import Imports
import Operations
import Synchronization
import Tabular
import Testing

@Suite struct NightWholenessTests {
  @Test("SCO-09 a file that grows while it is watched is not taken; when it rests it is")
  func growing() async throws {
    let fixture = try await DropFixture()
    try fixture.drop("a.csv", [ScoreSheet.headings])
    try fixture.dropScores("b.csv", 3...3)
    let writer = GrowingFile(fixture.path("a.csv"))
    let summary = try await fixture.night(settle: 2)
    writer.stop()
    #expect(summary.done.map(\.file) == ["b.csv"])
    #expect(summary.waiting.map(\.file) == ["a.csv"])
    #expect(try fixture.waiting() == ["a.csv"])
    try fixture.dropScores("a.csv", 1...2)
    #expect(try await fixture.night(settle: 0.5).done.map(\.file) == ["a.csv"])
  }

  @Test(
    "SCO-09 a .done file beside a file says that it is whole, under either name, and goes with it",
    arguments: [
      "a.csv.done", "a.done",
    ])
  func marker(_ name: String) async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...2)
    try fixture.drop(name, [])
    #expect(try await fixture.night(settle: 86_400).done.map(\.file) == ["a.csv"])
    #expect(try fixture.names() == ["done", "failed", "reports"])
    #expect(try fixture.names("done") == ["a.csv"])
  }

  @Test("SCO-09 a .done file that is older than the content does not count, and is no file to take")
  func oldMarker() async throws {
    let fixture = try await DropFixture()
    try fixture.drop("a.csv.done", [])
    try await Task.sleep(for: .milliseconds(50))
    try fixture.dropScores("a.csv", 1...2)
    let night = Task { try await fixture.night(settle: 86_400) }
    try await Task.sleep(for: .milliseconds(200))
    night.cancel()
    let summary = try await night.value
    #expect(summary.isStopped && summary.done.isEmpty && summary.failed.isEmpty)
    #expect(try fixture.waiting() == ["a.csv", "a.csv.done"])
  }

  @Test(
    "SCO-09 names of files being sent are left alone until they are renamed",
    arguments: [
      "a.csv.part", "a.csv.tmp", ".a.csv", "a.csv.filepart",
    ])
  func renamed(_ name: String) async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores(name, 1...2)
    #expect(try await fixture.night().isEmpty)
    try FileManager.default.moveItem(atPath: fixture.path(name), toPath: fixture.path("a.csv"))
    #expect(try await fixture.night().taken == 1)
  }

  @Test("SCO-09 links, folders and pipes are never followed")
  func specials() async throws {
    let fixture = try await DropFixture()
    let outside = try fixture.site.write(
      "outside.csv", [ScoreSheet.headings, fixture.scoreLine(1)].joined(separator: "\n"))
    try FileManager.default.createSymbolicLink(atPath: fixture.path("link.csv"), withDestinationPath: outside)
    try FileManager.default.createDirectory(atPath: fixture.path("sub"), withIntermediateDirectories: false)
    try fixture.dropScores("sub/a.csv", 2...2)
    try #require(mkfifo(fixture.path("pipe.csv"), 0o600) == 0)
    let summary = try await fixture.night()
    #expect(summary.isEmpty)
    #expect(summary.ignored.map(\.file) == ["link.csv", "pipe.csv", "sub"])
    #expect(try fixture.waiting() == ["link.csv", "pipe.csv", "sub"])
    #expect(try await fixture.scores().isEmpty)
  }

  @Test(
    "SCO-09 a file that vanishes and one that changes while another is taken are told of, and nothing fails")
  func vanishing() async throws {
    let fixture = try await DropFixture()
    for (name, entry) in [("a.csv", 1), ("b.csv", 2), ("c.csv", 3)] {
      try fixture.dropScores(name, entry...entry)
    }
    let (gone, grown) = (fixture.path("b.csv"), fixture.path("c.csv"))
    let office = fixture.office {
      unlink(gone)
      if let file = FileHandle(forWritingAtPath: grown) {
        file.seekToEndOfFile()
        file.write(Data("\r\n".utf8))
      }
    }
    let summary = try await fixture.night(office: office)
    #expect(summary.done.map(\.file) == ["a.csv"])
    #expect(summary.vanished == ["b.csv"])
    #expect(summary.waiting.map(\.file) == ["c.csv"])
    #expect(summary.failed.isEmpty && summary.error == nil)
    #expect(try await fixture.night().done.map(\.file) == ["c.csv"])
  }

  @Test(
    "SCO-09 a file that is replaced while it is taken: what was taken is whole, the new content has its own turn"
  )
  func replaced() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...1)
    let (path, text) = (
      fixture.path("a.csv"), [ScoreSheet.headings, fixture.scoreLine(2)].joined(separator: "\r\n")
    )
    let office = fixture.office { try? text.write(toFile: path, atomically: true, encoding: .utf8) }
    let summary = try await fixture.night(office: office)
    #expect(summary.done.map(\.movedTo) == [nil])
    #expect(try await fixture.scores() == ["1 8500 2"])
    #expect(try await fixture.night().done.map(\.movedTo) == ["done/a.csv"])
    #expect(try await fixture.scores() == ["1 8500 2", "2 8500 2"])
  }

  @Test("SCO-09 a run that is asked to stop finishes the file that it has begun and leaves the others")
  func stopped() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...1)
    try fixture.dropScores("b.csv", 2...2)
    let running = Mutex<Task<NightlySummary, any Error>?>(nil)
    let office = fixture.office { running.withLock { $0?.cancel() } }
    let task = running.withLock { held in
      let task = Task { try await fixture.night(office: office) }
      held = task
      return task
    }
    let summary = try await task.value
    #expect(summary.isStopped && summary.done.map(\.file) == ["a.csv"])
    #expect(summary.waiting.map(\.file) == ["b.csv"])
    #expect(try await fixture.jobs() == ["scores done a.csv"])
    #expect(try await fixture.night().done.map(\.file) == ["b.csv"])
  }

  @Test("SCO-09 watching takes what comes; a second job at the same drop folder is refused until it ends")
  func watching() async throws {
    let fixture = try await DropFixture()
    let request = NightlyRequest(inbox: fixture.inbox, settle: 0, language: .en)
    let watch = Task { try await fixture.site.office().watch(request, every: 0.02) { _ in } }
    for entry in 1...3 {
      try fixture.dropScores("\(entry).csv.part", entry...entry)
      try FileManager.default.moveItem(
        atPath: fixture.path("\(entry).csv.part"), toPath: fixture.path("\(entry).csv"))
      while !fixture.exists("done/\(entry).csv") { try await Task.sleep(for: .milliseconds(10)) }
    }
    await #expect(throws: Refusal.self) { try await fixture.night() }
    watch.cancel()
    let summary = try await watch.value
    #expect(summary.isStopped && summary.done.map(\.file) == ["1.csv", "2.csv", "3.csv"])
    #expect(summary.error == nil)
    #expect(try await fixture.night().isEmpty)
  }
}

/// A file to which a thread adds a line every few milliseconds.
private final class GrowingFile: Sendable {
  private let isStopped = Mutex(false)
  private let ended = DispatchSemaphore(value: 0)

  init(_ path: String) {
    Thread.detachNewThread { [self] in
      while !isStopped.withLock(\.self) {
        if let file = FileHandle(forWritingAtPath: path) {
          file.seekToEndOfFile()
          file.write(Data(",".utf8))
          try? file.close()
        }
        Thread.sleep(forTimeInterval: 0.02)
      }
      ended.signal()
    }
  }

  func stop() {
    isStopped.withLock { $0 = true }
    ended.wait()
  }
}
