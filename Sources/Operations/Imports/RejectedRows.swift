internal import Exports
internal import Imports
internal import Tabular

/// 剩余行 — the rows that were not taken, as they were sent, in the template's own form: to be mended and sent again
/// (REG-14).
struct RejectedRows {
  let binding: FieldBinding
  private let rows: Set<Int>

  /// - Parameter rows: the numbers of the rows that were not taken.
  init(binding: FieldBinding, rows: Set<Int>) {
    self.binding = binding
    self.rows = rows
  }

  /// The fields that templates leave out, but that this file has columns for.
  var extraFields: Set<String> {
    Set(
      zip(binding.layout.columns, binding.positions).filter { $1 != nil && !$0.replaces.isEmpty }.map(
        \.0.field))
  }

  /// Hands on each row's texts by field, as they were typed.
  func forEach(in reader: any RowReader, _ take: ([String: String]) throws -> Void) throws {
    var reader = reader
    var row = RawRow()
    while try reader.read(into: &row) {
      guard rows.contains(row.number) else { continue }
      var values: [String: String] = [:]
      for (column, position) in zip(binding.layout.columns, binding.positions) {
        if let position, let text = row.text(column: position) { values[column.field] = text }
      }
      try take(values)
    }
  }
}
