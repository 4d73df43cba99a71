import Tabular

@testable import XLSXFormat

/// How a program writes workbooks. Each makes the same table: a title in row 1, headings in row 2, rows 3, 4, 6 and 9
/// below, row 7 blank but there, the rest not; C4 and D9 are not there, B3 and D6 have a comment where comments are.
enum Manner: String, CaseIterable, Sendable {
  case excel, wps, libreOffice, openpyxl, bare

  var book: TestBook {
    switch self {
    case .excel: ExcelManner.book
    case .wps: WPSManner.book
    case .libreOffice: LibreOfficeManner.book
    case .openpyxl: OpenpyxlManner.book
    case .bare: BareManner.book
    }
  }

  /// The part of the sheet that the notes are about.
  var sheet: String { self == .bare ? "xl/sheet.xml" : "xl/worksheets/sheet1.xml" }

  /// The comments that are there.
  var comments: [String: String] {
    switch self {
    case .excel: ["B3": "老师：请核对\n姓名", "D6": "原来的"]
    case .libreOffice, .openpyxl: ["B3": "请核对", "D6": "原来的"]
    case .wps, .bare: [:]
    }
  }

  /// The notes that the tests hang on it: cells with styles of all kinds, cells and rows that are not there, a row as a
  /// whole, the whole sheet.
  static let notes = [
    note(2, 3, "联系方式", isError: false), note(3, 1, "姓名有空格"), note(3, 2, "日期不对"), note(3, 2, "还有一处"),
    note(4, 2, "必填项为空"), note(5, 0, "少了一行"), note(6, 3, "电话不对", isError: false),
    note(6, nil, "整行重复"), note(9, 3, "缺电话"), note(12, 1, "再少一行"), note(nil, nil, "整个文件"),
  ]

  /// The cells that must be coloured, and whether for an error.
  static let marks = [
    "D2": false, "B3": true, "C3": true, "C4": true, "A5": true, "D6": false, "D9": true, "B12": true,
  ]

  static let findings = [3: "姓名有空格；日期不对；还有一处", 4: "必填项为空", 5: "少了一行", 6: "电话不对；整行重复", 9: "缺电话", 12: "再少一行"]

  /// The same as changes to the sheet.
  static let edits = [2, 3, 4, 5, 6, 9, 12].map { row in
    var edit = RowEdit()
    for (cell, isError) in marks where cell.drop(while: \.isLetter) == String(row) {
      let column = CellAddress.column(ofLetters: cell.prefix(while: \.isLetter)) ?? 0
      edit.cells.append((column, .mark(isError: isError)))
    }
    if let text = findings[row] { edit.cells.append((4, .text(text, style: nil))) }
    edit.cells.sort { $0.column < $1.column }
    return (row: row, edit: edit)
  }

  private static func note(_ row: Int?, _ column: Int?, _ text: String, isError: Bool = true)
    -> AnnotatedCopy.Note
  {
    AnnotatedCopy.Note(row: row, column: column, isError: isError, comment: "\(text) <&>", finding: text)
  }
}

extension TestBook {
  /// A workbook of these parts, in this order.
  init(parts: [(String, String)]) {
    self.init()
    self.parts = parts.map { ($0.0, Array($0.1.utf8)) }
  }
}
