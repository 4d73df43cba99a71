import Imports
import Operations
import Storage
import Synchronization
import Tabular
import Testing

/// Stopping queued jobs, and workers.
@Suite struct QueueCancelTests {
  @Test("OPS-06 a job that waits is cancelled at once, and can be queued again")
  func waiting() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(1))
    try await scene.queue((5..<7).map { Candidate($0) })
    let cancelled = try await scene.office("site990701").cancelJob(1, in: .zh)
    #expect(cancelled.state == "cancelled" && cancelled.queue == nil)
    #expect(try await scene.count("SELECT jobs FROM lane") == 1)
    try await scene.drain()
    #expect(scene.recorder.words == ["took 2", "done 2"])
    #expect(try await refusal { _ = try await scene.office().cancelJob(2, in: .zh) }.rule == "OPS-03")
    #expect(try await refusal { _ = try await scene.office().retryJob(2, in: .zh) }.rule == "OPS-03")
    #expect(try await refusal { _ = try await scene.office().cancelJob(77, in: .zh) }.rule == "ORG-02")
    #expect(
      try await refusal { _ = try await scene.office("view990701").retryJob(1, in: .zh) }.reason == .viewer)
    _ = try await scene.office("site990701").retryJob(1, in: .zh)
    try await scene.drain()
    #expect(try await scene.states() == [.done, .done])
  }

  @Test("OPS-06 a job that runs is stopped, with nothing taken")
  func running() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(5))
    let asked = Mutex<ImportResult?>(nil)
    scene.database.beforeEach { [scene] what in
      guard what == "settle" else { return }
      scene.database.beforeEach(nil)
      let result = try await scene.office("site990701").cancelJob(1, in: .zh)
      asked.withLock { $0 = result }
    }
    try await scene.drain()
    let result = asked.withLock(\.self)
    #expect(result?.queue?.stopping == true && result?.queue?.worker != nil)
    #expect(scene.recorder.words == ["took 1", "cancelled 1"])
    #expect(try await scene.states() == [.cancelled])
    #expect(try await scene.fixture.stored().isEmpty)
  }

  @Test("OPS-06 the heart notices a job that was cancelled while its rows are read")
  func heartbeat() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(3_000))
    scene.database.beforeEach { [scene] what in
      // Loading the first rows takes as long as it takes the heart to notice.
      guard what == "stage" else { return }
      scene.database.beforeEach(nil)
      _ = try await scene.office("site990701").cancelJob(1, in: .zh)
      while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
    }
    try await scene.drain { $0.lease = .milliseconds(900) }
    #expect(scene.recorder.words == ["took 1", "cancelled 1"])
    #expect(try await scene.fixture.stored().isEmpty)
  }

  @Test("OPS-03 a worker that is asked to stop finishes its job; one that is cancelled hands it back at once")
  func stopping() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(3))
    try await scene.queue((10..<13).map { Candidate($0) })
    let polite = Worker(scene.office(), settings: settings, observer: scene.recorder)
    scene.recorder.onEvent { if case .took = $0 { polite.stop() } }
    try await polite.run()
    #expect(scene.recorder.words == ["took 1", "done 1"])

    scene.recorder.onEvent { _ in }
    let hasty = Worker(scene.office(), settings: settings, observer: scene.recorder)
    let reached = AsyncStream.makeStream(of: Void.self)
    scene.database.beforeEach { [scene] what in
      guard what == "stage" else { return }
      scene.database.beforeEach(nil)
      reached.continuation.yield()
      while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
    }
    let run = Task { try await hasty.run() }
    for await _ in reached.stream { break }
    run.cancel()
    try await run.value
    #expect(scene.recorder.words.suffix(2) == ["took 2", "gave back 2"])
    #expect(try await scene.count("SELECT attempts FROM queued_job") == 0, "it was no fault of the job")
    try await scene.drain()
    #expect(try await scene.states() == [.done, .done])
  }

  private var settings: Worker.Settings {
    var settings = Worker.Settings()
    settings.poll = .milliseconds(5)
    return settings
  }
}
