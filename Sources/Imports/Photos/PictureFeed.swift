internal import Dispatch
internal import Tabular

/// 照片续读 — hands pictures out one after the other, and reads the next ones meanwhile on another core: the database is
/// busy with each of them for as long as the reading takes.
final class PictureFeed {
  typealias Reading = @Sendable (Int) throws(FileError) -> [UInt8]

  /// Pictures of a batch: enough that handing it over costs nothing, few enough for the memory.
  private static let batchSize = 8
  /// Batches that are read or wait to be taken.
  private static let mostUnderWay = 3

  private let count: Int
  private let read: Reading
  private let queue = DispatchQueue(label: "kaowu.pictures")
  private var underWay: [PictureBatch] = []
  private var started = 0
  private var ready: [[UInt8]] = []

  /// A feed of `count` pictures.
  /// - Parameter read: reads the picture at a place from 0 on.
  init(count: Int, _ read: @escaping Reading) {
    self.count = count
    self.read = read
  }

  /// The next picture. To be called no more often than there are pictures.
  /// - Throws: what reading it throws.
  func next() throws(FileError) -> [UInt8] {
    if ready.isEmpty {
      while started < count, underWay.count < Self.mostUnderWay { start() }
      ready = try underWay.removeFirst().wait().reversed()
    }
    return ready.removeLast()
  }

  private func start() {
    let batch = PictureBatch(started..<min(started + Self.batchSize, count), read)
    started = batch.places.upperBound
    underWay.append(batch)
    queue.async { batch.fill() }
  }
}

/// 照片批 — a few pictures that are read together on another thread.
private final class PictureBatch: @unchecked Sendable {
  let places: Range<Int>
  private let read: PictureFeed.Reading
  // Written once by `fill`, and read only after it has signalled.
  private var pictures: Result<[[UInt8]], FileError> = .success([])
  private let isFilled = DispatchSemaphore(value: 0)

  init(_ places: Range<Int>, _ read: @escaping PictureFeed.Reading) {
    self.places = places
    self.read = read
  }

  /// Reads them; called once.
  func fill() {
    pictures = Result { () throws(FileError) in
      var pictures: [[UInt8]] = []
      for place in places { pictures.append(try read(place)) }
      return pictures
    }
    isFilled.signal()
  }

  /// The pictures, as soon as they are there; called once.
  func wait() throws(FileError) -> [[UInt8]] {
    isFilled.wait()
    return try pictures.get()
  }
}
