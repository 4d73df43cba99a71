import Files
import Foundation
import Tabular
import Testing
import XLSXFormat
import ZIPFormat

@Suite("Writing workbooks")
struct WorkbookWriterTests {
  private let properties = WorkbookProperties(created: 1_790_000_000, title: "报告", author: "考务")

  /// Writes a workbook, and opens what was written.
  private func written(_ body: (inout WorkbookWriter) throws -> Void) throws -> (Workbook, ZIPArchive) {
    let folder = try TemporaryFolder()
    let path = folder.path("book.xlsx")
    var writer = try WorkbookWriter(path: path, properties: properties)
    try body(&writer)
    try writer.finish()
    let bytes = MemorySource(try FileSource(path: path).bytes(in: 0..<Int.max))
    return (
      try Workbook(bytes, name: "book.xlsx"), try ZIPArchive(bytes, limits: .workbook, name: "book.xlsx")
    )
  }

  private func part(_ path: String, of archive: ZIPArchive) throws -> String {
    let entry = try #require(archive.entry(path))
    return String(decoding: try archive.bytes(entry, atMost: 1 << 24), as: UTF8.self)
  }

  @Test("What is written is read back: texts, numbers, dates, in their places")
  func identity() throws {
    let texts = ["张三", "00123", "440308199902301516", "a\nb", "a\r\u{1}\0b", "_x0041_", "<&>\"'", " x ", "😀"]
    let (workbook, _) = try written { writer in
      let sheet = try writer.addSheet("集体报名信息")
      for (column, text) in texts.enumerated() {
        try writer.writeText(text, row: 3, column: column, style: .text, in: sheet)
      }
      try writer.writeNumber(0.1, row: 5, column: 1, in: sheet)
      try writer.writeNumber(123_456_789_012_345, row: 5, column: 2, style: .number, in: sheet)
      try writer.writeNumber(.nan, row: 5, column: 3, in: sheet)
      try writer.writeDate(year: 1999, month: 1, day: 2, row: 6, column: 0, in: sheet)
      try writer.writeBlank(row: 9, column: 0, style: .bad, in: sheet)
      try writer.writeText("", row: 9, column: 1, in: sheet)
    }
    let rows = try TestRow.all(workbook.rows(of: workbook.sheet(named: "集体报名信息")))
    #expect(rows.map(\.number) == [3, 5, 6])
    #expect(rows[0].texts == texts)
    #expect(rows[0].cells.allSatisfy { $0.kind == .text })
    #expect(rows[1].texts == ["0.1", "123456789012345"])
    #expect(rows[2].cells == [TestCell(column: 0, text: "1999-01-02", kind: .date, isFormula: false)])
  }

  @Test(
    "ERR-04 nothing that is written as text is a formula",
    arguments: [
      "=1+1", "=cmd|'/c calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "{=1}", "http://example.cn", "\t=1", "=",
    ])
  func noFormula(text: String) throws {
    let (workbook, archive) = try written { writer in
      let sheet = try writer.addSheet(WorkbookWriter.sheetName(fitting: text))
      try writer.writeText(text, row: 1, column: 0, in: sheet)
      try writer.writeText("1", row: 2, column: 0, in: sheet)
      try writer.comment(text, row: 2, column: 0, in: sheet)
      let area = CellArea(rows: 2...2, column: 0)
      let series = WorkbookChart.Series(text, sheet: sheet, categories: area, values: area)
      let chart = WorkbookChart(.column, title: text, series: [series], categoryAxis: text, valueAxis: text)
      try writer.addChart(chart, row: 4, column: 0, in: sheet)
    }
    let cell = try #require(try TestRow.all(workbook.rows(of: workbook.sheets[0])).first?.cells.first)
    #expect(cell == TestCell(column: 0, text: text, kind: .text, isFormula: false))
    #expect(try !part("xl/worksheets/sheet1.xml", of: archive).contains("<f>"))
    #expect(archive.entry("xl/worksheets/_rels/sheet1.xml.rels") != nil)
    #expect(try !part("xl/worksheets/_rels/sheet1.xml.rels", of: archive).contains("hyperlink"))
    let references = try part("xl/charts/chart1.xml", of: archive).split(separator: "<c:f>").dropFirst()
    #expect(references.allSatisfy { $0.contains("!$A$2") } && references.count == 2)
  }

  @Test("The same calls give the same bytes")
  func reproducible() throws {
    var files: [[UInt8]] = []
    for _ in 0..<2 {
      let folder = try TemporaryFolder()
      var writer = try WorkbookWriter(path: folder.path("a.xlsx"), properties: properties)
      let sheet = try writer.addSheet("数据")
      for row in 1...50 {
        try writer.writeText("第\(row)行", row: row, column: row % 7, style: .bad, in: sheet)
      }
      try writer.comment("注", row: 50, column: 0, in: sheet)
      try writer.finish()
      files.append(try FileSource(path: folder.path("a.xlsx")).bytes(in: 0..<Int.max))
    }
    #expect(files[0] == files[1])
  }

  @Test("Layout, lists, comments, charts and conditions reach the file")
  func features() throws {
    let (workbook, archive) = try written { writer in
      let sheet = try writer.addSheet("统计")
      let codes = try writer.addSheet("码表'1", isHidden: true)
      try writer.setColumns(0...2, width: 22, style: .text, in: sheet)
      writer.freeze(rows: 1, columns: 1, in: sheet)
      for (row, text) in ["民族", "汉族", "回族"].enumerated() {
        try writer.writeText(text, row: row + 1, column: 0, style: row == 0 ? .header : .text, in: codes)
      }
      try writer.writeText("科目", row: 1, column: 0, style: .requiredHeader, in: sheet)
      try writer.comment("请填写 & 检查", row: 3, column: 1, in: sheet)
      for row in 2...4 {
        try writer.writeNumber(Double(row) * 10, row: row, column: 1, style: .percent, in: sheet)
      }
      try writer.filter(CellArea(rows: 1...4, columns: 0...2), in: sheet)
      try writer.setPrinting(isLandscape: true, repeatedRows: 1, in: sheet)
      try writer.highlight(.below(25), in: CellArea(rows: 2...4, column: 1), style: .bad, sheet: sheet)
      try writer.highlight(.atLeast(40), in: CellArea(rows: 2...4, column: 1), style: .total, sheet: sheet)
      try writer.highlight(
        .between(25...39), in: CellArea(rows: 2...4, column: 1), style: .warning, sheet: sheet)
      try writer.offer(.texts(["男", "女"]), in: CellArea(rows: 2...100, column: 0), hint: "选择", sheet: sheet)
      let list = CellArea(rows: 2...3, column: 0)
      try writer.offer(.cells(list, sheet: codes), in: CellArea(rows: 2...100, column: 2), sheet: sheet)
      for kind in [WorkbookChart.Kind.column, .stackedColumn, .bar, .line, .pie] {
        let values = CellArea(rows: 2...4, column: 1)
        let series = WorkbookChart.Series("人数", sheet: sheet, categories: values, values: values)
        let chart = WorkbookChart(kind, title: "图", series: [series], categoryAxis: "科目", valueAxis: "人")
        try writer.addChart(chart, row: 6, column: 3, in: sheet)
      }
    }
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    let sheet = try part("xl/worksheets/sheet1.xml", of: archive)
    for wanted in [
      "state=\"frozen\"", "<autoFilter ref=\"A1:C4\"/>", "orientation=\"landscape\"", "operator=\"lessThan\"",
      "operator=\"greaterThanOrEqual\"", "type=\"cellIs\"", "<formula1>\"男,女\"</formula1>", "prompt=\"选择\"",
      "<formula1>'码表''1'!$A$2:$A$3</formula1>", "width=\"22.7109375\"", "<legacyDrawing",
    ] {
      #expect(sheet.contains(wanted), "\(wanted)")
    }
    #expect(try part("xl/comments1.xml", of: archive).contains("请填写 &amp; 检查"))
    #expect(try part("xl/charts/chart5.xml", of: archive).contains("<c:pieChart>"))
    #expect(try part("docProps/core.xml", of: archive).contains("2026-09-21T"))
  }

  @Test("What a cell or a list cannot hold is refused, not cut")
  func tooLong() throws {
    let folder = try TemporaryFolder()
    var writer = try WorkbookWriter(path: folder.path("a.xlsx"), properties: properties)
    let sheet = try writer.addSheet("数据")
    try writer.writeText(String(repeating: "字", count: 32_767), row: 1, column: 0, in: sheet)
    let area = CellArea(rows: 1...2, column: 0)
    let failures: [FileError?] = [
      Self.code { () throws(FileError) in
        try writer.writeText(String(repeating: "字", count: 32_768), row: 1, column: 1, in: sheet)
      },
      Self.code { () throws(FileError) in
        try writer.writeText(String(repeating: "\u{1}", count: 9_000), row: 1, column: 1, in: sheet)
      },
      Self.code { () throws(FileError) in
        try writer.offer(.texts([String(repeating: "长", count: 86)]), in: area, sheet: sheet)
      },
      Self.code { () throws(FileError) in try writer.offer(.texts(["a,b"]), in: area, sheet: sheet) },
      Self.code { () throws(FileError) in try writer.writeText("x", row: 1_048_577, column: 0, in: sheet) },
      Self.code { () throws(FileError) in try writer.writeText("x", row: 2, column: 16_384, in: sheet) },
    ]
    #expect(failures.allSatisfy { $0?.code == .tooLarge })
    try writer.finish()
  }

  private static func code(_ body: () throws(FileError) -> Void) -> FileError? { failure(of: body) }

  @Test(
    "A sheet's name is checked, and any text can be made one",
    arguments: [
      "", "a/b", "[x]", "'x'", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二", "a\nb", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
    ])
  func sheetNames(text: String) throws {
    let name = WorkbookWriter.sheetName(fitting: text)
    let (workbook, _) = try written { writer in _ = try writer.addSheet(name) }
    #expect(workbook.sheets.map(\.name) == [name])
  }

  @Test("DOC-08 a workbook that is not finished, or cannot be, leaves nothing behind")
  func nothingHalf() throws {
    let folder = try TemporaryFolder()
    do {
      var writer = try WorkbookWriter(path: folder.path("a.xlsx"), properties: properties)
      let sheet = try writer.addSheet("数据")
      try writer.writeText("x", row: 1, column: 0, in: sheet)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    let error = failure { () throws(FileError) in
      let writer = try WorkbookWriter(path: folder.path("missing/a.xlsx"), properties: properties)
      try writer.finish()
    }
    #expect(error?.code == .disk)
  }
}
