/// 单元格地址 — between column numbers and the letters of a spreadsheet.
public enum CellAddress {
  /// The letters of a column counted from 0: 0 → `A`, 25 → `Z`, 26 → `AA`.
  public static func columnLetters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The column, from 0, of its letters; nil for anything but capital letters.
  public static func column(ofLetters letters: some StringProtocol) -> Int? {
    guard !letters.isEmpty, letters.utf8.count <= 3 else { return nil }
    var column = 0
    for letter in letters.utf8 {
      guard (65...90).contains(letter) else { return nil }
      column = column * 26 + Int(letter) - 64
    }
    return column - 1
  }
}
