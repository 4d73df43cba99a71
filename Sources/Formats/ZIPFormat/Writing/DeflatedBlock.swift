import CDeflate
import Dispatch

/// 压缩块 — one block of a deflate stream, packed by itself on any thread. It ends on a whole byte, so that blocks can be put
/// one behind the other.
final class DeflatedBlock: @unchecked Sendable {
  private let content: [UInt8]
  private let level: Int
  private let isLast: Bool
  // Written once by `pack`, and read only after it has signalled.
  private var packed: [UInt8]?
  private let isPacked = DispatchSemaphore(value: 0)

  /// - Parameter isLast: whether the stream ends with it.
  init(_ content: [UInt8], level: Int, isLast: Bool) {
    self.content = content
    self.level = level
    self.isLast = isLast
  }

  /// Packs the block; called once.
  func pack() {
    packed = deflated()
    isPacked.signal()
  }

  /// The packed bytes, as soon as they are there; nil where memory was short. Called once.
  func wait() -> [UInt8]? {
    isPacked.wait()
    return packed
  }

  private func deflated() -> [UInt8]? {
    guard let compressor = libdeflate_alloc_compressor(CInt(level)) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let most = libdeflate_deflate_compress_bound(compressor, content.count)
    let packed = [UInt8](unsafeUninitializedCapacity: most + StreamJoint.mostGrowth) { output, count in
      count = libdeflate_deflate_compress(compressor, content, content.count, output.baseAddress, most)
      if !isLast { count = StreamJoint.open(output, count: count) ?? 0 }
    }
    return packed.isEmpty ? nil : packed
  }
}
