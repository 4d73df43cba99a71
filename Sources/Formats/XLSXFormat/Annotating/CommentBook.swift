/// 批注簿 — the texts of the comments that a copy adds, each at its cell; bounded, for spreadsheets are slow with many.
struct CommentBook {
  /// The most comments that are added.
  static let most = 10_000
  /// The most characters that one comment says; the column of findings has the rest.
  static let mostCharacters = 1_000

  /// 单元格位置 — a cell; one that stands earlier in the sheet is less.
  struct Cell: Hashable, Comparable {
    /// From 1.
    var row: Int
    /// From 0.
    var column: Int

    static func < (one: Cell, other: Cell) -> Bool {
      (one.row, one.column) < (other.row, other.column)
    }

    /// The cell that an address names; nil for one that is none.
    init?(reference: String) {
      guard let reference = CellReference(Array(reference.utf8)[...]) else { return nil }
      self.init(row: reference.row, column: reference.column)
    }

    init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  private(set) var texts: [Cell: String] = [:]
  /// How many cells get no comment because there are too many.
  private(set) var leftOut = 0
  private var lastLeftOut: Cell?

  /// Takes what is said of a cell; what is said of it already comes first.
  mutating func add(_ text: String, to cell: Cell) {
    if let said = texts[cell] {
      texts[cell] = XMLText.shortened("\(said)\n\n\(text)", most: Self.mostCharacters)
    } else if texts.count < Self.most {
      texts[cell] = XMLText.shortened(text, most: Self.mostCharacters)
    } else if lastLeftOut != cell {
      lastLeftOut = cell
      leftOut += 1
    }
  }
}
