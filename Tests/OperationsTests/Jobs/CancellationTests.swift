import Imports
import Operations
import Pipeline
import Storage
import Synchronization
import Tabular
import Testing

/// Progress, and stopping in the middle.
@Suite struct CancellationTests {
  /// Notes what it is told, and can stop the task that reports.
  final class Recorder: ProgressDisplay {
    private let notes = Mutex<(done: [Int], finished: Int, task: Task<ImportResult, any Error>?)>(
      ([], 0, nil))
    private let stopsAt: Int

    init(stopsAt: Int = .max) { self.stopsAt = stopsAt }

    var done: [Int] { notes.withLock { $0.done } }
    var finished: Int { notes.withLock { $0.finished } }

    func watch(_ task: Task<ImportResult, any Error>) { notes.withLock { $0.task = task } }

    func advance(_ stage: Wording, done: Int, of total: Int?) {
      notes.withLock {
        $0.done.append(done)
        if done >= stopsAt { $0.task?.cancel() }
      }
    }

    func finish(_ stage: Wording) { notes.withLock { $0.finished += 1 } }
  }

  @Test("OPS-06 progress counts the rows that are settled, and ends")
  func progress() async throws {
    let fixture = try await OfficeFixture()
    let path = fixture.newPath(".xlsx")
    try SheetFile.registrations(Candidate.some(2_300)).write(to: path)
    let recorder = Recorder()
    _ = try await fixture.importing("registrations", path, progress: recorder) { $0.isDryRun = true }
    #expect(recorder.done == [1_000, 2_000, 2_300])
    #expect(recorder.finished >= 1)
  }

  @Test("OPS-06 OPS-01 cancelling ends in CancellationError, the job is cancelled, and nothing is taken")
  func cancelling() async throws {
    let fixture = try await OfficeFixture()
    let path = fixture.newPath(".xlsx")
    try SheetFile.registrations(Candidate.some(6_500)).write(to: path)
    let recorder = Recorder(stopsAt: 1_000)
    let before = try await fixture.dump()
    let gate = Gate()
    let task = Task {
      await gate.wait()
      return try await fixture.importing("registrations", path, progress: recorder)
    }
    recorder.watch(task)
    await gate.open()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(recorder.done.count < 7)
    #expect(try await fixture.dump() == before)
    #expect(try await fixture.jobs().map(\.state) == [.cancelled])
    #expect(try await fixture.register(Candidate.some(3)).rows.created == 3)
  }

  /// Holds a task until the test has prepared for it.
  actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
      if isOpen { return }
      await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
      isOpen = true
      for one in waiting { one.resume() }
      waiting = []
    }
  }
}
