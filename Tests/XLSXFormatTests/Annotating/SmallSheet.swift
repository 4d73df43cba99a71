import Tabular

@testable import XLSXFormat

/// The styles that the cells of a sheet have before anything is written to it.
struct SmallSheet {
  private let cells: [String: Int]
  private var rows: [Int: Int] = [:]
  private var columns: [(ClosedRange<Int>, Int)] = []

  init(_ book: TestBook, _ path: String) throws {
    let found = Found()
    try SmallPart.read(Array((book[path] ?? "").utf8), part: path) { found.elements.append($0) }
    cells = CopyReading.styles(found.elements)
    for element in found.elements {
      let style = element["s"].flatMap { Int($0) }
      if element.name == "row", element["customFormat"] == "1" { rows[Int(element["r"] ?? "") ?? 0] = style }
      if element.name == "col", let style = element["style"].flatMap({ Int($0) }) {
        columns.append(((Int(element["min"] ?? "") ?? 0)...(Int(element["max"] ?? "") ?? 0), style))
      }
    }
  }

  private final class Found {
    var elements: [XMLElement] = []
  }

  /// A cell's own style; for one that is not there, its row's or its column's.
  func style(of cell: String) -> Int {
    if let style = cells[cell] { return style }
    let column = (CellAddress.column(ofLetters: cell.prefix { $0.isLetter }) ?? 0) + 1
    let row = Int(cell.drop { $0.isLetter }) ?? 0
    return rows[row] ?? columns.first { $0.0.contains(column) }?.1 ?? 0
  }
}
