import CZlib
import Tabular

/// 压缩器 — zlib's deflate in the raw form that ZIP holds, for content that comes in pieces.
final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// - Parameter level: 1 to 9.
  init(level: Int) throws(FileError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative window bits: no zlib header around the data; 8 is zlib's usual memory level.
    let result = deflateInit2_(
      stream, CInt(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { throw WholePacker.noMemory }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Packs all of `bytes`; with `isLast` also what is left inside.
  func deflate(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    var rest = bytes
    repeat {
      // zlib counts its input in 32 bits.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
      try deflatePiece(piece, flush: isLast && rest.isEmpty ? Z_FINISH : Z_NO_FLUSH, emit: emit)
    } while !rest.isEmpty
  }

  private func deflatePiece(
    _ piece: UnsafeRawBufferPointer, flush: CInt, emit: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: piece.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(piece.count)
    repeat {
      stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(output.count)
      _ = CZlib.deflate(stream, flush)
      let made = output.count - Int(stream.pointee.avail_out)
      if made > 0 { try emit(UnsafeRawBufferPointer(rebasing: output[..<made])) }
    } while stream.pointee.avail_out == 0
  }
}
