internal import CCrypto
internal import Foundation
public import Tabular

/// 公钥 — the public half of a `SigningKey`: checks signatures, makes none.
public struct VerifyingKey: Sendable, Equatable {
  private let bytes: [UInt8]

  /// What stands before the 32 bytes of an Ed25519 key in a PEM file (RFC 8410).
  private static let header: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]
  private static let (begin, end) = ("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----")

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A key as it was written: PEM, or 64 hexadecimal digits.
  /// - Throws: `.wrongKind` where the text is neither.
  public init(text: String) throws(FileError) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
    let isPEM = lines.first == Self.begin.filter { $0 != " " } && lines.last == Self.end.filter { $0 != " " }
    let content =
      isPEM
      ? Data(base64Encoded: lines.dropFirst().dropLast().joined()).map { Array($0) }
      : lines.count == 1 ? Self.bytes(hexadecimal: lines[0]).map { Self.header + $0 } : nil
    guard let content, content.starts(with: Self.header),
      content.count == Self.header.count + SigningKey.size
    else {
      throw FileError(
        .wrongKind, zh: "这不是公钥文件。请用 kaowu packages key -o 得到的文件。",
        en: "This is no public key. Use the file that kaowu packages key -o writes.")
    }
    bytes = Array(content.dropFirst(Self.header.count))
  }

  /// The key as a PEM file, which other programs read too.
  public var pem: String {
    "\(Self.begin)\n\(Data(Self.header + bytes).base64EncodedString())\n\(Self.end)\n"
  }

  /// The SHA-256 of the key, by which people tell keys apart: 64 hexadecimal digits.
  public var fingerprint: String { ContentHash.sha256(of: bytes) }

  /// Whether a signature is this key's, and of this message.
  public func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      EVP_PKEY_free(key)
    }
    return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
      && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  private static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count == 2 * SigningKey.size else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

extension VerifyingKey {
  /// The key of a file.
  /// - Throws: `.unreadable`, and `.wrongKind` where the file holds no key.
  public init(path: String) throws(FileError) {
    let source = try FileSource(path: path)
    var bytes = [UInt8](repeating: 0, count: min(source.count, 1 << 12))
    _ = try bytes.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      try source.read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
    }
    try self.init(text: String(decoding: bytes, as: UTF8.self))
  }
}
