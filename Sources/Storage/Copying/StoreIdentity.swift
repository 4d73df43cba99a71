/// 数据库标识 — the random name by which a store is known again, and which its copy takes over with everything else.
public enum StoreIdentity {
  private static let property = "identity"
  private static let origin = "copyOf"

  /// The store's name; nil where it was given none yet.
  public static func known(_ session: any Session) throws -> String? {
    try StoreProperty.read(property, session)
  }

  /// The store's name; it is given one where it has none.
  public static func ensured(_ session: any Session) throws -> String {
    if let name = try known(session) { return name }
    let name = String(UInt64.random(in: .min ... .max), radix: 16)
    try StoreProperty.write(property, name, session)
    return name
  }

  /// The store of which this one is being filled; nil where it is complete, or was never a copy.
  public static func unfinishedCopy(_ session: any Session) throws -> String? {
    try StoreProperty.read(origin, session).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Notes of which store this one is being filled, or, with nil, that it is complete.
  public static func setUnfinishedCopy(of name: String?, _ session: any Session) throws {
    try StoreProperty.write(origin, name ?? "", session)
  }

  /// - Throws: `.unfinished` where the store is a copy that is not complete.
  public static func requireComplete(_ session: any Session) throws {
    guard try unfinishedCopy(session) != nil else { return }
    throw StoreError(
      .unfinished,
      zh: "这个数据库是还没有复制完的副本。请再次运行 kaowu store copy，它从中断处继续。",
      en:
        "This store is a copy that is not complete. Run kaowu store copy again; it goes on where it stopped.")
  }
}
