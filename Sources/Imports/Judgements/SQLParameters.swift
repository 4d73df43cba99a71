internal import Storage

/// 参数表 — collects the parameters of a statement while its text is put together, so that their numbers fit and none is
/// given that the text does not use.
struct SQLParameters {
  private(set) var values: [SQLValue] = []

  /// Adds a value.
  /// - Returns: its place: `$3`.
  mutating func add(_ value: SQLValue) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  /// Adds texts.
  /// - Returns: their places as a list: `$3, $4, $5`.
  mutating func add(_ texts: [String]) -> String {
    texts.map { add(.text($0)) }.joined(separator: ", ")
  }
}
