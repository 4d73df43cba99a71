/// 冻结 — a store that is being moved, or has moved, takes no change any more: whoever wrote into it would write into a
/// copy that nobody looks at.
public enum StoreFreeze {
  private static let property = "frozen"

  /// Where the store has moved; nil where it is in use.
  public static func target(_ session: any Session) throws -> String? {
    try StoreProperty.read(property, session).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Notes where the store moves, or, with nil, that it is in use again.
  public static func set(_ target: String?, _ session: any Session) throws {
    try StoreProperty.write(property, target ?? "", session)
  }

  /// - Throws: `.frozen` where the store has moved.
  public static func requireNone(_ session: any Session) throws {
    guard let target = try target(session) else { return }
    throw StoreError(
      .frozen,
      zh: "这个数据库已迁往 \(target)，不再接受改动。请用 --store 指出新库；若要继续使用旧库，请运行 kaowu store unfreeze。",
      en: """
        This store has moved to \(target) and takes no more changes. Name the new one with --store; to go on with the \
        old one, run kaowu store unfreeze.
        """)
  }
}
