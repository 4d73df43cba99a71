/// 方言 — the word of a table definition that differs between the databases. Everything else is one text: `BYTEA` for
/// bytes, `BIGINT` and `TEXT` mean the same to both.
public struct Dialect: Sendable {
  /// `{identity}`: a number that the database gives out, as primary key.
  public var identity: String

  /// A dialect.
  public init(identity: String) { self.identity = identity }

  /// A definition with the token replaced.
  public func fill(_ sql: String) -> String {
    var text = ""
    var rest = Substring(sql)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      let isToken = rest.hasPrefix("{identity}")
      text += isToken ? identity : "{"
      rest = rest.dropFirst(isToken ? "{identity}".count : 1)
    }
    return text + rest
  }
}
