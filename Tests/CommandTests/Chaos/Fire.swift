import Foundation
import Synchronization
import TestKit
import Testing

/// 火 — workers that are killed at any moment and replaced, and what else happens meanwhile.
struct Fire {
  /// 事故 — something that happens once so many jobs are over.
  struct Accident {
    let after: Int
    let happen: @Sendable () async throws -> Void
  }

  private(set) var kills = 0
  private(set) var takeovers = 0
  private(set) var accidents = 0
  private var random: SeededGenerator
  private let town: ChaosTown

  init(_ town: ChaosTown, seed: UInt64) {
    self.town = town
    random = SeededGenerator(seed: seed)
  }

  private struct Burnt: Error, CustomStringConvertible {
    let description: String
  }

  /// Lets workers run, and kills one of them now and then, until so many jobs are over.
  mutating func burn(until total: Int, _ planned: [Accident] = []) async throws {
    let size = town.files.size
    var (workers, ended, coming) = ([StartedCommand](), [StartedCommand](), planned[...])
    let deadline = ContinuousClock.now + .seconds(120 + total * 10)
    let watch = Watch(town)
    while true {
      ended += workers.filter { !$0.isRunning }
      workers.removeAll { !$0.isRunning }
      while workers.count < size.workers { workers.append(try town.start(Self.worker)) }
      try await Task.sleep(for: .seconds(Double.random(in: 0.5...1.5, using: &random) * size.between))
      workers.randomElement(using: &random).map {
        if $0.isRunning { kills += 1 }
        $0.signal(SIGKILL)
      }
      let over = try watch.over
      if let accident = coming.first, over >= accident.after {
        try await accident.happen()
        accidents += 1
        coming.removeFirst()
      }
      if over >= total, coming.isEmpty { break }
      guard ContinuousClock.now < deadline else {
        throw Burnt(description: "only \(over) of \(total) jobs are over: \(try await town.ledger())")
      }
    }
    await watch.end()
    for worker in workers { worker.signal(SIGTERM) }
    for worker in ended + workers {
      let run = try await worker.end()
      takeovers += run.errorLines.count { $0.contains("taken over") }
      // Killed, done, or no store at its start; a worker that ends otherwise has a fault of its own.
      #expect([0, 5, 128 + SIGKILL, 128 + SIGTERM].contains(run.status), "\(run.errors.suffix(2_000))")
    }
  }

  /// Short leases, so that much is taken over; more attempts than in any real night, for none has a kill every second.
  private static let worker = [
    "worker", "--once", "--lease", "1.5", "--attempts", "100", "--now", CommandFixture.registering,
  ]
}

/// 守望 — counts the jobs that are over, beside the killing, which so keeps its own time.
private final class Watch: Sendable {
  private let latest = Mutex<Result<Int, any Error>>(.success(0))
  private let isOver = Mutex(false)
  private let look: Mutex<Task<Void, Never>?> = Mutex(nil)

  init(_ town: ChaosTown) {
    let task = Task { [weak self] in
      while self?.isOver.withLock(\.self) == false {
        do {
          // Nobody can tell while the store is away.
          if let over = try await town.overCount() { self?.note(.success(over)) }
        } catch {
          self?.note(.failure(error))
        }
        try? await Task.sleep(for: .milliseconds(500))
      }
    }
    look.withLock { $0 = task }
  }

  /// How many were over when it was last looked.
  var over: Int { get throws { try latest.withLock(\.self).get() } }

  /// Ends after the look that is under way: a command that is broken off would be taken for one that failed.
  func end() async {
    isOver.withLock { $0 = true }
    await look.withLock(\.self)?.value
  }

  private func note(_ result: Result<Int, any Error>) { latest.withLock { $0 = result } }
}
