import Tabular
import TestKit
import Testing

@testable import XLSFormat

@Suite("Cells of old workbooks")
struct CellValueTests {
  @Test("VIO-01 texts, numbers, truth, errors and formulas' results are read; blank cells are none")
  func kinds() throws {
    let book = OldBook.row([
      .text("赵测试"), .ownText("钱·测试"), .text(""), .blank, .number(55_555), .packed(14), .packed(12.5),
      .packed(-7.25), .boolean(true), .error(7), .formula(.text("1458990701010001")), .formula(.number(2)),
      .formula(.error(42)), .formula(.boolean(false)), .formula(.blank), .text("𬱖"),
    ])
    #expect(
      try OldBook.cells(book.bytes()) == [
        SeenCell("A1", "赵测试"), SeenCell("B1", "钱·测试"), SeenCell("E1", "55555", .number),
        SeenCell("F1", "14", .number), SeenCell("G1", "12.5", .number), SeenCell("H1", "-7.25", .number),
        SeenCell("I1", "TRUE", .boolean), SeenCell("J1", "#DIV/0!", .error),
        SeenCell("K1", "1458990701010001", isFormula: true), SeenCell("L1", "2", .number, isFormula: true),
        SeenCell("M1", "#N/A", .error, isFormula: true), SeenCell("N1", "FALSE", .boolean, isFormula: true),
        SeenCell("P1", "𬱖"),
      ])
  }

  @Test(
    "Numbers in four bytes are what was packed",
    arguments: [0, 1, -1, 536_870_911, -536_870_911, 0.01, -99.99, 1.5, 1_073_741_824, 0.375, 0x1p100])
  func packed(number: Double) throws {
    let book = OldBook.row([.packed(number), .packed(number)])
    let expected = OldBook.row([.number(number), .number(number)])
    #expect(try OldBook.cells(book.bytes()) == OldBook.cells(expected.bytes()))
  }

  @Test("A number in a format of dates is a date, also in the formats that Chinese editions build in")
  func dates() throws {
    let formats = ["14", "31", "58", "yyyy\"年\"m\"月\"d\"日\"", "h:mm", "0.00", "m\"月\"d\"日\""]
    var book = OldBook.row(
      [44_100, 44_100, 44_100, 44_100.5, 0.3541666667, 44_100, 73_110].map { .number($0) },
      styles: Array(1...7))
    book.formats = formats
    let expected: [(String, CellKind)] = [
      ("2020-09-26", .date), ("2020-09-26", .date), ("2020-09-26", .date), ("2020-09-26 12:00:00", .date),
      ("08:30:00", .date), ("44100", .number), ("2100-03-01", .date),
    ]
    #expect(try OldBook.cells(book.bytes()).map(\.text) == expected.map(\.0))
    #expect(try OldBook.cells(book.bytes()).map(\.kind) == expected.map(\.1))
    book.uses1904 = true
    #expect(try OldBook.cells(book.bytes()).first?.text == "2024-09-27")
    #expect(try OldBook.open(book.bytes()).countsFrom1904)
  }

  @Test("IDN-04 a number of over 15 digits has lost some, and is said to have")
  func lossy() throws {
    let book = OldBook.row([.number(1_458_990_701_010_002), .number(999_999_999_999_999)])
    #expect(
      try OldBook.cells(book.bytes()) == [
        SeenCell("A1", "1458990701010002", .lossyNumber), SeenCell("B1", "999999999999999", .number),
      ])
  }

  @Test("Excel 95 keeps texts in GBK, sheet names and formats too")
  func excel95() throws {
    var book = OldWorkbookBuilder([
      .init(
        "违纪缺考",
        rows: [(3, [(1, .init(.text("作弊"))), (2, .init(.number(44_100), style: 1))])])
    ])
    book.isExcel95 = true
    book.formats = ["yyyy\"年\""]
    let workbook = try OldBook.open(book.bytes())
    #expect(workbook.sheets.map(\.name) == ["违纪缺考"])
    #expect(
      try OldBook.cells(book.bytes()) == [SeenCell("B3", "作弊"), SeenCell("C3", "2020-09-26", .date)])
  }

  @Test("Shared texts may be split anywhere over records", arguments: 12...60)
  func split(recordBytes: Int) throws {
    let texts = ["赵测试", "abc", "", "混合mixed混合", "𬱖𬱖", "ÿ", String(repeating: "长", count: 40)]
    var book = OldBook.row(texts.map { .text($0) })
    book.textRecordBytes = recordBytes
    #expect(try OldBook.cells(book.bytes()).map(\.text) == texts.filter { !$0.isEmpty })
  }

  @Test("Sheets are found by name whatever the case; hidden ones are read too")
  func sheets() throws {
    let book = OldWorkbookBuilder([
      .init("甲", texts: [["a"]]), .init("Data", isHidden: true, rows: [(9, [(255, .init(.text("末")))])]),
    ])
    let workbook = try OldBook.open(book.bytes())
    #expect(workbook.sheets.map(\.name) == ["甲", "Data"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    #expect(try OldBook.cells(workbook.rows(of: workbook.sheet(named: "dATA"))) == [SeenCell("IV9", "末")])
    let error = OldBook.failure { () throws(FileError) in try workbook.sheet(named: "乙") }
    #expect(error?.code == .missing)
    #expect(error?.wording.zh.contains("甲、Data") == true)
  }
}
