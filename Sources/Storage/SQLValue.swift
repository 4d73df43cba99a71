/// 参数值 — one value that is bound to `$1`, `$2` … of a statement.
public enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  /// The text, or null where there is none.
  public static func optional(_ text: String?) -> SQLValue {
    text.map(SQLValue.text) ?? .null
  }

  /// The number, or null where there is none.
  public static func optional(_ number: Int?) -> SQLValue {
    number.map(SQLValue.integer) ?? .null
  }

  /// Truth as 1 or 0, which both databases store and compare alike.
  public static func flag(_ truth: Bool) -> SQLValue { .integer(truth ? 1 : 0) }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
}
