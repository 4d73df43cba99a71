internal import CCrypto

extension ContentHash {
  /// The library behind the hashes, with its version.
  public static var libraries: [String: String] {
    ["libcrypto": String(cString: OpenSSL_version(OPENSSL_VERSION))]
  }
}
