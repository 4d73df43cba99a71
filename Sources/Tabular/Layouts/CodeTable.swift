/// 码表 — codes and their names, in order.
public struct CodeTable: Sendable, Equatable {
  /// One code.
  public struct Item: Sendable, Equatable {
    /// The code that is stored: `01`.
    public var code: String
    /// The name that is shown: `汉`.
    public var name: String
    /// Other names that are understood: `汉族`.
    public var aliases: [String]

    /// A code with its names.
    public init(code: String, name: String, aliases: [String] = []) {
      self.code = code
      self.name = name
      self.aliases = aliases
    }
  }

  /// The table's name, the same as its file's: `ethnicity`.
  public var name: String
  /// The heading under which the table is shown: 民族.
  public var title: String
  /// The codes in the table's order.
  public var items: [Item]

  /// A table.
  public init(name: String, title: String, items: [Item]) {
    self.name = name
    self.title = title
    self.items = items
  }
}
