internal import Tabular

/// CSV 状态机 — cuts text into fields and records, byte by byte, wherever the text is broken into pieces. It
/// cannot fail: it says what it met, and the reader over it makes errors of that.
struct CSVScanner {
  /// Why scanning stopped.
  enum Outcome {
    /// All the text was used up.
    case needsText
    /// A record ended; it has no cells where all its fields are blank.
    case record
    case zeroByte
    case textAfterQuote
    case fieldTooLong
    case recordTooLong
    case tooManyFields
  }

  private enum State {
    case recordStart
    case fieldStart
    case plain
    case quoted
    /// Behind a quote within a quoted field: it ended the field, or is the first of two.
    case afterQuote
    /// Behind the blanks that follow a quoted field.
    case padding
  }

  /// The line of the next byte, from 1. CRLF, LF and CR each end a line.
  private(set) var line = 1
  /// The line on which the current record began.
  private(set) var recordLine = 1
  /// The line on which the last record ended.
  private(set) var endLine = 0
  /// The line on which the last quoted field began.
  private(set) var quoteLine = 0
  /// The current field's column, from 0.
  private(set) var column = 0
  /// Whether the next byte is within quotes.
  var isQuoted: Bool { state == .quoted }

  private let delimiter: UInt8
  private let limits: CSVLimits
  private var state = State.recordStart
  /// Where the current field's text begins in the row's bytes.
  private var fieldStart = 0
  /// The byte before the next one: a line feed behind a carriage return ends no line of its own.
  private var last: UInt8 = 0

  init(delimiter: CSVDelimiter, limits: CSVLimits) {
    self.delimiter = delimiter.rawValue
    self.limits = limits
  }

  /// Reads `text[range]` up to the end of a record, or to its end.
  /// - Parameter row: gets the cells; empty when a record begins.
  /// - Returns: why it stopped, and the position of the first byte that is not read.
  mutating func scan(_ text: [UInt8], _ range: Range<Int>, into row: inout RawRow) -> (Outcome, Int) {
    text.withUnsafeBufferPointer { text in
      var position = range.lowerBound
      let outcome = scan(text, &position, range.upperBound, &row)
      if position > range.lowerBound { last = text[position - 1] }
      return (outcome, position)
    }
  }

  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int, _ row: inout RawRow
  ) -> Outcome {
    let start = position
    while position < end {
      switch state {
      case .recordStart:
        let previous = position > start ? text[position - 1] : last
        if text[position] == .lineFeed, previous == .carriageReturn {
          position += 1
          continue
        }
        recordLine = line
        column = 0
        state = .fieldStart
      case .fieldStart:
        fieldStart = row.bytes.count
        if text[position] == .quote {
          position += 1
          quoteLine = line
          state = .quoted
          continue
        }
        state = .plain
        fallthrough
      case .plain:
        let from = position
        position = endOfPlain(text, from, end)
        if let trouble = take(text, from..<position, &row) { return trouble }
        if position == end { break }
        if let outcome = endField(text, &position, &row) { return outcome }
      case .quoted:
        let from = position
        let isClosed = readQuoted(text, start, &position, end)
        if let trouble = take(text, from..<position, &row) { return trouble }
        if position == end { break }
        if !isClosed { return .zeroByte }
        position += 1
        state = .afterQuote
      case .afterQuote where text[position] == .quote:
        row.bytes.append(.quote)
        position += 1
        state = .quoted
      case .afterQuote, .padding:
        if text[position] == .space {
          position += 1
          state = .padding
        } else if !isBreak(text[position]) {
          return text[position] == 0 ? .zeroByte : .textAfterQuote
        } else if let outcome = endField(text, &position, &row) {
          return outcome
        }
      }
    }
    return .needsText
  }

  /// Ends what is open at the end of the file.
  /// - Returns: `.record` where there is one, else `.needsText`. (A field that is still quoted is no record.)
  mutating func finish(_ row: inout RawRow) -> Outcome {
    if state == .recordStart || state == .quoted { return .needsText }
    if state == .fieldStart { fieldStart = row.bytes.count }
    endCell(&row)
    state = .recordStart
    endLine = line
    return .record
  }

  @inline(__always)
  private func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Int {
    // Nearly all bytes are above all those that are looked for: one comparison settles them.
    let highest = max(delimiter, .carriageReturn)
    var position = from
    while position < end {
      let byte = text[position]
      if byte <= highest, isBreak(byte) || byte == 0 { break }
      position += 1
    }
    return position
  }

  /// Moves to the next quote, counting lines.
  /// - Returns: false where it stopped at a zero byte.
  private mutating func readQuoted(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ position: inout Int, _ end: Int
  ) -> Bool {
    var previous = position > start ? text[position - 1] : last
    while position < end {
      let byte = text[position]
      if byte <= .quote {
        if byte == .quote { return true }
        if byte == 0 { return false }
        if byte == .carriageReturn || byte == .lineFeed && previous != .carriageReturn { line += 1 }
      }
      previous = byte
      position += 1
    }
    return true
  }

  @inline(__always)
  private func isBreak(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == .lineFeed || byte == .carriageReturn
  }

  /// Adds a piece of the current field to the row.
  @inline(__always)
  private func take(_ text: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>, _ row: inout RawRow) -> Outcome?
  {
    if piece.isEmpty { return nil }
    row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[piece]))
    if row.bytes.count - fieldStart > limits.field { return .fieldTooLong }
    return row.bytes.count > limits.record ? .recordTooLong : nil
  }

  /// Ends the current field at the break that `position` is at.
  @inline(__always)
  private mutating func endField(
    _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ row: inout RawRow
  ) -> Outcome? {
    let byte = text[position]
    if byte == 0 { return .zeroByte }
    endCell(&row)
    position += 1
    if byte == delimiter {
      column += 1
      state = .fieldStart
      return column < limits.fields ? nil : .tooManyFields
    }
    endLine = line
    line += 1
    state = .recordStart
    return .record
  }

  @inline(__always)
  private func endCell(_ row: inout RawRow) {
    let end = row.bytes.count
    if end > fieldStart { row.cells.append(RawCell(column: column, range: fieldStart..<end)) }
  }
}

extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
}
