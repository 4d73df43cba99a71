/// 文件节点 — one node of a document with the place at which it stands, so that every finding can name it. YAML text and
/// the cells of a workbook become the same nodes, so that what they say is read and checked once. Values are kept as
/// they were typed: `99` and `"99"` are the same code, and no number loses its leading zeros.
struct DocumentNode: Sendable {
  /// What a node holds.
  enum Content: Sendable {
    /// Nothing was typed, or `~` or `null`.
    case nothing
    /// Something that has its finding already and is not looked at again.
    case unreadable
    /// A single value.
    case scalar(String)
    /// Values in order.
    case list([DocumentNode])
    /// Values under keys, in the order of the file.
    case mapping([Pair])
  }

  /// A key and its value.
  struct Pair: Sendable {
    var key: String
    /// Where the key stands; see `DocumentNode.line`.
    var line: Int
    var value: DocumentNode
  }

  var content: Content
  /// Where it begins: in a text the line, from 1; in a workbook the number of its cell, see `SheetPlaces`.
  var line: Int
}
