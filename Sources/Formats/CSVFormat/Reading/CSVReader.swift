public import Tabular

/// CSV 读取器 — pulls the records of a CSV file one by one, from bytes in any of the encodings (SCO-01).
///
/// What is read: fields in quotes with doubled quotes, separators and line breaks inside; lines ended by
/// CRLF, LF or CR; a last line without an end. Comma, tab or semicolon, found by the first line. Records
/// without a value are passed over; they count as lines. Blanks behind a closing quote are dropped; a quote
/// within a field that did not begin with one is text, as in Excel. Any other text behind a closing quote, a
/// zero byte, bytes that are not of the encoding, and a quote that is never closed are errors that name the
/// line: a reader that guessed would swallow or join rows.
public struct CSVReader: RowReader {
  /// The encoding of the file.
  public let encoding: CSVEncoding
  /// What stands between the fields.
  public let delimiter: CSVDelimiter
  /// The line on which the row last read ended; it began on `row.number`. Lines between it and the next row's
  /// number are blank.
  public var endLine: Int { scanner.endLine }

  private var window: TextWindow
  var scanner: CSVScanner
  let limits: CSVLimits
  private let removesGuards: Bool
  private var failure: FileError?

  /// Opens a file of any encoding; it is read once to find which (see `CSVEncoding.detect`), and again for
  /// its rows.
  /// - Parameters:
  ///   - delimiter: what stands between the fields; nil to find it by the first line.
  ///   - removesGuards: takes the guards off again that `CSVWriter` puts before texts like formulas (ERR-04).
  ///   - bufferSize: how many bytes are read at a time.
  /// - Throws: `.empty` or `.wrongKind` where it is no CSV file at all.
  public init(
    _ source: any ByteSource, limits: CSVLimits = CSVLimits(), delimiter: CSVDelimiter? = nil,
    removesGuards: Bool = false, bufferSize: Int = 1 << 18
  ) throws(FileError) {
    try self.init(
      SourceStream(source), encoding: CSVEncoding.detect(source), limits: limits, delimiter: delimiter,
      removesGuards: removesGuards, bufferSize: bufferSize)
  }

  /// Reads a stream whose encoding is known, for instance from `CSVEncoding.detect(in:)` on an earlier pass
  /// over it.
  /// - Throws: `.empty` where there are no bytes.
  public init(
    _ stream: any ByteStream, encoding: CSVEncoding, limits: CSVLimits = CSVLimits(),
    delimiter: CSVDelimiter? = nil, removesGuards: Bool = false, bufferSize: Int = 1 << 18
  ) throws(FileError) {
    self.encoding = encoding
    self.limits = limits
    self.removesGuards = removesGuards
    window = try TextWindow(stream, encoding, pieceSize: bufferSize)
    var search = DelimiterSearch()
    var seen = 0
    while try window.extend() {
      if search.look(at: window.text[window.range].dropFirst(seen)) { break }
      seen = window.range.count
      if seen > limits.record { break }
    }
    if !window.hasBytes {
      throw FileError(
        .empty, zh: "文件是空的，一个字节也没有。请重新导出后再试。",
        en: "The file is empty, without a single byte. Export it again.")
    }
    self.delimiter = delimiter ?? search.delimiter
    scanner = CSVScanner(delimiter: self.delimiter, limits: limits)
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
    while true {
      let outcome: CSVScanner.Outcome
      if !window.range.isEmpty {
        let next: Int
        (outcome, next) = scanner.scan(window.text, window.range, into: &row)
        window.skip(to: next)
      } else if try window.extend() {
        continue
      } else {
        if let fault = window.fault { throw error(for: fault) }
        if scanner.isQuoted { throw unclosedQuote }
        outcome = scanner.finish(&row)
        if outcome == .needsText { return false }
      }
      switch outcome {
      case .needsText: continue
      case .record where row.cells.isEmpty: continue
      case .record:
        row.number = scanner.recordLine
        if removesGuards { FormulaGuard.remove(from: &row) }
        return true
      default: throw error(for: outcome)
      }
    }
  }
}
