import Exports
import ExamModel
import Files
import Imports
import Operations
import Tabular
import Testing

/// The reports in which every import ends.
@Suite struct ReportTests {
  /// Six candidates, of whom the second, the fourth and the fifth are wrong: cells D3 and O5, C6 and E6.
  private func faulty() -> [Candidate] {
    var rows = Candidate.some(6)
    rows[1].birthDate = "2000-13-01"
    rows[3].phone = "12"
    rows[4].sex = ""
    rows[4].documentType = "学生证"
    return rows
  }

  private static let marks = ["3 出生日期 FMT.date", "5 联系电话 FMT.phone", "6 性别 REQ", "6 证件类型 FMT.code"]

  private func json(_ result: ImportResult) throws -> ImportResult {
    let file = try FileSource(path: try #require(result.reports.json))
    let text = String(decoding: try file.bytes(in: 0..<file.count), as: UTF8.self)
    return try #require(ImportResult(json: text))
  }

  @Test(
    "ERR-01 ERR-02 the JSON report has the file, who, when, the options, the counts and one line a finding")
  func jsonReport() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(faulty()) { ($0.overrides, $0.fixesWidth) = (true, true) }
    let report = try json(result)
    #expect(report.job == result.job && report.kind == "registrations" && report.state == "refused")
    #expect(report.sitting == SittingPlan.code && report.site == "990701")
    #expect(report.file.name == result.file.name && report.file.bytes == result.file.bytes)
    let sent = try FileSource(path: fixture.folder.path(result.file.name))
    #expect(report.file.sha256 == (try ContentHash.sha256(of: sent)) && report.file.sha256.count == 64)
    #expect(report.by == "site990701" && report.at == "2020-08-20T10:00:00+08:00")
    #expect(report.options?.overrides == true && report.options?.fixesWidth == true)
    #expect(report.options?.isPartial == false)
    #expect(report.rows == result.rows && report.tally == [6, 3, 0, 0, 0, 3])
    #expect(report.findingsTotal == 4 && report.marks == Self.marks)
    let finding = try #require(report.findings.first)
    #expect(finding.sheet == "集体报名信息" && finding.row == 3 && finding.cell == "D3")
    #expect(finding.value == "2000-13-01" && finding.severity == .error)
    #expect(finding.message == "不是有效的日期。" && finding.suggestion == "2000-01-01")
  }

  @Test("ERR-01 ERR-02 the workbook has the same: a summary, and one line a finding")
  func workbook() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(faulty()) { $0.overrides = true }
    let path = try #require(result.reports.workbook)
    #expect(try SheetReading.sheets(of: path) == ["导入结果", "问题清单", "集体报名信息"])
    let summary = try SheetReading(path, sheet: "导入结果").rows
    let lines = Dictionary(summary.filter { $0.count > 1 }.map { ($0[0], $0[1]) }) { first, _ in first }
    let expected = [
      "SHA-256": result.file.sha256, "考次": SittingPlan.code, "考点": "990701", "操作人": "site990701",
      "时间": "2020-08-20 10:00:00", "覆盖": "是", "只导入正确的行": "否", "试运行": "否", "读取行数": "6", "新增": "3",
      "更新": "0", "未变": "0", "跳过": "0", "有错误": "3", "问题总数": "4", "任务": result.job,
    ]
    for (name, value) in expected { #expect(lines[name] == value, "\(name)") }
    #expect(lines["文件"]?.hasPrefix(result.file.name) == true)

    let findings = try SheetReading(path, sheet: "问题清单").rows
    #expect(findings[0] == ["序号", "工作表", "行", "列", "单元格", "级别", "代码", "填写的内容", "问题", "怎样修改"])
    #expect(findings.dropFirst().map { "\($0[2]) \($0[3]) \($0[6])" } == Self.marks)
    #expect(findings.dropFirst().map { $0[4] } == ["D3", "O5", "C6", "E6"])
    #expect(findings[1][7] == "2000-13-01" && findings[1][8] == "不是有效的日期。" && !findings[1][9].isEmpty)
  }

  @Test("ERR-02 the workbook carries the original sheet with the bad cells coloured and commented")
  func annotatedSheet() async throws {
    let fixture = try await OfficeFixture()
    let candidates = faulty()
    let result = try await fixture.register(candidates, headings: Candidate.headings + ["宿舍"])
    let path = try #require(result.reports.workbook)
    let rows = try SheetReading(path, sheet: "集体报名信息").rows
    #expect(rows.count == 7 && rows[1][5] == candidates[0].id && rows[2][3] == "2000-13-01")
    let book = try ReportBook(path)
    let good = try book.fill(of: "D2", sheet: 3)
    for (cell, words) in [("D3", "不是有效的日期"), ("O5", "电话号码"), ("C6", "必填项为空"), ("E6", "证件类型")] {
      let fill = try #require(try book.fill(of: cell, sheet: 3), "\(cell) is coloured")
      #expect(fill != good, "\(cell)")
      #expect(try book.comment(on: cell)?.contains(words) == true, "\(cell)")
    }
    let warned = try #require(try book.fill(of: "Y1", sheet: 3))
    #expect(warned != (try book.fill(of: "D3", sheet: 3)), "a warning has a colour of its own")
    #expect(try book.comment(on: "Y1")?.contains("宿舍") == true)
    #expect(try book.comment(on: "D2") == nil)
  }

  @Test(
    "ERR-01 ERR-02 REG-02 a CSV file's report carries its lines too, the bad cells coloured and commented")
  func annotatedLines() async throws {
    let fixture = try await OfficeFixture()
    let path = try fixture.csv(
      OfficeFixture.paymentHeadings + ",经办人", ["T1,\(Candidate(0).id),14,七十八,2020-08-19 09:35:12,支付宝,成功,钱"])
    let result = try await fixture.importing("payments", path)
    #expect(result.marks == ["1 经办人 REG-02", "2 证件号码 CAN-07", "2 金额(元) FMT.number"])
    #expect(result.findings.map(\.cell) == ["H1", "B2", "D2"])
    #expect(result.findings.map(\.severity) == [.warning, .error, .error])
    let report = try #require(result.reports.workbook)
    #expect(try SheetReading(report, sheet: "CSV").rows[1][3] == "七十八")
    let book = try ReportBook(report)
    #expect(try book.fill(of: "D2", sheet: 3) != book.fill(of: "C2", sheet: 3))
    #expect(try book.comment(on: "D2")?.contains("不是有效的数字") == true)
    #expect(try json(result).marks == result.marks)
  }

  @Test("ERR-01 with --lang en the reports are in English")
  func english() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(faulty(), language: .en)
    #expect(result.findings.first?.message == "Not a valid date.")
    let path = try #require(result.reports.workbook)
    #expect(try SheetReading.sheets(of: path).prefix(2) == ["Result", "Findings"])
    #expect(try SheetReading(path, sheet: "Findings").rows[1][8] == "Not a valid date.")
    #expect(try json(result).findings.first?.message == "Not a valid date.")
  }

  @Test("ERR-01 an import without findings, and a dry run, end in a report too", arguments: [false, true])
  func everyImport(isDryRun: Bool) async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(Candidate.some(2)) { $0.isDryRun = isDryRun }
    #expect(try json(result).tally == [2, 2, 0, 0, 0, 0])
    #expect(try json(result).dryRun == isDryRun)
    #expect(try SheetReading.sheets(of: try #require(result.reports.workbook)) == ["导入结果", "问题清单"])
  }

  @Test("ERR-01 a report made again says who ran the job and when, not who asks for it")
  func madeAgain() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(faulty())
    try fixture.setClock("2020-12-24 18:00")
    let again = try await fixture.office("prov99").writeReport(
      ofJob: try #require(Int(result.job)), to: fixture.folder.path("again"), in: .zh)
    #expect(try json(again).by == "site990701" && json(again).at == "2020-08-20T10:00:00+08:00")
    #expect(try json(again).marks == Self.marks)
  }

  @Test("ERR-03 all findings of a file are found in one run and in file order; none hides another")
  func fileOrder() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    let worst = Candidate(0) {
      $0.name = "钱·  测"
      $0.sex = "男女"
      $0.birthDate = "昨天"
      $0.ethnicity = ""
      $0.schoolClass = "会计三班"
      $0.phone = "1"
      $0.email = "a#b"
      $0.postcode = "邮编"
      $0.subjects = ["14", "14", "99"]
      $0.preferredDate = "2020-09-26"
    }
    let result = try await fixture.register([Candidate(1), worst, Candidate(2) { $0.phone = "2" }])
    #expect(
      result.marks.map { $0.dropFirst(2) }.dropLast() == [
        "姓名 FMT.blank", "性别 FMT.code", "出生日期 FMT.date", "证件号码 REG-04", "民族 REQ", "班级 REG-12",
        "联系电话 FMT.phone",
        "电子邮件 FMT.email", "邮编 FMT.number", "报考科目2 REG-10", "报考科目3 FMT.code", "意向考试日期 SET-04",
      ])
    #expect(result.marks.last == "4 联系电话 FMT.phone")
  }

  @Test("ERR-03 screens show the first 1 000 findings, the reports have them all, across chunks of rows")
  func thousands() async throws {
    let fixture = try await OfficeFixture(.site { ($0.total, $0.places["14"]) = (99_999, 99_999) })
    let rows = (0..<1_150).map { number in Candidate(number) { $0.phone = "\(number)" } }
    let result = try await fixture.register(rows)
    #expect(result.findings.count == 1_000 && result.findingsTotal == 1_150)
    #expect(result.findings.compactMap(\.row) == Array(2...1_001))
    let report = try json(result)
    #expect(report.findings.compactMap(\.row) == Array(2...1_151))
    let list = try SheetReading(try #require(result.reports.workbook), sheet: "问题清单").rows
    #expect(list.dropFirst().map { $0[2] } == (2...1_151).map(String.init))
    #expect(try await fixture.office().job(try #require(Int(result.job)), in: .zh).findings.count == 1_000)
  }

  @Test("ERR-04 no cell of a report or of the rest runs as a formula, whatever was typed")
  func noFormula() async throws {
    let fixture = try await OfficeFixture()
    let traps = [
      "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a.example\",\"x\")", "\t=1", "=cmd|' /C calc'!A0",
    ]
    let rows = traps.enumerated().map { number, trap in
      Candidate(number) {
        $0.phone = trap
        $0.remarks = trap
        $0.schoolClass = trap
      }
    }
    let result = try await fixture.register(rows, headings: Candidate.headings + ["=1+1"]) {
      $0.isPartial = true
    }
    #expect(result.rows.failed == traps.count)
    for path in [result.reports.workbook, result.reports.rejected] {
      let path = try #require(path)
      let parts = try ReportBook(path).parts("xl/worksheets/sheet")
      #expect(parts.count >= 3 && parts.allSatisfy { !$0.contains("<f>") && !$0.contains("<f ") })
      let sheet = try SheetReading(path, sheet: "集体报名信息").rows
      let typed = sheet.joined().filter { $0 == "=1+1" }
      #expect(typed.count >= 3, "the text stands as it was typed")
    }
  }
}
