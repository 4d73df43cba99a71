public import Tabular

/// DBF 写入器 — writes a dBASE III file in code page 936 (DOC-07, SCO-07): the header with the number of
/// records, then the records, each as wide as the header says.
///
/// A value that does not fit is thrown as a `DBFProblem` and leaves the record as it was: append a substitute
/// in its place, or give the file up. To know all problems first, ask a `DBFEncoder`.
public struct DBFWriter {
  /// Where the bytes go; complete after `finish()`.
  public private(set) var sink: any ByteSink

  private let columns: [DBFColumn]
  private let encoder: DBFEncoder
  private let records: Int
  private var written = 0
  private var column = 0
  private var buffer: [UInt8] = []
  private static let batch = 1 << 16

  /// Begins a file of `records` records.
  /// - Throws: `.unsupported` where dBASE III has no such columns or not so many records.
  public init(
    _ sink: any ByteSink, columns: [DBFColumn], records: Int, date: DBFDate
  ) throws(FileError) {
    self.sink = sink
    self.columns = columns
    self.records = records
    encoder = try DBFEncoder()
    let header = try DBFHeader.bytes(columns: columns, records: records, date: date)
    buffer.append(contentsOf: header)
  }

  /// Writes one record of as many values as there are columns.
  /// - Throws: `.unsupported` with the record and the field where a value does not fit (see `DBFProblem`),
  ///   and the record is not written then; `.disk`.
  public mutating func write(_ values: [String], substitute: DBFSubstitute = .none) throws(FileError) {
    let start = buffer.count
    do throws(DBFProblem) {
      for value in values { try append(value, substitute: substitute) }
    } catch {
      buffer.removeLast(buffer.count - start)
      column = 0
      throw FileError(
        .unsupported, at: "record \(written + 1)", zh: error.wording.zh, en: error.wording.en)
    }
    try endRecord()
  }

  /// Adds the next value of the current record.
  /// - Throws: why it does not fit; the record is as it was, and the same column is next.
  public mutating func append(_ value: String, substitute: DBFSubstitute = .none) throws(DBFProblem) {
    precondition(column < columns.count, "A record has as many values as the file has columns.")
    if column == 0 { buffer.append(.space) }
    do {
      try encoder.encode(value, as: columns[column], substitute: substitute, into: &buffer)
    } catch {
      if column == 0 { buffer.removeLast() }
      throw error
    }
    column += 1
  }

  /// Ends the current record.
  /// - Throws: `.disk` where the sink cannot take it.
  public mutating func endRecord() throws(FileError) {
    precondition(column == columns.count, "A record has as many values as the file has columns.")
    column = 0
    written += 1
    if buffer.count >= Self.batch { try flush() }
  }

  /// Writes the end of the file. The sink itself is finished by its owner.
  /// - Throws: `.damaged` where there were not as many records as the header says; `.disk`.
  public mutating func finish() throws(FileError) {
    guard column == 0, written == records else {
      throw FileError(
        .damaged, zh: "DBF 文件头写明 \(records) 条记录，实际写入 \(written) 条。文件未完成，请重新生成。",
        en:
          "The DBF header says \(records) records, \(written) were written. The file is not whole; make "
          + "it again."
      )
    }
    buffer.append(DBFHeader.endOfFile)
    try flush()
  }

  private mutating func flush() throws(FileError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
