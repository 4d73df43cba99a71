/// DBF 字段 — one column of a DBF file.
public struct DBFColumn: Sendable, Equatable {
  /// The field's name; in files we write at most ten capital letters, digits and underscores.
  public var name: String
  /// What it holds.
  public var type: DBFType
  /// The field's width in bytes; a Chinese character takes two.
  public var width: Int
  /// The decimals of a number.
  public var decimals: Int

  /// A column as a header describes it.
  public init(name: String, type: DBFType, width: Int, decimals: Int = 0) {
    self.name = name
    self.type = type
    self.width = width
    self.decimals = decimals
  }

  /// A text column (`C`) of `width` bytes, 1–254.
  public static func text(_ name: String, _ width: Int) -> DBFColumn {
    DBFColumn(name: name, type: .text, width: width)
  }

  /// A number column (`N`) of `width` bytes, 1–20, sign and point included.
  public static func number(_ name: String, _ width: Int, decimals: Int = 0) -> DBFColumn {
    DBFColumn(name: name, type: .number, width: width, decimals: decimals)
  }
}
