/// 方言 — the words of definitions and statements that differ between the databases. Everything else is one text: `BYTEA`
/// for bytes, `BIGINT` and `TEXT` mean the same to both.
public struct Dialect: Sendable {
  /// `{identity}`: a number that the database gives out, as primary key.
  public var identity: String
  /// How the tables that grow are laid out, which decides between `{embedded …}` and `{server …}`.
  public var layout: TableLayout

  /// A dialect.
  public init(identity: String, layout: TableLayout) {
    self.identity = identity
    self.layout = layout
  }

  /// A text in this dialect: `{identity}` replaced, the words of `{embedded …}` and `{server …}` kept where they are
  /// meant. They hold no braces.
  public func fill(_ sql: String) -> String {
    guard sql.utf8.contains(UInt8(ascii: "{")) else { return sql }
    var text = ""
    var rest = Substring(sql)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"), let meaning = meaning(of: rest[open...close]) {
        text += meaning
        rest = rest[rest.index(after: close)...]
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }

  /// What stands for a token with its braces; nil where it is none.
  private func meaning(of token: Substring) -> Substring? {
    if token == "{identity}" { return Substring(identity) }
    for (word, place) in [("{embedded ", TableLayout.whole), ("{server ", .partitioned)]
    where token.hasPrefix(word) {
      return place == layout ? token.dropFirst(word.count).dropLast() : ""
    }
    return nil
  }
}
