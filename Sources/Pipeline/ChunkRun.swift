public import Tabular

/// 分块并行 — pulls rows, works on chunks of them in parallel, and settles the results in the order of the file.
///
/// Reading goes on while chunks are worked on and settled, so that neither the file nor the store waits for the other.
/// At most `window` chunks are under way, so that memory stays flat however long the file is (OPS-05). Cancelling the
/// task ends the run with `CancellationError` before the next chunk.
public struct ChunkRun: Sendable {
  /// The rows of a chunk.
  public var size: Int
  /// The most chunks under way at a time.
  public var window: Int

  /// A run over chunks of `size` rows, `window` of them at a time.
  public init(size: Int = 1_000, window: Int = 6) {
    self.size = size
    self.window = window
  }

  /// Reads to the end of `reader`.
  /// - Parameters:
  ///   - work: what is done with a chunk, on any thread.
  ///   - settle: takes the results one after the other, in the order of the file, on any thread.
  /// - Throws: what the reader, `work`, `settle` or a cancellation throws; chunks that are under way are dropped. Of the
  ///   errors of `work` the first in the order of the file is thrown, after all before it is settled.
  public func run<Output: Sendable>(
    _ reader: inout any RowReader, work: @escaping @Sendable (RowChunk) throws -> Output,
    settle: @escaping @Sendable (Output) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let turns = ChunkTurns()
      var row = RawRow()
      var (started, finished) = (0, 0)
      var isAtEnd = false
      while !isAtEnd {
        if started - finished == window {
          _ = try await group.next()
          finished += 1
        }
        try Task.checkCancellation()
        let chunk = try nextChunk(&reader, &row)
        isAtEnd = chunk.count < size
        if chunk.count == 0 { break }
        let turn = started
        started += 1
        group.addTask {
          let output = Result { try work(chunk) }
          try await turns.take(turn) { try await settle(output.get()) }
        }
      }
      try await group.waitForAll()
    }
  }

  private func nextChunk(_ reader: inout any RowReader, _ row: inout RawRow) throws -> RowChunk {
    var chunk = RowChunk()
    while chunk.count < size, try reader.read(into: &row) { chunk.append(row) }
    return chunk
  }
}
