public import Tabular

/// 分块并行 — pulls rows, works on chunks of them in parallel, and settles the results in the order of the file.
///
/// At most `window` chunks are under way, so that memory stays flat however long the file is (OPS-05). Cancelling the
/// task ends the run with `CancellationError` before the next chunk.
public struct ChunkRun: Sendable {
  /// The rows of a chunk.
  public var size: Int
  /// The most chunks under way at a time.
  public var window: Int

  /// A run over chunks of `size` rows, `window` of them at a time.
  public init(size: Int = 1_000, window: Int = 4) {
    self.size = size
    self.window = window
  }

  /// Reads to the end of `reader`.
  /// - Parameters:
  ///   - work: what is done with a chunk, on any thread.
  ///   - settle: takes the results one after the other, in the order of the file.
  /// - Throws: what the reader, `work`, `settle` or a cancellation throws; chunks that are under way are dropped. Of the
  ///   errors of `work` the first in the order of the file is thrown, after all before it is settled.
  public func run<Output: Sendable>(
    _ reader: inout any RowReader, work: @escaping @Sendable (RowChunk) throws -> Output,
    settle: (Output) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
      var row = RawRow()
      var (started, settled) = (0, 0)
      var waiting: [Int: Result<Output, any Error>] = [:]
      var isAtEnd = false
      while !isAtEnd || settled < started {
        while !isAtEnd, started - settled < window {
          try Task.checkCancellation()
          let chunk = try nextChunk(&reader, &row)
          isAtEnd = chunk.count < size
          if chunk.count == 0 { break }
          let ordinal = started
          started += 1
          group.addTask { (ordinal, Result { try work(chunk) }) }
        }
        if let (ordinal, output) = try await group.next() { waiting[ordinal] = output }
        while let output = waiting.removeValue(forKey: settled) {
          settled += 1
          try await settle(output.get())
        }
      }
    }
  }

  private func nextChunk(_ reader: inout any RowReader, _ row: inout RawRow) throws -> RowChunk {
    var chunk = RowChunk()
    while chunk.count < size, try reader.read(into: &row) { chunk.append(row) }
    return chunk
  }
}
