import Files
import Foundation
import Tabular
import Testing
import ZIPFormat

@testable import XLSXFormat

@Suite("Writing lists")
struct ListWorkbookTests {
  private let properties = WorkbookProperties(created: 1_790_000_000, title: "报考 & 信息", author: "考务")
  private let columns = [
    ListWorkbookWriter.Column("姓名", width: 22), ListWorkbookWriter.Column("序号", width: 8, isNumber: true),
    ListWorkbookWriter.Column("科目 <全部>", width: 36.5),
  ]

  private func written(
    title: String = "考生'信息 & 1", columns: [ListWorkbookWriter.Column]? = nil,
    printing: SheetPrinting? = .landscape, _ body: (ListWorkbookWriter) throws -> Void
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.path("list.xlsx")
    let writer = try ListWorkbookWriter(
      path: path, title: title, columns: columns ?? self.columns, printing: printing, properties: properties)
    try body(writer)
    try writer.finish()
    return try FileSource(path: path).bytes(in: 0..<Int.max)
  }

  private func rows(_ bytes: [UInt8]) throws -> [TestRow] {
    let workbook = try Workbook(MemorySource(bytes), name: "list.xlsx")
    return try TestRow.all(workbook.rows(of: workbook.sheets[0]))
  }

  private static let texts = [
    "张三", " x ", "a\nb", "\ta", "a\r\u{1}\0b", "_x0041_", "<&>\"'", "😀", "a\u{fffe}b\u{ffff}", "（全角）", "=1+1",
    "00123", "440308199902301516", "\u{7f}", " ", "\n",
  ]

  @Test(
    "Part by part a list says what the writer of formatted workbooks says of the same sheet",
    arguments: [true, false])
  func sameAsFormatted(isPrinted: Bool) throws {
    let numbers = ["1", "-7", "0.1", "92.5", "123456789012345", "-0.0000001"]
    let list = try written(printing: isPrinted ? .landscape : nil) { writer in
      for (text, number) in zip(Self.texts, numbers + numbers + numbers) {
        try writer.write([text, number, ""])
      }
    }
    let folder = try TemporaryFolder()
    var writer = try WorkbookWriter(path: folder.path("a.xlsx"), properties: properties)
    let sheet = try writer.addSheet("考生'信息 & 1")
    for (index, column) in columns.enumerated() {
      try writer.setColumns(index...index, width: column.width, in: sheet)
      try writer.writeText(column.heading, row: 1, column: index, style: .header, in: sheet)
    }
    writer.freeze(rows: 1, in: sheet)
    if isPrinted { try writer.setPrinting(isLandscape: true, repeatedRows: 1, in: sheet) }
    for (index, (text, number)) in zip(Self.texts, numbers + numbers + numbers).enumerated() {
      try writer.writeText(text, row: index + 2, column: 0, style: .text, in: sheet)
      try writer.writeNumber(#require(Double(number)), row: index + 2, column: 1, in: sheet)
      try writer.writeText("", row: index + 2, column: 2, style: .text, in: sheet)
    }
    try writer.filter(CellArea(rows: 1...Self.texts.count + 1, columns: 0...2), in: sheet)
    try writer.finish()
    let formatted = try Parts(FileSource(path: folder.path("a.xlsx")).bytes(in: 0..<Int.max))
    let ours = try Parts(list)
    #expect(ours.sheet == formatted.sheet)
    #expect(ours["docProps/core.xml"] == formatted["docProps/core.xml"])
    for element in ["bookViews", "sheets", "definedNames"] {
      let mine = try ours.element(element, of: "xl/workbook.xml")
      let theirs = try formatted.element(element, of: "xl/workbook.xml")
      #expect(mine == theirs)
    }
    for element in ["numFmts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"] {
      let mine = try ours.element(element, of: "xl/styles.xml")
      let theirs = try formatted.element(element, of: "xl/styles.xml")
      #expect(mine == theirs)
    }
    #expect(ours.types.isSubset(of: formatted.types))
    let declared = Set(ours.types.compactMap(\.part))
    #expect(declared == ours.paths.filter { !$0.hasSuffix(".rels") && $0 != "[Content_Types].xml" })
  }

  @Test("What is written is read back: texts as texts, numbers as numbers, blanks as nothing")
  func identity() throws {
    let rows = try rows(
      written { writer in
        for text in Self.texts { try writer.write([text, "5", text]) }
        try writer.write(["", "没有数", ""])
        try writer.write(["", "nan", ""])
        try writer.write(["x", "1e300"])
      })
    #expect(rows[0].texts == columns.map(\.heading))
    for (row, text) in zip(rows.dropFirst(), Self.texts) {
      #expect(row.texts == [text, "5", text])
      #expect(row.cells.map(\.kind) == [.text, .number, .text] && !row.cells.contains { $0.isFormula })
    }
    #expect(rows[Self.texts.count + 1].texts == ["没有数"])
    #expect(rows[Self.texts.count + 2].number == Self.texts.count + 4)
    #expect(rows.last?.texts.count == 2)
  }

  @Test(
    "ERR-04 nothing that is written to a list is a formula",
    arguments: [
      "=1+1", "=cmd|'/c calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "{=1}", "http://example.cn", "\t=1", "=",
    ])
  func noFormula(text: String) throws {
    let bytes = try written(title: text, columns: [.init(text, width: 9)]) { try $0.write([text]) }
    let cells = try rows(bytes).flatMap(\.cells)
    #expect(cells == [TestCell(column: 0, text: text, kind: .text, isFormula: false)] + cells.dropFirst())
    #expect(cells.count == 2 && cells[1] == cells[0])
    #expect(!(try Parts(bytes)["xl/worksheets/sheet1.xml"].contains("<f>")))
  }

  @Test("What a cell or a sheet cannot hold is refused, not cut")
  func tooLong() throws {
    let most = String(repeating: "字", count: 32_767)
    let emoji = String(repeating: "😀", count: 16_383)
    let bytes = try written { writer in
      try writer.write([most, "1", emoji])
      for text in [most + "字", emoji + "😀", String(repeating: "\u{1}", count: 9_000)] {
        #expect(failure { () throws(FileError) in try writer.write([text]) }?.code == .tooLarge)
      }
    }
    #expect(try rows(bytes)[1].texts == [most, "1", emoji])
    let error = failure { () throws(FileError) in
      var rows = try ListRows(columns, sheet: "数据", lastRow: 1_048_575)
      try rows.append(note: "最后一行")
      try rows.append(["一行"])
    }
    #expect(error?.code == .tooLarge && error?.place?.contains("A1048577") == true)
    let wide = [ListWorkbookWriter.Column](repeating: columns[0], count: 16_385)
    #expect(failure { () throws(FileError) in try ListRows(wide, sheet: "数据") }?.code == .tooLarge)
  }

  @Test("Many rows pass through the packer in blocks, and the same rows give the same bytes")
  func manyRows() throws {
    let texts = (1...30_000).map { ["考生\($0 &* 7919 % 10_007)", "\($0)", "(\($0 % 97))科目名称\($0 &* 31)"] }
    let files = try (0..<2).map { _ in try written { writer in for row in texts { try writer.write(row) } } }
    #expect(files[0] == files[1])
    let rows = try rows(files[0])
    #expect(rows.dropFirst().map(\.texts) == texts)
    #expect(rows.last?.number == 30_001)
  }

  @Test("A list without records filters its note")
  func note() throws {
    let bytes = try written(columns: [.init("姓名", width: 12)]) { try $0.write(note: "（没有记录）") }
    #expect(try rows(bytes).map(\.texts) == [["姓名"], ["（没有记录）"]])
    #expect(try Parts(bytes)["xl/worksheets/sheet1.xml"].contains("<autoFilter ref=\"A1:A2\"/>"))
  }

  @Test("DOC-08 a list that is not finished, or cannot be, leaves nothing behind")
  func nothingHalf() throws {
    let folder = try TemporaryFolder()
    do {
      let writer = try ListWorkbookWriter(
        path: folder.path("a.xlsx"), title: "数据", columns: columns, properties: properties)
      for _ in 0..<10_000 { try writer.write(["张三", "1", "科目"]) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    let error = failure { () throws(FileError) in
      try ListWorkbookWriter(
        path: folder.path("missing/a.xlsx"), title: "数据", columns: columns, properties: properties)
    }
    #expect(error?.code == .disk)
  }

  @Test("openpyxl reads a list", .enabled(if: Openpyxl.isAvailable))
  func theyReadOurs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("list.xlsx")
    let writer = try ListWorkbookWriter(
      path: path, title: "报考", columns: columns, printing: .portrait, properties: properties)
    try writer.write(["=1+1", "2", "_x0041_"])
    try writer.finish()
    let script = """
      import openpyxl, sys
      s = openpyxl.load_workbook(sys.argv[1])["报考"]
      print([[(c.value, c.data_type, c.number_format) for c in r] for r in s.rows])
      print(s.freeze_panes, s.auto_filter.ref, s.print_title_rows, s.page_setup.orientation, s.page_setup.paperSize)
      print(s["A1"].font.b, s["A1"].fill.fgColor.rgb, s["A1"].alignment.horizontal, s.column_dimensions["C"].width)
      """
    #expect(
      Openpyxl.run(script, path) == """
        [[('姓名', 's', 'General'), ('序号', 's', 'General'), ('科目 <全部>', 's', 'General')], \
        [('=1+1', 's', '@'), (2, 'n', 'General'), ('_x005F_x0041_', 's', '@')]]
        A2 A1:C2 $1:$1 portrait 9
        True FFD9E1F2 center 37.28515625

        """)
  }
}

/// The parts of a workbook as texts.
private struct Parts {
  struct ContentType: Hashable {
    var part: String?
    var whole: String
  }

  private let texts: [String: String]
  let paths: Set<String>

  init(_ bytes: [UInt8]) throws {
    let archive = try ZIPArchive(MemorySource(bytes), limits: .workbook, name: "list.xlsx")
    paths = Set(archive.entries.map(\.path))
    texts = try Dictionary(
      uniqueKeysWithValues: archive.entries.map {
        ($0.path, String(decoding: try archive.bytes($0, atMost: 1 << 24), as: UTF8.self))
      })
  }

  subscript(path: String) -> String { texts[path] ?? "" }

  /// The sheet without its extent, which nobody knows before the last row, and with numbers of one spelling.
  var sheet: String {
    self["xl/worksheets/sheet1.xml"].replacing(/<dimension [^>]*>/, with: "").replacing(
      "-1E-07", with: "-1e-07"
    ).replacing("&quot;", with: "\"")
  }

  func element(_ name: String, of path: String) throws -> String {
    let text = self[path]
    let start = try #require(text.range(of: "<\(name)[ >]", options: .regularExpression)).lowerBound
    let end = try #require(text.range(of: "</\(name)>")).upperBound
    return String(text[start..<end])
  }

  var types: Set<ContentType> {
    Set(
      self["[Content_Types].xml"].matches(of: /<(Default|Override PartName="\/([^"]*)")[^>]*>/).map {
        ContentType(part: $0.2.map(String.init), whole: String($0.0))
      })
  }
}
