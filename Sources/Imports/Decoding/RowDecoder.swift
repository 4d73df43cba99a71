internal import ExamModel
public import Pipeline
internal import Programmes
internal import Tabular

/// 行解码 — turns the cells of a row into values of their columns' types. Every cell is looked at, so that a broken one
/// never hides another (ERR-03); pure, so that chunks can be decoded in parallel.
public struct RowDecoder: Sendable {
  let binding: FieldBinding
  private let columnAtPosition: [Int?]
  private let cells: [CellDecoder]
  private let swapped: SwappedCells?

  /// A decoder for the columns of one file.
  /// - Parameter countsFrom1904: whether the workbook's dates count from 1904.
  public init(binding: FieldBinding, context: ImportContext, countsFrom1904: Bool = false) {
    self.binding = binding
    var columns = [Int?](repeating: nil, count: (binding.positions.compactMap(\.self).max() ?? -1) + 1)
    for (index, position) in binding.positions.enumerated() {
      if let position { columns[position] = index }
    }
    columnAtPosition = columns
    cells = binding.layout.columns.indices.map { index in
      CellDecoder(index: index, binding: binding, context: context, countsFrom1904: countsFrom1904)
    }
    swapped = SwappedCells(binding, context)
  }

  /// The rows of a chunk, decoded; rows in which nothing is filled in but a serial number are left out.
  public func decode(_ chunk: RowChunk) -> [DecodedRow] {
    chunk.rows.compactMap { decode(number: $0.number, cells: chunk.cells[$0.cells], in: chunk) }
  }

  private func decode(number: Int, cells rawCells: ArraySlice<RawCell>, in chunk: RowChunk) -> DecodedRow? {
    var row = DecodedRow(number: number, width: cells.count)
    var isBlank = true
    // In the layout's order, so that a document's kind is known before its number is read.
    var found = [RawCell?](repeating: nil, count: cells.count)
    for cell in rawCells where cell.column < columnAtPosition.count {
      if let index = columnAtPosition[cell.column] { found[index] = cell }
    }
    for (index, cell) in found.enumerated() {
      guard let cell, !cells[index].isIgnored else { continue }
      if cells[index].decode(cell, text: chunk.text(of: cell), into: &row) { isBlank = false }
    }
    if isBlank { return nil }
    swapped?.check(&row)
    return row
  }
}
