/// 单元格引用 — an address as a cell's tag gives it (`C12`).
struct CellReference: Equatable {
  /// The most rows and columns that a sheet has.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  /// The row, from 1.
  var row: Int
  /// The column, from 0.
  var column: Int

  /// Parses an address; nil for one that is none, or lies outside every sheet.
  init?(_ text: ArraySlice<UInt8>) {
    let letters = text.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    guard (1...3).contains(letters.count), let row = Self.row(text.dropFirst(letters.count)) else {
      return nil
    }
    let column = letters.reduce(0) { $0 * 26 + Int($1) - 64 }
    guard column <= Self.mostColumns else { return nil }
    self.row = row
    self.column = column - 1
  }

  /// Parses a row's number; nil for one that is none, or lies outside every sheet.
  static func row(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...7).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let row = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    return (1...mostRows).contains(row) ? row : nil
  }
}
