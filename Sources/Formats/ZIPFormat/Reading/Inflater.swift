import CZlib
import Tabular

/// 解压器 — zlib's inflate for the raw form that ZIP holds.
final class Inflater {
  /// What one call did.
  struct Step {
    var consumed: Int
    var produced: Int
    var isBroken: Bool
  }

  /// zlib keeps a pointer back to its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether the content's end was seen.
  private(set) var hasEnded = false

  init(place: String) throws(FileError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative window bits: no zlib header and no Adler sum around the data.
    guard inflateInit2_(stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw EntryTrouble.memory.error(at: place)
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks as much of `input` as `output` has room for.
  func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Step {
    let available = (UInt32(clamping: input.count), UInt32(clamping: output.count))
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = available.0
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = available.1
    let result = CZlib.inflate(stream, Z_NO_FLUSH)
    hasEnded = result == Z_STREAM_END
    return Step(
      consumed: Int(available.0 - stream.pointee.avail_in),
      produced: Int(available.1 - stream.pointee.avail_out),
      isBroken: result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
  }
}
