/// 单元格类型 — what the file itself says a cell is, before any layout gives it a meaning.
public enum CellKind: UInt8, Sendable {
  /// Text as it was typed. Every cell of a CSV or DBF file is one.
  case text
  /// A number cell of a workbook; its bytes are the number as a person would type it (`55555`, not `55555.0`).
  case number
  /// A number that has more digits than a workbook keeps (over 15 significant): the bytes are what is left of it.
  case lossyNumber
  /// A number with a date format; its bytes are `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM:SS`, or `HH:MM:SS`.
  case date
  /// `TRUE` or `FALSE`.
  case boolean
  /// An error value such as `#VALUE!`.
  case error
}

/// 原始单元格 — one non-empty cell of a row: where its text lies in the row's bytes, and what the file says it is.
public struct RawCell: Sendable, Equatable {
  /// The column, counted from 0.
  public var column: Int
  /// The cell's text as a range of the row's `bytes`, UTF-8.
  public var range: Range<Int>
  /// What the file says the cell is.
  public var kind: CellKind
  /// Whether the value is the cached result of a formula.
  public var isFormula: Bool

  /// A cell whose text lies at `range` of its row's bytes.
  public init(column: Int, range: Range<Int>, kind: CellKind = .text, isFormula: Bool = false) {
    self.column = column
    self.range = range
    self.kind = kind
    self.isFormula = isFormula
  }
}

/// 原始行 — one row as a reader saw it. A reader fills the same value again and again, so that reading allocates
/// nothing once the buffers have grown; make Strings only of what a person is shown or the store keeps.
public struct RawRow: Sendable {
  /// The row number that a spreadsheet shows; in a CSV file the line on which the record starts; both from 1.
  public var number = 0
  /// The text of all cells, one after the other, UTF-8.
  public var bytes: [UInt8] = []
  /// The non-empty cells in column order.
  public var cells: [RawCell] = []

  /// An empty row.
  public init() {}

  /// Forgets the cells and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  /// Adds a cell at the end of the row.
  public mutating func append(
    _ text: some Sequence<UInt8>, column: Int, kind: CellKind = .text, isFormula: Bool = false
  ) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    cells.append(RawCell(column: column, range: start..<bytes.count, kind: kind, isFormula: isFormula))
  }

  /// The text of a cell of this row.
  public func text(of cell: RawCell) -> String {
    String(decoding: bytes[cell.range], as: UTF8.self)
  }

  /// The text in a column (from 0), or nil where the row has no such cell.
  public func text(column: Int) -> String? {
    cells.first { $0.column == column }.map(text(of:))
  }
}

/// 行读取器 — pulls rows out of a file without loading it.
public protocol RowReader {
  /// Reads the next row that has a value into `row`, which is emptied first.
  /// - Returns: false at the end of the rows; `row` is empty then.
  /// - Throws: a `FileError` that says what is wrong with the file and where; nothing can be read after it.
  mutating func read(into row: inout RawRow) throws(FileError) -> Bool
}
