/// What is done to the cells of one row.
struct RowEdit {
  /// What is done to one cell.
  enum Change: Equatable {
    /// It is coloured.
    case mark(isError: Bool)
    /// It holds this text and nothing else; `style` nil stands for the style of text.
    case text(String, style: Int?)
    /// It is taken away.
    case clear
  }

  /// A cell, by its column, and its change.
  typealias Cell = (column: Int, change: Change)

  /// In the order of their columns.
  var cells: [Cell] = []
}
