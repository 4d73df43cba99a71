import CDeflate
import Tabular

/// 整块压缩 — libdeflate, for content that is all there: faster than zlib and a little smaller.
final class WholePacker {
  let level: Int
  private let compressor: OpaquePointer

  /// - Parameter level: 1 to 9.
  init(level: Int) throws(FileError) {
    guard let compressor = libdeflate_alloc_compressor(CInt(level)) else { throw Self.noMemory }
    self.level = level
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  /// The packed bytes; nil where they would not be fewer.
  func pack(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 1 else { return nil }
    let packed = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { buffer, count in
      count = libdeflate_deflate_compress(compressor, bytes, bytes.count, buffer.baseAddress, bytes.count - 1)
    }
    return packed.isEmpty ? nil : packed
  }

  static let noMemory = FileError(
    .disk, zh: "内存不足，不能压缩。请关闭其他程序后重试。",
    en: "There is not enough memory to pack. Close other programs and try again.")
}
