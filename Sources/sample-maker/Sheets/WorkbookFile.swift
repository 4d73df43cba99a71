import Files
import Tabular
import XLSXFormat
import ZIPFormat

/// 工作簿文件 — sheets as the bytes of a workbook, and of the ZIP that it is sent in. Made at a fixed time.
enum WorkbookFile {
  /// 2020-08-20 10:00:00 in Beijing.
  private static let made = 1_597_888_800
  private static let entryDate = ZIPDate(year: 2020, month: 8, day: 20, hour: 10)

  /// The bytes of a workbook; texts are written as texts, whatever they look like.
  static func bytes(_ sheets: [Sheet], title: String) throws(FileError) -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.path("workbook.xlsx")
    var writer = try WorkbookWriter(
      path: path, properties: WorkbookProperties(created: made, title: title, author: "sample-maker"))
    for sheet in sheets { try write(sheet, to: &writer) }
    try writer.finish()
    let file = try FileSource(path: path)
    return try file.bytes(in: 0..<file.count)
  }

  /// A ZIP with nothing but this workbook.
  static func zip(_ sheets: [Sheet], title: String) throws(FileError) -> [UInt8] {
    let workbook = try bytes(sheets, title: title)
    return try ZIPWriter.bytes { (zip) throws(FileError) in
      try zip.add("\(title).xlsx", bytes: workbook, date: entryDate)
    }
  }

  private static func write(_ sheet: Sheet, to writer: inout WorkbookWriter) throws(FileError) {
    let target = try writer.addSheet(sheet.name)
    let columns = sheet.rows.map(\.count).max() ?? 1
    try writer.setColumns(0...columns - 1, width: 16, style: .text, in: target)
    for (index, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .blank: break
        case .text(let text):
          try writer.writeText(text, row: index + 1, column: column, style: .text, in: target)
        case .number(let number):
          try writer.writeNumber(number, row: index + 1, column: column, in: target)
        }
      }
    }
  }
}
