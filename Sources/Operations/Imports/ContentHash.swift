internal import Crypto
internal import Foundation
internal import Tabular

/// 内容摘要 — the SHA-256 by which a file's content is known again.
enum ContentHash {
  /// The SHA-256 of all bytes of a source, 64 hexadecimal digits.
  static func sha256(of source: any ByteSource) throws(FileError) -> String {
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while offset < source.count {
      let got = try buffer.withUnsafeMutableBufferPointer { bytes throws(FileError) in
        try source.read(at: offset, into: UnsafeMutableRawBufferPointer(bytes))
      }
      if got == 0 { break }
      buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<got])) }
      offset += got
    }
    return hex(hash.finalize())
  }

  /// The SHA-256 of bytes in memory.
  static func sha256(of bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

  private static func hex(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
