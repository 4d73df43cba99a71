internal import CCrypto
public import Tabular

/// 内容摘要 — the SHA-256 by which a file's content is known again, as 64 hexadecimal digits.
public struct ContentHash: ~Copyable {
  private let context: OpaquePointer

  /// The hash of nothing yet.
  public init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes the next bytes.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The hash of all bytes taken; nothing can be taken after it.
  public consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The hash of all bytes of a source.
  /// - Throws: a `FileError` where the disk fails.
  public static func sha256(of source: any ByteSource) throws(FileError) -> String {
    let hash = ContentHash()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while offset < source.count {
      let got = try buffer.withUnsafeMutableBufferPointer { bytes throws(FileError) in
        try source.read(at: offset, into: UnsafeMutableRawBufferPointer(bytes))
      }
      if got == 0 { break }
      buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
      offset += got
    }
    return hash.finish()
  }

  /// The hash of bytes in memory.
  public static func sha256(of bytes: [UInt8]) -> String {
    let hash = ContentHash()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }
}
