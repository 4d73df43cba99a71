/// XML 限额 — how large the pieces of a part's XML may be before the file is refused as hostile.
public struct XMLLimits: Sendable, Equatable {
  /// How deep elements may lie in each other.
  public var depth = 64
  /// The most attributes of one element.
  public var attributes = 256
  /// The most namespace declarations in force at one place.
  public var namespaces = 64
  /// The most bytes of an element's or attribute's name.
  public var nameBytes = 1 << 10
  /// The most bytes of an attribute's value.
  public var valueBytes = 64 << 10
  /// The most bytes of a whole tag.
  public var tagBytes = 1 << 20

  /// The safe defaults.
  public init() {}
}
