import Files
import Foundation
import TestKit
import Testing

/// The night through the command: what it prints, its exit statuses, signals and kills.
@Suite(.serialized) struct NightlyTests {
  @Test(
    "SCO-09 kill -9 at random moments: every file ends in done exactly once, and the scores are those of an undisturbed night",
    arguments: [9 as UInt64, 40, 41])
  func kills(_ seed: UInt64) async throws {
    let scene = try await NightScene(files: 20, rows: 20)
    try await scene.reset()
    let full = try await scene.fixture.run(scene.call())
    try #require(full.status == 0, "\(full.screen)")
    let (scores, takings) = (try await scene.scores(), try await scene.takings())
    try #require(scores.count == 400 && takings.count == 20)

    try await scene.reset()
    var random = SeededGenerator(seed: seed)
    var killed = 0
    for _ in 1...40 where try scene.names(in: "done").count < scene.names.count {
      // Work is waited for and not a time, so that a busy machine is met in the midst of it, too.
      let wanted = try scene.names(in: "done").count + Int.random(in: 0...3, using: &random)
      let started = try scene.fixture.start(scene.call())
      while try scene.names(in: "done").count < wanted, started.isRunning {
        try await Task.sleep(for: .milliseconds(2))
      }
      started.signal(SIGKILL, after: .milliseconds(Int.random(in: 0...30, using: &random)))
      let run = try await started.end()
      if run.status != 0 { killed += 1 }
      // A file is in one place at any moment.
      let places = try ["", "done", "failed"].flatMap { try scene.names(in: $0) }
      #expect(places.filter(scene.names.contains).sorted() == scene.names)
    }
    // A test that never meets a running night would prove nothing.
    #expect(killed > 0)
    let last = try await scene.fixture.run(scene.call())
    #expect(last.status == 0, "\(last.screen)")
    #expect(try scene.names(in: "done") == scene.names)
    #expect(try scene.names(in: "") == ["done", "failed", "reports"])
    #expect(try scene.names(in: "failed").isEmpty)
    #expect(try await scene.scores() == scores)
    #expect(try await scene.takings() == takings)
    // Each has its report, although some runs were killed before they could write it.
    #expect(try scene.names(in: "reports").count { $0.contains("-scores-") && $0.hasSuffix(".xlsx") } >= 20)
  }

  @Test("SCO-09 --json prints one object; status 0 where all was taken, 1 where a file failed")
  func summary() async throws {
    let scene = try await NightScene(files: 2, rows: 3)
    try await scene.reset()
    let good = try await scene.fixture.run(scene.call() + ["--json"])
    #expect(good.status == 0, "\(good.screen)")
    #expect(
      try good.keys() == [
        "inbox", "startedAt", "endedAt", "taken", "done", "failed", "waiting", "vanished", "ignored",
        "stopped",
      ])
    #expect(try good.object()["taken"] as? Int == 2)
    #expect(
      try good.keys("done") == [
        "file", "movedTo", "kind", "sitting", "site", "job", "rows", "alreadyTaken", "report",
      ])
    try scene.drop("bad.csv", ["1458990701019999,甲,,14,80,2,,,"])
    let bad = try await scene.fixture.run(scene.call() + ["--json"])
    #expect(bad.status == 1)
    #expect(
      try bad.keys("failed").isSuperset(of: ["file", "movedTo", "reason", "rule", "findingsTotal", "report"]))
    let text = try await scene.fixture.run(scene.call())
    #expect(text.status == 0 && text.output == "接收 0 个文件，内容以前接收过 0 个，失败 0 个，留待下次 0 个。\n")
  }

  @Test("SCO-09 with nothing said, files must lie still for ten seconds: those just dropped are waited for")
  func settles() async throws {
    let scene = try await NightScene(files: 1, rows: 3)
    try await scene.reset()
    let clock = ContinuousClock()
    let began = clock.now
    let run = try await scene.fixture.run(scene.call(["--once", "--json"]))
    #expect(run.status == 0)
    #expect(try run.object()["taken"] as? Int == 1)
    // The file was written just before, so most of the ten seconds were still to come.
    #expect(clock.now - began > .seconds(5))
  }

  @Test(
    "SCO-09 a drop folder that is not there ends with 3, one that cannot be used with 5, the store in it with 2"
  )
  func statuses() async throws {
    let scene = try await NightScene(files: 1, rows: 3)
    #expect(try await scene.fixture.run(scene.call()).status == 3)
    try await scene.reset()
    _ = FileManager.default.createFile(atPath: scene.inbox + "/done", contents: nil)
    #expect(try await scene.fixture.run(scene.call()).status == 5)
    #expect(try scene.names(in: "").contains(scene.names[0]))
    let call = ["nightly", "--inbox", scene.fixture.folder.url.path, "--once", "--settle", "0"]
    #expect(try await scene.fixture.run(call).status == 2)
    #expect(try await scene.fixture.run(["nightly"]).status == 2)
    #expect(try await scene.fixture.run(scene.call(["--once", "--settle=-1"])).status == 2)
  }

  @Test("SCO-09 watching: a second job is refused with 4; SIGTERM ends it with 0 and one JSON object")
  func watching() async throws {
    let scene = try await NightScene(files: 2, rows: 3)
    try await scene.reset()
    let watching = try scene.fixture.start(scene.call(["--settle", "0", "--every", "0.1", "--json"]))
    while try scene.names(in: "done").count < 2, watching.isRunning {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try await scene.fixture.run(scene.call()).status == 4)
    watching.signal(SIGTERM)
    let run = try await watching.end()
    #expect(run.status == 0, "\(run.screen)")
    #expect(try run.object()["taken"] as? Int == 2)
    #expect(try run.object()["stopped"] as? Bool == true)
  }

  @Test("SCO-09 SIGTERM in the midst: the file that was begun is finished, the others wait, status 130")
  func stopped() async throws {
    let scene = try await NightScene(files: 20, rows: 20)
    try await scene.reset()
    let started = try scene.fixture.start(scene.call() + ["--json"])
    while try scene.names(in: "done").isEmpty, started.isRunning {
      try await Task.sleep(for: .milliseconds(5))
    }
    started.signal(SIGTERM)
    let run = try await started.end()
    #expect(run.status == 130, "\(run.screen)")
    let (done, left) = (try scene.names(in: "done"), try scene.names(in: "").filter(scene.names.contains))
    #expect(done + left == scene.names && !done.isEmpty && !left.isEmpty)
    #expect(try run.object()["taken"] as? Int == done.count)
    #expect(try await scene.scores().count == done.count * 20)
    #expect(try await scene.fixture.run(scene.call()).status == 0)
    #expect(try await scene.scores().count == 400)
  }

  /// Whoever may read everything runs the command as somebody who may not, where the machine has the tool for it.
  private static let setpriv = "/usr/bin/setpriv"
  private static let canBeRefused =
    geteuid() != 0 || FileManager.default.isExecutableFile(atPath: setpriv)

  @Test("SCO-09 a file that may not be read fails, and the others are taken", .enabled(if: canBeRefused))
  func unreadable() async throws {
    let scene = try await NightScene(files: 2, rows: 3)
    try await scene.reset()
    for path in [scene.fixture.folder.url.path, scene.inbox] { try #require(chmod(path, 0o777) == 0) }
    try #require(chmod(scene.fixture.path("kaowu.sqlite"), 0o666) == 0)
    try #require(chmod("\(scene.inbox)/\(scene.names[0])", 0) == 0)
    let words = [CommandFixture.command.path] + scene.call() + ["--json"]
    let asNobody = [Self.setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"]
    let call = geteuid() == 0 ? asNobody + words : words
    let run = try await StartedCommand(
      URL(filePath: call[0]), Array(call.dropFirst()), in: scene.fixture.folder.url, environment: [:]
    ).end()
    #expect(run.status == 1, "\(run.screen)")
    #expect(try scene.names(in: "done") == [scene.names[1]])
    #expect(try scene.names(in: "failed") == [scene.names[0], scene.names[0] + ".txt"])
  }
}
