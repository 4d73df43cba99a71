import Dispatch
import Tabular

/// 压缩器 — deflate in the raw form that ZIP holds, for content that comes in pieces. The content is cut into blocks of a
/// set size that are packed on several cores at once; the pieces join to one stream. Where the cuts are depends on
/// nothing else, so the same content always gives the same bytes.
final class Deflater {
  /// The bytes of a block: enough that the cuts, behind which nothing is known yet, cost next to nothing in size.
  private static let blockSize = 1 << 20
  /// The most blocks that are packed or wait to be taken.
  private static let mostUnderWay = 3

  private let level: Int
  private let queue = DispatchQueue(label: "kaowu.deflate", attributes: .concurrent)
  private var content: [UInt8] = []
  private var underWay: [DeflatedBlock] = []

  /// - Parameter level: 1 to 9.
  init(level: Int) { self.level = level }

  /// Packs all of `bytes`; with `isLast` also what is left inside.
  func deflate(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      // A full block waits for the next byte, which shows that it is not the last.
      if content.count == Self.blockSize { try startBlock(isLast: false, emit) }
      // Small content takes no whole block; growing piece by piece up to one would copy it over and over.
      if !content.isEmpty { content.reserveCapacity(Self.blockSize) }
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.blockSize - content.count))
      content.append(contentsOf: piece)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
    }
    guard isLast else { return }
    try startBlock(isLast: true, emit)
    while !underWay.isEmpty { try takeFirst(emit) }
  }

  private func startBlock(
    isLast: Bool, _ emit: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    let block = DeflatedBlock(content, level: level, isLast: isLast)
    content.removeAll()
    if isLast, underWay.isEmpty {
      // Nothing else is left to do meanwhile.
      block.pack()
    } else {
      queue.async { block.pack() }
    }
    underWay.append(block)
    if underWay.count > Self.mostUnderWay { try takeFirst(emit) }
  }

  private func takeFirst(_ emit: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) {
    guard let packed = underWay.removeFirst().wait() else { throw WholePacker.noMemory }
    try packed.withUnsafeBufferPointer { buffer throws(FileError) in try emit(UnsafeRawBufferPointer(buffer))
    }
  }
}
