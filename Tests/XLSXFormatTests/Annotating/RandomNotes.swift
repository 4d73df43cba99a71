import Tabular
import TestKit

@testable import XLSXFormat

/// Random changes to the first rows of a sheet.
struct RandomNotes {
  private(set) var edits: [(row: Int, edit: RowEdit)] = []
  /// The addresses of the marked cells.
  private(set) var marks: Set<String> = []
  /// The texts in the column of findings, by their rows.
  private(set) var findings: [Int: String] = [:]

  /// - Parameter column: the column of findings.
  init(seed: UInt64, column: Int) {
    var random = SeededGenerator(seed: seed)
    for row in 1...40 where Int.random(in: 0..<3, using: &random) == 0 {
      var edit = RowEdit()
      for place in 0...6 where place != column && Int.random(in: 0..<3, using: &random) == 0 {
        edit.cells.append((place, .mark(isError: true)))
        marks.insert("\(CellAddress.columnLetters(place))\(row)")
      }
      if row != 2, Bool.random(using: &random) {
        findings[row] = "第 \(row) 行"
        edit.cells.append((column, .text("第 \(row) 行", style: nil)))
      }
      edits.append((row, edit))
    }
  }
}
