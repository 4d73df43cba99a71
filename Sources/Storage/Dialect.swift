/// 方言 — the few words of a table definition that differ between the databases. Everything else is one text.
public struct Dialect: Sendable {
  /// `{identity}`: a number that the database gives out, as primary key.
  public var identity: String
  /// `{bytes}`: a column of bytes.
  public var bytes: String

  /// A dialect.
  public init(identity: String, bytes: String) {
    self.identity = identity
    self.bytes = bytes
  }

  /// A definition with the tokens replaced.
  public func fill(_ sql: String) -> String {
    var text = ""
    var rest = Substring(sql)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      for (token, word) in [("{identity}", identity), ("{bytes}", bytes)] where rest.hasPrefix(token) {
        text += word
        rest = rest.dropFirst(token.count)
      }
      if rest.first == "{" {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}
