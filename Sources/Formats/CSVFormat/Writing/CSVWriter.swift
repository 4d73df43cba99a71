public import Tabular

/// CSV 写入器 — writes records as RFC 4180 has them: fields with a comma, a quote or a line break are quoted,
/// quotes in them doubled.
///
/// Cells are guarded against running as formulas (ERR-04, see `FormulaGuard`) unless the writer is told to
/// write texts exactly, for feeds that machines read.
public struct CSVWriter {
  /// 换行 — what ends a record.
  public enum LineBreak: Sendable {
    /// CRLF, as RFC 4180 and Excel have it.
    case crlf
    /// LF alone.
    case lf
  }

  /// 单元格文字 — whether texts are made safe for spreadsheets.
  public enum Cells: Sendable {
    /// No cell can run as a formula (ERR-04).
    case guarded
    /// Every text as it is, for machines.
    case exact
  }

  /// Where the bytes go; complete after `finish()`.
  public private(set) var sink: any ByteSink

  private let encoding: CSVEncoding
  private let lineBreak: LineBreak
  private let cells: Cells
  private let table: GB18030Encoding?
  private var text: [UInt8] = []
  private var encoded: [UInt8] = []
  private var fieldCount = 0
  private var recordStart = 0
  private static let batch = 1 << 16

  /// A writer at the beginning of a file.
  /// - Throws: `.unsupported` where this machine's C library does not know the encoding.
  public init(
    _ sink: any ByteSink, encoding: CSVEncoding = .utf8BOM, lineBreak: LineBreak = .crlf,
    cells: Cells = .guarded
  ) throws(FileError) {
    self.sink = sink
    self.encoding = encoding
    self.lineBreak = lineBreak
    self.cells = cells
    table = encoding == .gb18030 ? GB18030Encoding.shared : nil
    if encoding == .gb18030, table == nil { throw TextWindow.unknownEncoding }
    if encoding == .utf8BOM || encoding == .utf16LE || encoding == .utf16BE {
      text.append(contentsOf: "\u{FEFF}".utf8)
    }
    recordStart = text.count
  }

  /// Writes one record.
  public mutating func write(_ fields: [String]) throws(FileError) {
    for field in fields { append(field) }
    try endRecord()
  }

  /// Writes a row that a reader gave, with blank fields where it has no cells.
  /// - Parameter columns: how many fields to write at least.
  public mutating func write(_ row: RawRow, columns: Int = 0) throws(FileError) {
    row.bytes.withUnsafeBufferPointer { bytes in
      for cell in row.cells {
        while fieldCount < cell.column { append(UnsafeBufferPointer(rebasing: bytes[..<0])) }
        append(UnsafeBufferPointer(rebasing: bytes[cell.range]))
      }
    }
    while fieldCount < columns { append("") }
    try endRecord()
  }

  /// Adds a field to the current record.
  public mutating func append(_ field: String) {
    var field = field
    field.withUTF8 { append($0) }
  }

  /// Ends the current record; one without fields is a blank line.
  /// - Throws: `.disk` where the sink cannot take it.
  public mutating func endRecord() throws(FileError) {
    // A single blank field would be a blank line, which readers pass over.
    if fieldCount == 1, text.count == recordStart { text.append(contentsOf: [.quote, .quote]) }
    if lineBreak == .crlf { text.append(.carriageReturn) }
    text.append(.lineFeed)
    fieldCount = 0
    if text.count >= Self.batch { try flush() }
    recordStart = text.count
  }

  /// Hands everything to the sink. The sink itself is finished by its owner.
  /// - Throws: `.disk` where the sink cannot take it.
  public mutating func finish() throws(FileError) {
    if fieldCount > 0 { try endRecord() }
    try flush()
  }

  private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    if fieldCount > 0 { text.append(CSVDelimiter.comma.rawValue) }
    fieldCount += 1
    let isGuarded = cells == .guarded && FormulaGuard.isNeeded(field)
    let isQuoted = field.contains { $0 <= 0x2C && ($0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D) }
    if isQuoted { text.append(.quote) }
    if isGuarded { text.append(0x27) }
    if isQuoted {
      for byte in field {
        text.append(byte)
        if byte == .quote { text.append(byte) }
      }
      text.append(.quote)
    } else {
      text.append(contentsOf: field)
    }
  }

  private mutating func flush() throws(FileError) {
    if encoding == .utf8 || encoding == .utf8BOM {
      try sink.write(text)
    } else {
      encoded.removeAll(keepingCapacity: true)
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        if let table {
          table.append(scalar, to: &encoded)
        } else {
          UTF16Text.append(scalar, to: &encoded, highByteFirst: encoding == .utf16BE)
        }
      }
      try sink.write(encoded)
    }
    text.removeAll(keepingCapacity: true)
  }
}
