internal import CCrypto
public import Tabular

/// 签名密钥 — an Ed25519 key that signs (RFC 8032), made of 32 secret bytes. The same key and message give the same signature.
public struct SigningKey: Sendable {
  /// The secret; whoever has it can sign.
  public let secret: [UInt8]
  /// The other half, with which anybody can check what this key signed.
  public let verifyingKey: VerifyingKey

  /// The bytes of a secret, and of a public key.
  static let size = 32

  /// A new key, from the system's generator of random numbers.
  /// - Throws: `.unsupported` where the library cannot make such keys.
  public static func make() throws(FileError) -> SigningKey {
    var generator = SystemRandomNumberGenerator()
    return try SigningKey(secret: (0..<size).map { _ in .random(in: .min ... .max, using: &generator) })
  }

  /// The key of a secret.
  /// - Throws: `.unsupported` where it does not have 32 bytes, or the library knows no such keys.
  public init(secret: [UInt8]) throws(FileError) {
    guard secret.count == Self.size,
      let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, secret, secret.count)
    else { throw Self.unsupported }
    defer { EVP_PKEY_free(key) }
    var (bytes, count) = ([UInt8](repeating: 0, count: Self.size), Self.size)
    guard EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1, count == Self.size else {
      throw Self.unsupported
    }
    self.secret = secret
    verifyingKey = VerifyingKey(bytes)
  }

  /// The 64 bytes of the signature of a message.
  /// - Throws: `.unsupported` where the library does not sign.
  public func sign(_ message: [UInt8]) throws(FileError) -> [UInt8] {
    let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, secret, secret.count)
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      EVP_PKEY_free(key)
    }
    var (signature, count) = ([UInt8](repeating: 0, count: 64), 64)
    guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
      EVP_DigestSign(context, &signature, &count, message, message.count) == 1, count == signature.count
    else { throw Self.unsupported }
    return signature
  }

  private static let unsupported = FileError(
    .unsupported, zh: "不能签名：密钥已损坏，或 libcrypto 不支持 Ed25519。请用 kaowu doctor 检查库的版本。",
    en: "Not signed: the key is damaged, or libcrypto knows no Ed25519. Check its version with kaowu doctor.")
}
