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
  /// A record without values: all blanks; the first says that it is not deleted.
  private let blank: [UInt8]
  private let encoder: DBFEncoder
  private let records: Int
  private var written = 0
  /// The column that is next in the current record.
  public private(set) var column = 0
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
    blank = [UInt8](repeating: .space, count: columns.reduce(1) { $0 + $1.width })
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
    var field: [UInt8] = []
    try encoder.encode(value, as: columns[column], substitute: substitute, into: &field)
    if column == 0 { buffer.append(.space) }
    buffer.append(contentsOf: field)
    column += 1
  }

  /// Adds the fields of a row to the current record, from the column that is next to the last. The row may have more.
  /// - Throws: why one of them does not fit; the record has those before it then, and its column is next.
  public mutating func append(_ row: TextRow) throws(DBFProblem) {
    let (encoder, columns, start) = (encoder, columns, buffer.count - begun)
    // Behind the mark that it is not deleted.
    let first = start + max(1, begun)
    buffer.append(contentsOf: blank[begun...])
    do {
      var next = column
      defer { column = next }
      try row.bytes.withUnsafeBufferPointer { texts throws(DBFProblem) in
        try buffer.withUnsafeMutableBufferPointer { buffer throws(DBFProblem) in
          var rest = UnsafeMutableBufferPointer(rebasing: buffer[first...])
          while next < columns.count {
            let field = UnsafeMutableBufferPointer(rebasing: rest[..<columns[next].width])
            try encoder.encode(
              UnsafeBufferPointer(rebasing: texts[row.fields[next]]), as: columns[next], substitute: .none,
              into: FieldSlot(field))
            rest = UnsafeMutableBufferPointer(rebasing: rest[field.count...])
            next += 1
          }
        }
      }
    } catch {
      buffer.removeLast(buffer.count - start - begun)
      throw error
    }
  }

  /// How many bytes of the current record are there.
  private var begun: Int { column == 0 ? 0 : 1 + columns[..<column].reduce(0) { $0 + $1.width } }

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
