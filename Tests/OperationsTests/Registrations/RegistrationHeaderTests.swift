import Exports
import Imports
import Operations
import Tabular
import Testing

/// The headings of a registration workbook.
@Suite struct RegistrationHeaderTests {
  @Test("REG-02 the heading row is found below any hint rows", arguments: [0, 1, 2, 7, 40])
  func hintRows(count: Int) async throws {
    let fixture = try await OfficeFixture()
    let hints = (0..<count).map { "提示 \($0)：姓名、性别请按证件填写" }
    let result = try await fixture.register(
      SheetFile.registrations([Candidate(0), Candidate(1) { $0.phone = "12" }], hints: hints))
    #expect(result.marks == ["\(count + 3) 联系电话 FMT.phone"])
  }

  @Test("REG-02 columns may stand in any order")
  func reordered() async throws {
    let fixture = try await OfficeFixture()
    let candidate = Candidate(0) { $0.subjects = ["14", "15"] }
    let result = try await fixture.register([candidate], headings: Candidate.headings.reversed())
    #expect(result.tally == [1, 1, 0, 0, 0, 0])
    #expect(try await fixture.stored(candidate.id)?.name == "赵测试")
    #expect(try await fixture.stored(candidate.id)?.subjects == ["14", "15"])
  }

  @Test("REG-02 headings match with marks, blanks, full width and the names of the manuals")
  func aliases() async throws {
    let fixture = try await OfficeFixture()
    let spelled = [
      "姓名": " *姓名 ", "证件号码": "身份证号", "电子邮件": "电子邮箱（必填）", "联系电话": "手机号", "联系地址": "地址",
      "报考科目1": "报考科目１",
    ]
    var sheet = SheetFile.registrations(Candidate.some(1))
    sheet.rows[0] = Candidate.headings.map { .text(spelled[$0] ?? $0) }
    let result = try await fixture.register(sheet)
    #expect(result.marks.isEmpty)
    #expect(result.rows.created == 1)
  }

  @Test("REG-02 one column 报考科目 stands for the three")
  func oneSubjectColumn() async throws {
    let fixture = try await OfficeFixture()
    let headings = Candidate.headings.filter { !$0.hasPrefix("报考科目") } + ["报考科目"]
    var sheet = SheetFile.registrations(Candidate.some(5), headings: headings)
    for (index, text) in ["14,26", "14;26", "14；26", "14、26", "14，26"].enumerated() {
      sheet.rows[index + 1][headings.count - 1] = .text(text)
    }
    #expect(try await fixture.register(sheet).tally == [5, 5, 0, 0, 0, 0])
    #expect(try await fixture.stored().values.allSatisfy { $0.subjects == ["14", "26"] })
  }

  @Test("REG-02 an unknown column is a warning at the heading row, one each, and the rows are taken")
  func unknownColumns() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(
      Candidate.some(1), headings: ["宿舍"] + Candidate.headings + ["辅导员"])
    #expect(result.marks == ["1 宿舍 REG-02", "1 辅导员 REG-02"])
    #expect(result.findings.allSatisfy { $0.severity == .warning })
    #expect(result.findings.map(\.cell) == ["A1", "Z1"])
    #expect(result.state == "done" && result.rows.created == 1)
  }

  @Test("REG-02 missing required columns are one error that lists them all")
  func missingColumns() async throws {
    let fixture = try await OfficeFixture()
    let missing = ["姓名", "民族", "电子邮件"]
    let result = try await fixture.register(
      Candidate.some(3), headings: Candidate.headings.filter { !missing.contains($0) })
    #expect(result.marks == ["1 REG-02"])
    let finding = try #require(result.first("REG-02"))
    #expect(finding.severity == .error)
    #expect(missing.allSatisfy(finding.message.contains) && !finding.message.contains("性别"))
    #expect(result.state == "refused" && result.rows.read == 0)
    #expect(try await fixture.stored().isEmpty)
  }

  @Test("REG-02 a sheet without headings is one error, also with --partial", arguments: [false, true])
  func noHeadings(isPartial: Bool) async throws {
    let fixture = try await OfficeFixture()
    var sheet = SheetFile.registrations(Candidate.some(3))
    sheet.rows.removeFirst()
    let result = try await fixture.register(sheet) { $0.isPartial = isPartial }
    #expect(result.marks == ["1 REG-02"])
    #expect(result.state == "refused")
    #expect(try await fixture.stored().isEmpty)
  }

  @Test("REG-02 a column that stands twice is an error, not a guess")
  func doubledColumn() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(Candidate.some(1), headings: Candidate.headings + ["手机号"])
    #expect(result.marks == ["1 手机号 REG-02"])
    #expect(result.state == "refused" && result.first("REG-02")?.severity == .error)
  }
}
