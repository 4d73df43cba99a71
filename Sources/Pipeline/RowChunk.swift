public import Tabular

/// 行块 — about a thousand rows in one piece of memory, so that they can be handed to another task in one go.
public struct RowChunk: Sendable {
  /// The rows' numbers, and where each row's cells lie in `cells`.
  public private(set) var rows: [(number: Int, cells: Range<Int>)] = []
  /// The cells of all rows; their ranges are ranges of `bytes`.
  public private(set) var cells: [RawCell] = []
  /// The text of all cells, UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// An empty chunk.
  public init() {}

  /// The number of rows.
  public var count: Int { rows.count }

  /// Adds a copy of a row.
  public mutating func append(_ row: RawRow) {
    let (firstCell, offset) = (cells.count, bytes.count)
    for var cell in row.cells {
      cell.range = cell.range.lowerBound + offset..<cell.range.upperBound + offset
      cells.append(cell)
    }
    bytes.append(contentsOf: row.bytes)
    rows.append((row.number, firstCell..<cells.count))
  }

  /// The text of a cell of this chunk.
  public func text(of cell: RawCell) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[cell.range]), as: UTF8.self)
    }
  }
}
