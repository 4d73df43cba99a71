/// 工作簿属性 — what the file says of itself. Nothing is taken from the clock: the same calls give the same bytes.
public struct WorkbookProperties: Sendable {
  /// When it was made, in seconds since 1970-01-01 UTC; at least 1.
  public var created: Int
  public var title: String?
  public var author: String?

  /// Properties.
  public init(created: Int, title: String? = nil, author: String? = nil) {
    self.created = created
    self.title = title
    self.author = author
  }
}
