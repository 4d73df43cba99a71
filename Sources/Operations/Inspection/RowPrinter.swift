internal import CSVFormat
public import Tabular

/// 行打印 — prints rows as RFC 4180 UTF-8 with LF, texts exactly as importers see them; blank rows inside the data stay,
/// trailing ones are dropped.
public struct RowPrinter {
  private let mostRows: Int

  /// - Parameter mostRows: how many rows of the file to print; nil for all.
  public init(mostRows: Int? = nil) { self.mostRows = mostRows ?? .max }

  /// Prints the rows of `reader` to `sink`.
  public func print(_ reader: any RowReader, to sink: any ByteSink) throws(FileError) {
    var reader = reader
    var writer = try CSVWriter(sink, encoding: .utf8, lineBreak: .lf, cells: .exact)
    var row = RawRow()
    let blank = RawRow()
    var expected = 1
    while try reader.read(into: &row), row.number <= mostRows {
      while expected < row.number {
        try writer.write(blank)
        expected += 1
      }
      try writer.write(row)
      expected = (reader as? CSVReader).map { $0.endLine + 1 } ?? row.number + 1
    }
    try writer.finish()
  }
}
