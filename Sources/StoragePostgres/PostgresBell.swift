internal import CPostgres
internal import Glibc
internal import Storage

/// Listens for rings on a connection of its own, for all who wait in this program.
actor PostgresBell {
  static let channel = "kaowu"

  private let executor = ConnectionExecutor()
  private let address: PostgresAddress
  private var handle: PostgresHandle?
  private var rings = 0

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(_ address: PostgresAddress) { self.address = address }

  /// Waits for the next ring, or until the time is over. Without a server only the time passes; a ring may be missed.
  nonisolated func wait(atMost time: Duration) async throws {
    let end = ContinuousClock.now + time
    let before = await count()
    while ContinuousClock.now < end {
      try Task.checkCancellation()
      let left = end - .now
      // Short turns, so that a task that is cancelled ends soon, and so that others have theirs.
      let slice = min(left, .milliseconds(200))
      switch await listen(for: slice, since: before) {
      case true: return
      case false: break
      case nil: try await Task.sleep(for: slice)
      }
    }
  }

  private func count() -> Int { rings }

  /// Listens for a while.
  /// - Returns: whether it rang since; nil where there is no server to listen to.
  private func listen(for time: Duration, since before: Int) -> Bool? {
    if rings != before { return true }
    guard let handle = handle ?? open() else { return nil }
    take(from: handle)
    if rings != before { return true }
    let milliseconds = time.components.seconds * 1_000 + time.components.attoseconds / 1_000_000_000_000_000
    var file = pollfd(fd: PQsocket(handle.connection), events: Int16(POLLIN), revents: 0)
    if poll(&file, 1, CInt(max(1, milliseconds))) > 0 { take(from: handle) }
    return rings != before
  }

  /// Takes the notifications that have come.
  private func take(from handle: PostgresHandle) {
    guard PQconsumeInput(handle.connection) == 1 else {
      self.handle = nil
      return
    }
    while let notification = PQnotifies(handle.connection) {
      rings += 1
      PQfreemem(notification)
    }
  }

  private func open() -> PostgresHandle? {
    guard let opened = try? PostgresHandle.open(address), (try? opened.run("LISTEN \(Self.channel)")) != nil
    else { return nil }
    handle = opened
    return opened
  }
}
