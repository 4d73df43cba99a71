public import Tabular

/// DBF 读取器 — pulls the live records of a DBF file: dBASE III, with or without memos, and Visual FoxPro, in
/// code page 936. A row's number is the record's place in the file, from 1, deleted ones included.
///
/// Texts lose the blanks behind them, numbers the blanks around them; dates read `YYYY-MM-DD`. Memos lie in
/// another file; their place in it is what is read. A missing 0x1A at the end is forgiven, missing records
/// are not, nor bytes that code page 936 does not have.
public struct DBFReader: RowReader {
  /// The columns in their order.
  public let columns: [DBFColumn]
  /// How many records the header promises, deleted ones included.
  public let recordCount: Int
  /// How many live records were met so far, blank ones included; all of them once `read` has returned false.
  public private(set) var liveCount = 0
  /// How many deleted records were passed over so far.
  public private(set) var deletedCount = 0
  /// The name of the encoding, for people.
  public var encoding: String { "GBK" }

  private let structure: DBFStructure
  private let value: DBFValue
  private var window: ByteWindow
  private var failure: FileError?

  /// Opens a file.
  /// - Parameter bufferSize: how many bytes are read at a time.
  /// - Throws: `.empty`, `.wrongKind`, `.unsupported`, `.damaged`; `.truncated` where there are fewer bytes
  ///   than the header promises.
  public init(_ source: any ByteSource, bufferSize: Int = 1 << 18) throws(FileError) {
    try self.init(SourceStream(source), bufferSize: bufferSize)
    let room = source.count - structure.headerLength
    if room / structure.recordLength < recordCount { throw cut(after: max(0, room) / structure.recordLength) }
  }

  /// Reads a stream; whether all records are there shows only at its end.
  /// - Throws: as above, for the header.
  public init(_ stream: any ByteStream, bufferSize: Int = 1 << 18) throws(FileError) {
    let codePage = try CodePage936.shared()
    window = ByteWindow(stream, pieceSize: bufferSize)
    _ = try window.fill(DBFHeader.length)
    var structure = try DBFStructure(start: window.bytes[window.range].prefix(DBFHeader.length))
    guard try window.fill(structure.headerLength) else { throw DBFStructure.cutHeader }
    let header = window.bytes[window.range].prefix(structure.headerLength)
    try structure.readFields(header.dropFirst(DBFHeader.length), codePage)
    window.skip(structure.headerLength)
    self.structure = structure
    columns = structure.fields.map(\.column)
    recordCount = structure.recordCount
    value = DBFValue(codePage: codePage)
  }

  /// The position of a column by its name, in any case; nil where there is none.
  public func column(_ name: String) -> Int? {
    let name = name.uppercased()
    return columns.firstIndex { $0.name.uppercased() == name }
  }

  /// Fills `row` with the columns' names, as the heading row that other tables have in the file itself.
  public func readHeadings(into row: inout RawRow) {
    row.removeAll()
    row.number = 0
    for (index, column) in columns.enumerated() { row.append(column.name.utf8, column: index) }
  }

  public mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    if let failure { throw failure }
    do {
      return try next(&row)
    } catch {
      row.removeAll()
      failure = error
      throw error
    }
  }

  private mutating func next(_ row: inout RawRow) throws(FileError) -> Bool {
    while liveCount + deletedCount < recordCount {
      let number = liveCount + deletedCount + 1
      guard try window.fill(structure.recordLength) else { throw cut(after: number - 1) }
      switch window.bytes[window.range.lowerBound] {
      case .space:
        row.number = number
        if let index = readFields(&row) { throw wrongBytes(structure.fields[index].column, number) }
        liveCount += 1
      case .asterisk: deletedCount += 1
      case DBFHeader.endOfFile: throw cut(after: number - 1)
      default:
        throw DBFStructure.damaged(
          "记录的删除标记既不是空格也不是 *", "The deletion mark is neither a blank nor *", at: "record \(number)")
      }
      window.skip(structure.recordLength)
      if !row.cells.isEmpty { return true }
    }
    try checkEnd()
    return false
  }

  /// Reads the fields of the record that the window begins with.
  /// - Returns: the position of the first field whose bytes are wrong; nil where all are right.
  private func readFields(_ row: inout RawRow) -> Int? {
    window.bytes.withUnsafeBufferPointer { bytes in
      for (index, field) in structure.fields.enumerated() {
        let from = window.range.lowerBound + field.offset
        let start = row.bytes.count
        let content = bytes[from..<from + field.column.width]
        if !value.append(content, of: field.column, to: &row.bytes) { return index }
        let end = row.bytes.count
        if end > start { row.cells.append(RawCell(column: index, range: start..<end)) }
      }
      return nil
    }
  }

  private func wrongBytes(_ column: DBFColumn, _ record: Int) -> FileError {
    DBFStructure.damaged(
      "列 \(column.name) 的字节不是代码页 936（GBK）的字符，或与列的类型不符",
      "The bytes of column \(column.name) are not of code page 936 (GBK), or not of the column's type",
      at: "record \(record)")
  }

  /// Behind the last record nothing follows but the end mark or zero bytes: more records would be lost in
  /// silence.
  private mutating func checkEnd() throws(FileError) {
    guard try window.fill(1) else { return }
    let byte = window.bytes[window.range.lowerBound]
    if byte != DBFHeader.endOfFile, byte != 0 {
      throw DBFStructure.damaged(
        "文件头写明 \(recordCount) 条记录，其后还有内容", "The header says \(recordCount) records, and more follows them",
        at: "record \(recordCount + 1)")
    }
  }

  private func cut(after records: Int) -> FileError {
    FileError(
      .truncated, at: "record \(records + 1)",
      zh: "文件头写明 \(recordCount) 条记录，文件里只有 \(records) 条完整的记录。请重新导出或重新传送。",
      en:
        "The header says \(recordCount) records, the file holds \(records) whole ones. Export or send it "
        + "again."
    )
  }
}

extension UInt8 {
  static let asterisk: UInt8 = 0x2A
}
