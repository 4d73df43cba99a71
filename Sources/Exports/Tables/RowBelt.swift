internal import Dispatch
internal import Storage
internal import Synchronization
internal import Tabular

/// 传送带 — carries rows from the thread that reads them out of the store to one that writes them, so that the two work at
/// the same time; hundreds at once, for a row by itself costs less than being handed over. A few batches go round and round.
///
/// It is used by one reader. What `write` works on is touched by nobody else meanwhile: the reader waits for the last row
/// before it goes on.
final class RowBelt: @unchecked Sendable {
  /// Rows that are under way together; whoever holds it fills it or empties it.
  private final class Batch: @unchecked Sendable {
    var rows = [TextRow](repeating: TextRow(), count: 512)
    var count = 0
  }

  private let write: (inout TextRow) throws -> Void
  private let queue = DispatchQueue(label: "kaowu.rows")
  /// One batch is filled, one emptied, one lies between them.
  private let room = DispatchSemaphore(value: 2)
  private let spare = Mutex<[Batch]>([])
  private let failure = Mutex<(any Error)?>(nil)
  private var filling = Batch()

  private init(_ write: @escaping (inout TextRow) throws -> Void) { self.write = write }

  /// Carries every row that `read` puts on the belt to `write`, in their order.
  /// - Throws: what `read` or `write` throws, `CancellationError` once the work is to stop.
  static func carry(
    _ read: (_ put: (any ResultRow) throws -> Void) throws -> Void, to write: (inout TextRow) throws -> Void
  ) throws {
    try withoutActuallyEscaping(write) { write in
      let belt = RowBelt(write)
      do {
        try read(belt.put)
        try belt.handOver()
      } catch {
        belt.failure.withLock { $0 = $0 ?? error }
      }
      belt.queue.sync {}
      if let error = belt.failure.withLock({ $0 }) { throw error }
    }
  }

  private func put(_ row: any ResultRow) throws {
    row.read(into: &filling.rows[filling.count])
    filling.count += 1
    if filling.count == filling.rows.count { try handOver() }
  }

  /// Sends off what is filled, as soon as there is room for it.
  private func handOver() throws {
    // The other thread belongs to no task, so it would not notice.
    try Task.checkCancellation()
    room.wait()
    let batch = filling
    queue.async { [self] in
      empty(batch)
      spare.withLock { $0.append(batch) }
      room.signal()
    }
    filling = spare.withLock { $0.popLast() } ?? Batch()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private func empty(_ batch: Batch) {
    defer { batch.count = 0 }
    if failure.withLock({ $0 != nil }) { return }
    do {
      for row in 0..<batch.count { try write(&batch.rows[row]) }
    } catch {
      failure.withLock { $0 = $0 ?? error }
    }
  }
}
