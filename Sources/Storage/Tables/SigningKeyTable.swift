/// 签名密钥表 — the statements on `signing_key`.
public enum SigningKeyTable {
  /// The secret half of the store's key; nil for a store that has none yet.
  public static func read(_ session: any Session) throws -> [UInt8]? {
    try session.first("SELECT secret FROM signing_key WHERE id = 1") { $0.bytes(0) }
  }

  /// Keeps a key where there is none: of two that are made at once, the first one holds.
  public static func keep(_ secret: [UInt8], at now: Int, _ session: any Session) throws {
    try session.execute(
      "INSERT INTO signing_key (id, secret, made_at) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING",
      [.bytes(secret), .integer(now)])
  }
}
