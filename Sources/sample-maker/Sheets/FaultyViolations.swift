/// 有错的违纪缺考表 — eight faults of eight kinds in an otherwise good sheet, and what each must be found as.
struct FaultyViolations {
  private(set) var sheet: ViolationSheet
  private(set) var expected: ExpectedOutcome

  init(_ tickets: [ScoreFile.Ticket]) {
    sheet = ViolationSheet(tickets)
    expected = ExpectedOutcome(state: "refused", read: sheet.rows.count)
    plant("1458990701019999", "准考证号", 0, "VIO-01")
    // What a spreadsheet leaves of a ticket number that was typed into a cell of numbers.
    plant(.number(Double(1_458_990_701_010_000 as Int)), "准考证号", 1, "IDN-04")
    plant(.blank, "违纪类型", 2, "REQ")
    plant("别名", "姓名", 3, "VIO-01")
    plant("旷考", "违纪类型", 4, "FMT.code")
    plant(sheet.text("考试科目", ofRow: 6) == "42" ? "14" : "42", "考试科目", 6, "VIO-01")
    plant("990101200001010014", "证件号码", 7, "VIO-01")
    plant(Sheet.Cell(sheet.text("准考证号", ofRow: 8)), "准考证号", 10, "OPS-07.twice")
    for heading in ["姓名", "证件号码", "考试科目"] {
      sheet.set(heading, ofRow: 10, to: Sheet.Cell(sheet.text(heading, ofRow: 8)))
    }
    find("准考证号", 8, "OPS-07.twice")
    expected.findings.sort { $0.row < $1.row }
  }

  private mutating func plant(_ cell: Sheet.Cell, _ heading: String, _ index: Int, _ rule: String) {
    sheet.set(heading, ofRow: index, to: cell)
    find(heading, index, rule)
  }

  private mutating func find(_ heading: String, _ index: Int, _ rule: String) {
    expected.findings.append(
      .init(rule: rule, row: ViolationSheet.rowNumber(index), column: heading))
  }
}
