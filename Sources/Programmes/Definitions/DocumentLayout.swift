/// 版面定义 — how a document that is printed looks, as data: a page, what stands on each, and a grid of cells, one for each
/// entry. A programme's `documents/<kind>.yaml` comes before the one in `Templates/Documents`, which all programmes share.
public struct DocumentLayout: Sendable {
  /// 排列顺序 — in which order entries come.
  public enum Order: String, Sendable, CaseIterable {
    /// Room, batch, seat.
    case room
    /// Class, then identity number.
    case `class`
    /// Department, class, then identity number.
    case department
    /// Identity number.
    case id
  }

  /// 格子 — the cells of a page.
  public struct Grid: Sendable {
    /// 落格方式 — which cell an entry gets.
    public enum Place: String, Sendable, CaseIterable {
      /// The next one.
      case order
      /// That of its seat: the cells of vacant seats stay free.
      case seat
    }

    /// 走向 — where the next cell is.
    public enum Direction: String, Sendable, CaseIterable {
      case rows
      case columns
    }

    public var columns: Int
    public var rows: Int
    /// The first cell.
    public var first: DocumentBox.Area
    /// What lies between a cell and the next one to its right, and the next one below.
    public var gapRight: Double
    public var gapDown: Double
    public var place: Place
    public var direction: Direction

    /// How many entries a page holds.
    public var cells: Int { columns * rows }

    /// Where the corner of a cell lies, counted from 0.
    public func corner(of cell: Int) -> (x: Double, y: Double) {
      let column = direction == .rows ? cell % columns : cell / rows
      let row = direction == .rows ? cell / columns : cell % rows
      return (
        first.x + Double(column) * (first.width + gapRight), first.y + Double(row) * (first.height + gapDown)
      )
    }
  }

  /// The name, the same as its file's: `tickets-small`.
  public var name: String
  /// The title that people are shown.
  public var title: String
  /// The families of the fonts, the first one first.
  public var fonts: [String]
  /// The page.
  public var page: DocumentBox.Area
  /// The names of the files: a new name begins a new file.
  public var file: DocumentText
  /// The values at whose change a new page begins.
  public var sheet: [DocumentField]
  /// The orders that can be asked for; the first is the one where none is.
  public var orders: [Order]
  public var grid: Grid
  /// What stands on every page.
  public var head: [DocumentBox]
  /// What stands in the cell of an entry.
  public var cell: [DocumentBox]
  /// What stands in the cell of a vacant seat.
  public var vacant: [DocumentBox]

  /// Whether a photo is shown.
  public var hasPhotos: Bool { cell.contains(where: \.isPhoto) }

  /// The values that it names, each once.
  public var fields: Set<DocumentField> {
    Set(file.fields + sheet + (head + cell + vacant).flatMap(\.fields))
  }
}
