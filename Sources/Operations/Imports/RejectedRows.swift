internal import CSVFormat
internal import Exports
internal import Files
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

  /// Writes the rows as CSV, under the headings of the file that they come from.
  func writeCSV(to path: String, _ reader: any RowReader) throws {
    let columns = zip(binding.layout.columns, binding.positions).filter { $1 != nil }.map(\.0)
    let file = try WholeFile(path: path)
    var writer = try CSVWriter(file, encoding: .utf8BOM)
    try writer.write(columns.map(\.heading))
    try forEach(in: reader) { values in try writer.write(columns.map { values[$0.field] ?? "" }) }
    try writer.finish()
    try file.finish()
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
