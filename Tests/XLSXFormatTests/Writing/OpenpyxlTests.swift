import Files
import Tabular
import Testing
import XLSXFormat

@Suite("Against openpyxl", .enabled(if: Openpyxl.isAvailable))
struct OpenpyxlTests {
  @Test("openpyxl reads what the writer writes")
  func theyReadOurs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("ours.xlsx")
    var writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1_790_000_000))
    let sheet = try writer.addSheet("报告")
    let codes = try writer.addSheet("码表", isHidden: true)
    try writer.writeText("=1+1", row: 1, column: 0, style: .bad, in: sheet)
    try writer.comment("看这里", row: 1, column: 0, in: sheet)
    try writer.writeText("00123", row: 1, column: 1, style: .text, in: sheet)
    try writer.writeNumber(0.5, row: 2, column: 0, style: .percent, in: sheet)
    try writer.writeDate(year: 1999, month: 1, day: 2, row: 2, column: 1, in: sheet)
    try writer.offer(
      .cells(CellArea(rows: 1...3, column: 0), sheet: codes), in: CellArea(rows: 2...9, column: 2),
      sheet: sheet)
    writer.freeze(rows: 1, in: sheet)
    try writer.finish()
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1]); s = book["报告"]
      print([[(c.value, c.data_type) for c in r if c.value is not None] for r in s.rows])
      print(s["A1"].comment.text, s.freeze_panes, book["码表"].sheet_state, s["A2"].number_format)
      print([(str(v.sqref), v.formula1) for v in s.data_validations.dataValidation])
      """
    #expect(
      Openpyxl.run(script, path) == """
        [[('=1+1', 's'), ('00123', 's')], [(0.5, 'n'), (datetime.datetime(1999, 1, 2, 0, 0), 'd')]]
        看这里 A2 hidden 0.00%
        [('C2:C9', "'码表'!$A$1:$A$3")]

        """)
  }

  @Test("The reader reads what openpyxl writes", arguments: [false, true])
  func weReadTheirs(isWriteOnly: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("theirs.xlsx")
    let script = """
      import openpyxl, sys, datetime
      book = openpyxl.Workbook(write_only=\(isWriteOnly ? "True" : "False"))
      s = book.create_sheet("数据", 0)
      s.append(["姓名", 1.0, 0.1, True, None, "<&>", "=1+1", datetime.date(1999, 1, 2)])
      s.append([])
      s.append([datetime.datetime(1999, 1, 2, 8, 30), datetime.time(8, 30), 440308199902301516, "a\\nb", -5])
      book.save(sys.argv[1])
      """
    #expect(Openpyxl.run(script, path) != nil)
    let workbook = try Workbook(FileSource(path: path), name: "theirs.xlsx")
    let rows = try TestRow.all(workbook.rows(of: workbook.sheet(named: "数据")))
    #expect(rows.map(\.number) == [1, 3])
    #expect(rows[0].texts == ["姓名", "1", "0.1", "TRUE", "<&>", "#CALC!", "1999-01-02"])
    #expect(rows[0].cells.map(\.column) == [0, 1, 2, 3, 5, 6, 7])
    #expect(rows[1].texts == ["1999-01-02 08:30:00", "08:30:00", "4.403081999023015e+17", "a\nb", "-5"])
    #expect(rows[1].cells.map(\.kind) == [.date, .date, .lossyNumber, .text, .number])
  }
}
