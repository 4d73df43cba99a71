import Pipeline
import Synchronization
import Tabular
import Testing

/// Chunks in parallel, results in order.
@Suite struct ChunkRunTests {
  /// The texts of a chunk, one a row.
  @Sendable private static func texts(_ chunk: RowChunk) -> [String] {
    chunk.rows.map { row in
      "\(row.number): "
        + chunk.cells[row.cells].map { "\($0.column)=\(chunk.text(of: $0))" }.joined(separator: " ")
    }
  }

  private static func expected(_ count: Int) -> [String] {
    count == 0 ? [] : (1...count).map { "\($0): 0=row \($0) 3=第 \($0) 行" }
  }

  @Test(
    "rows come out whole and in order for every size of chunk and window", arguments: 1...12, [1, 2, 4, 9])
  func everySize(size: Int, window: Int) async throws {
    for count in [0, 1, size - 1, size, size + 1, 3 * size, 23] {
      var reader: any RowReader = CountingReader(count)
      let settled = Mutex<[String]>([])
      try await ChunkRun(size: size, window: window).run(&reader, work: Self.texts) { texts in
        settled.withLock { $0 += texts }
      }
      #expect(settled.withLock(\.self) == Self.expected(count), "\(count) rows")
    }
  }

  @Test("results are settled in the order of the file, however long each chunk takes")
  func order() async throws {
    var reader: any RowReader = CountingReader(200)
    let settled = Mutex<[Int]>([])
    try await ChunkRun(size: 5, window: 4).run(&reader) { chunk in
      // Early chunks of each window work longest.
      let first = chunk.rows.first?.number ?? 0
      var sum = 0
      for turn in 0..<(40 - first % 40) * 2_000 { sum &+= turn }
      return chunk.rows.map { $0.number + (sum == -1 ? 1 : 0) }
    } settle: { numbers in
      settled.withLock { $0 += numbers }
    }
    #expect(settled.withLock(\.self) == Array(1...200))
  }

  @Test(
    "OPS-05 reading is never further ahead of what is settled than the window",
    arguments: [(1, 1), (10, 1), (10, 4), (100, 3)])
  func window(size: Int, window: Int) async throws {
    let tally = RowTally()
    var reader: any RowReader = CountingReader(2_000, tally)
    try await ChunkRun(size: size, window: window).run(&reader, work: \.count) { count in
      await Task.yield()
      tally.noteSettled(count)
    }
    #expect(tally.read == 2_000)
    #expect(tally.mostAhead <= size * window && tally.mostAhead >= size)
  }

  @Test("a reader's error ends the run; nothing behind it is settled", arguments: [1, 7, 10, 11, 40])
  func readerError(place: Int) async throws {
    var reader: any RowReader = CountingReader(100, damagedAt: place)
    let settled = Mutex<[String]>([])
    await #expect(throws: FileError(.damaged, at: "row \(place)", zh: "损坏", en: "damaged")) {
      try await ChunkRun(size: 10, window: 2).run(&reader, work: Self.texts) { texts in
        settled.withLock { $0 += texts }
      }
    }
    let texts = settled.withLock(\.self)
    #expect(texts == Array(Self.expected(100).prefix(texts.count)) && texts.count < place)
  }

  @Test("of the errors of the work the first in the order of the file is thrown; all before it is settled")
  func workError() async throws {
    struct Bad: Error, Equatable { let row: Int }
    var reader: any RowReader = CountingReader(100)
    let settled = Mutex<[String]>([])
    await #expect(throws: Bad(row: 21)) {
      try await ChunkRun(size: 10, window: 4).run(&reader) { chunk in
        let first = chunk.rows.first?.number ?? 0
        if first == 21 {
          // The chunks behind it fail sooner.
          var sum = 0
          for turn in 0..<200_000 { sum &+= turn }
          throw Bad(row: sum == -1 ? 0 : first)
        }
        if first > 21 { throw Bad(row: first) }
        return Self.texts(chunk)
      } settle: { texts in
        settled.withLock { $0 += texts }
      }
    }
    #expect(settled.withLock(\.self) == Array(Self.expected(100).prefix(20)))
  }

  @Test("what settling throws ends the run at once")
  func settleError() async throws {
    struct Full: Error {}
    let tally = RowTally()
    var reader: any RowReader = CountingReader(1_000, tally)
    let settled = Mutex(0)
    await #expect(throws: Full.self) {
      try await ChunkRun(size: 10, window: 3).run(&reader, work: \.count) { count in
        let soFar = settled.withLock { sum in
          sum += count
          return sum
        }
        if soFar == 50 { throw Full() }
      }
    }
    #expect(settled.withLock(\.self) == 50 && tally.read <= 80)
  }

  @Test("reading goes on while a chunk is settled")
  func readsAhead() async throws {
    let tally = RowTally()
    var reader: any RowReader = CountingReader(100, tally)
    try await ChunkRun(size: 10, window: 3).run(&reader, work: \.count) { count in
      // The first chunk is settled for as long as it takes until the others are read.
      while tally.read < 30 { await Task.yield() }
      tally.noteSettled(count)
    }
    #expect(tally.read == 100)
  }

  @Test("OPS-06 a cancelled run ends in CancellationError before the next chunk")
  func cancellation() async throws {
    let tally = RowTally()
    let task = Task {
      var reader: any RowReader = CountingReader(100_000, tally)
      try await ChunkRun(size: 10, window: 2).run(&reader, work: \.count) { count in
        tally.noteSettled(count)
        // Waits here for its own end.
        while tally.read >= 200, !Task.isCancelled { await Task.yield() }
      }
    }
    while tally.read < 200 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(tally.read >= 200 && tally.read < 300)
  }
}
