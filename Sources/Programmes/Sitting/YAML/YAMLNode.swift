/// YAML 节点 — one node of a YAML document with the line on which it stands, so that every finding can name it.
/// Values are kept as they were typed: `99` and `"99"` are the same code, and no number loses its leading zeros.
struct YAMLNode: Sendable {
  /// What a node holds.
  enum Content: Sendable {
    /// Nothing was typed, or `~` or `null`.
    case nothing
    /// A single value.
    case scalar(String)
    /// Values in order.
    case list([YAMLNode])
    /// Values under keys, in the order of the file.
    case mapping([Pair])
  }

  /// A key and its value.
  struct Pair: Sendable {
    var key: String
    /// The line of the key, from 1.
    var line: Int
    var value: YAMLNode
  }

  var content: Content
  /// The line on which it begins, from 1.
  var line: Int
}
