import Tabular
import Testing

@Suite struct CellAddressTests {
  @Test(
    "columns have the letters of a spreadsheet",
    arguments: [
      (0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"),
      (702, "AAA"),
      (16_383, "XFD"),
    ])
  func letters(column: Int, letters: String) {
    #expect(CellAddress.columnLetters(column) == letters)
    #expect(CellAddress.column(ofLetters: letters) == column)
  }

  @Test("every column comes back from its letters")
  func bothWays() {
    for column in 0..<16_384 {
      #expect(CellAddress.column(ofLetters: CellAddress.columnLetters(column)) == column)
    }
  }

  @Test(
    "anything but one to three capital letters is no column",
    arguments: ["", "a", "A1", "1", "Ａ", "AAAA", "É", " A", "[", "@"])
  func noColumn(text: String) {
    #expect(CellAddress.column(ofLetters: text) == nil)
  }

  @Test("a place has an address where its row and column position are known")
  func places() {
    #expect(Place(sheet: "S", row: 12, column: "证件号码", columnIndex: 5).cell == "F12")
    #expect(Place(row: 12).cell == nil && Place(columnIndex: 5).cell == nil)
  }
}
