internal import CSVFormat
internal import Programmes
internal import Tabular

/// CSV 表 — writes records as CSV with a heading row; no cell can run as a formula (ERR-04).
enum CSVTable {
  /// Writes what `records` hands on to `sink`, in UTF-8 with a mark unless the options say otherwise.
  /// - Returns: how many records there were.
  static func write(
    _ layout: ExportLayout, _ context: ExportContext, to sink: any ByteSink,
    records: (_ take: ([String]) throws -> Void) throws -> Void
  ) throws -> Int {
    let encoding: CSVEncoding = context.options.encoding == .gb18030 ? .gb18030 : .utf8BOM
    var writer = try CSVWriter(sink, encoding: encoding)
    try writer.write(layout.columns.map(\.heading))
    var count = 0
    try records { texts in
      try writer.write(texts)
      count += 1
      try context.step(count, of: nil)
    }
    try writer.finish()
    return count
  }
}
