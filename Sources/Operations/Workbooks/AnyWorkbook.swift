internal import Tabular
internal import XLSFormat
internal import XLSXFormat

/// 任一工作簿 — a workbook of either form. Its rows read the same whichever it is.
enum AnyWorkbook {
  case xlsx(Workbook)
  case xls(XLSWorkbook)

  /// What programs call the form.
  var kind: String {
    switch self {
    case .xlsx: "xlsx"
    case .xls: "xls"
    }
  }

  /// The names of its sheets in the order of their tabs.
  var sheets: [String] {
    switch self {
    case .xlsx(let workbook): workbook.sheets.map(\.name)
    case .xls(let workbook): workbook.sheets.map(\.name)
    }
  }

  /// Whether its dates count from 1904.
  var countsFrom1904: Bool {
    switch self {
    case .xlsx(let workbook): workbook.countsFrom1904
    case .xls(let workbook): workbook.countsFrom1904
    }
  }

  /// The rows of the sheet at a place among `sheets`.
  func rows(at place: Int) throws(FileError) -> any RowReader {
    switch self {
    case .xlsx(let workbook): try workbook.rows(of: workbook.sheets[place])
    case .xls(let workbook): try workbook.rows(of: workbook.sheets[place])
    }
  }

  /// Where a sheet stands among `sheets`; the first one where no name is given.
  /// - Throws: `.missing` where there is no such sheet, or none at all.
  func place(of name: String?, in file: String) throws(FileError) -> Int {
    guard let name else {
      if sheets.isEmpty {
        throw FileError(.missing, at: file, zh: "工作簿中没有工作表。", en: "The workbook has no sheet.")
      }
      return 0
    }
    let found =
      switch self {
      case .xlsx(let workbook): try workbook.sheet(named: name).name
      case .xls(let workbook): try workbook.sheet(named: name).name
      }
    return sheets.firstIndex(of: found) ?? 0
  }
}
