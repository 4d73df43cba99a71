import CZlib
import Dispatch

/// 压缩块 — one block of a deflate stream, packed by itself on any thread: what came before it serves as its dictionary,
/// and it ends on a whole byte, so that blocks can be put one behind the other.
final class DeflatedBlock: @unchecked Sendable {
  /// How far back deflate looks.
  static let dictionarySize = 1 << 15

  private let content: [UInt8]
  private let dictionary: [UInt8]
  private let level: Int
  private let isLast: Bool
  // Written once by `pack`, and read only after it has signalled.
  private var packed: [UInt8]?
  private let isPacked = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - dictionary: the end of what stands before it.
  ///   - isLast: whether the stream ends with it.
  init(_ content: [UInt8], after dictionary: [UInt8], level: Int, isLast: Bool) {
    self.content = content
    self.dictionary = dictionary
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
    var stream = z_stream()
    return withUnsafeMutablePointer(to: &stream) { stream in
      // Negative window bits: no zlib header around the data; 8 is zlib's usual memory level.
      let status = deflateInit2_(
        stream, CInt(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        CInt(MemoryLayout<z_stream>.size))
      guard status == Z_OK else { return nil }
      defer { deflateEnd(stream) }
      if !dictionary.isEmpty { deflateSetDictionary(stream, dictionary, UInt32(dictionary.count)) }
      // The bound holds for a stream that ends; a flush needs a few bytes more.
      let most = Int(deflateBound(stream, UInt(content.count))) + 16
      return content.withUnsafeBufferPointer { input in
        [UInt8](unsafeUninitializedCapacity: most) { output, count in
          stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          stream.pointee.avail_in = UInt32(input.count)
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(most)
          _ = CZlib.deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
          count = most - Int(stream.pointee.avail_out)
        }
      }
    }
  }
}
