internal import Operations
internal import ServiceLifecycle

/// 工人服务 — workers as a service: asked to shut down they finish what they are at, cancelled they hand it back.
struct WorkerService: Service {
  let workers: [Worker]

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for worker in workers { group.addTask { try await worker.run() } }
        try await group.waitForAll()
      }
    } onGracefulShutdown: {
      for worker in workers { worker.stop() }
    }
  }
}
