import Exports
import Imports
import Operations
import Tabular
import TestKit
import Testing

/// Suggestions that are computed: whoever types them in has mended the cell.
@Suite struct SuggestionTests {
  /// A slip in one cell of a good row; the suggestion need not be the value that was there, only as good.
  struct Slip: Sendable {
    var rules: [String]
    var column: String
    var make: @Sendable (inout Candidate, inout SeededGenerator) -> Void

    init(
      _ rules: String, _ column: String,
      _ make: @escaping @Sendable (inout Candidate, inout SeededGenerator) -> Void
    ) {
      self.rules = rules.split(separator: " ").map(String.init)
      self.column = column
      self.make = make
    }
  }

  /// A text with one of several spellings of a slip.
  private static func one(_ spellings: [String], _ random: inout SeededGenerator) -> String {
    spellings[Int.random(in: spellings.indices, using: &random)]
  }

  static let slips: [Slip] = [
    Slip("IDN-01.check IDN-01.date", "证件号码") { row, random in
      // Two neighbours of the month and day swapped, so that there is no such day.
      row.setDocument(
        MadeID.number(birth: "20001230", sequence: Int.random(in: 0..<499, using: &random) * 2 + 1))
      var bytes = Array(row.id.utf8)
      bytes.swapAt(11, 12)
      row.documentNumber = .text(String(decoding: bytes, as: UTF8.self))
    },
    Slip("IDN-01.check", "证件号码") { row, random in
      // One digit of the year.
      var bytes = Array(row.id.utf8)
      bytes[9] = UInt8(ascii: "1") + UInt8.random(in: 0..<9, using: &random)
      row.documentNumber = .text(String(decoding: bytes, as: UTF8.self))
    },
    Slip("IDN-01.characters", "证件号码") { row, random in
      row.documentNumber = .text(row.id.replacing("0", with: one(["O", "o"], &random)))
    },
    Slip("IDN-03", "证件号码") { row, random in
      row.documentNumber = .text(one(["'", " ", "\u{A0}", "\u{200B}"], &random) + row.id)
    },
    Slip("IDN-02", "出生日期") { row, _ in row.birthDate = "1999-12-31" },
    Slip("IDN-02", "性别") { row, _ in row.sex = "女" },
    Slip("REQ", "出生日期") { row, _ in row.birthDate = .blank },
    Slip("REQ", "性别") { row, _ in row.sex = "" },
    Slip("FMT.date", "出生日期") { row, random in
      row.birthDate = .text(one(["31/12/1999", "2000-13-01", "昨天", "二〇〇〇年"], &random))
    },
    Slip("FMT.code", "性别") { row, random in row.sex = one(["男女", "M", "3"], &random) },
    Slip("FMT.code", "民族") { row, random in row.ethnicity = one(["汉民族", "维吾族", "蒙古民族", "0l", "汉。"], &random)
    },
    Slip("FMT.code", "文化程度") { row, random in row.education = one(["本科生", "研究生在读", "大学本科毕业"], &random) },
    Slip("FMT.code", "职业") { row, random in row.occupation = one(["大学生", "中学教师", "专业技术"], &random) },
    Slip("FMT.code", "证件类型") { row, random in row.documentType = one(["居民身分证", "居民身份"], &random) },
    Slip("FMT.code", "报考科目1") { row, random in
      row.subjects = [one(["计算机基础及WPS", "l4", "14计算机基础及WPS", "14、计算机基础"], &random)]
    },
    Slip("FMT.phone", "联系电话") { row, random in
      row.phone = one(
        ["138 0000 0000", "138-0000-0000", "+8613800000000", "１３８００００００００", "138O0000000"], &random)
    },
    Slip("FMT.email", "电子邮件") { row, random in
      row.email.replace("@", with: one(["@@", "＠", "#", " @"], &random))
    },
    Slip("FMT.email", "电子邮件") { row, random in
      row.email =
        row.email.prefix { $0 != "@" } + one(["@qq.con", "@163.cmo", "@qq。com", "@example.cnn"], &random)
    },
    Slip("FMT.number", "邮编") { row, random in row.postcode = one(["１０００８０", "1OOO80", "100 080"], &random) },
    Slip("FMT.separator", "姓名") { row, random in
      row.name = "赵" + one(["•", "・", "．"], &random) + "测试"
    },
    Slip("FMT.blank", "姓名") { row, random in row.name = "赵" + one([" ", "\u{3000}"], &random) + "测试" },
  ]

  @Test(
    "ERR-01 IDN-01 IDN-02 IDN-03 every slip is found, and typing its suggestion in mends it",
    arguments: [1, 2, 3] as [UInt64])
  func mending(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let fixture = try await OfficeFixture()
    var sheet = SheetFile.registrations([])
    var expected: [String] = []
    for (number, slip) in (Self.slips + Self.slips).shuffled(using: &random).enumerated() {
      var candidate = Candidate(number)
      slip.make(&candidate, &random)
      sheet.rows.append(Candidate.headings.map(candidate.cell))
      expected += slip.rules.map { "\(SheetFile.row(number)) \(slip.column) \($0)" }
    }
    let first = try await fixture.register(sheet)
    #expect(first.marks == expected)
    for finding in first.findings {
      let column = try #require(Candidate.headings.firstIndex { $0 == finding.column })
      let row = try #require(finding.row)
      sheet.rows[row - 1][column] = .text(try #require(finding.suggestion))
    }
    let second = try await fixture.register(sheet)
    #expect(second.marks == [])
    #expect(second.rows.created == 2 * Self.slips.count)
  }

  @Test("ERR-01 the code that was meant, and the number that agrees with the row")
  func meant() async throws {
    let fixture = try await OfficeFixture()
    let number = MadeID.number(birth: "20001230", sequence: 1)
    let result = try await fixture.register([
      Candidate(0) { $0.subjects = ["计算机基础及WPS"] }, Candidate(1) { $0.ethnicity = "汉民族" },
      Candidate(2) { $0.education = "本科生" },
      Candidate(3) {
        $0.documentNumber = "11010119900307867X"
        $0.birthDate = "1990-03-07"
      },
      Candidate(4) {
        $0.documentNumber = .text(number.replacing("20001230", with: "20001320"))
        $0.birthDate = "2000-12-30"
      },
      // A name that two codes may have meant, and a date that is two days, have no suggestion but the advice.
      Candidate(5) { $0.subjects = ["计算机基础"] },
      Candidate(6) {
        $0.documentNumber = .blank
        $0.birthDate = "05/06/1999"
      },
    ])
    #expect(
      result.findings.map(\.suggestion) == [
        "14-计算机基础及WPS Office应用", "01-汉", "5-本科", MadeID.completed("11010119900307867"), number, number,
        "请从模板的下拉列表中选择。", "请写成 2000-01-31 的样子。", "请填写“证件号码”。",
      ])
  }

  @Test("FORMATS the codes of a cell that holds several are suggested together")
  func severalCodes() async throws {
    let fixture = try await OfficeFixture()
    let headings = Candidate.headings.filter { !$0.hasPrefix("报考科目") } + ["报考科目"]
    let result = try await fixture.register(
      [
        Candidate(0) { $0.subjects = ["14", "MS Office高级应"] }, Candidate(1) { $0.subjects = ["14", "无此科"] },
      ],
      headings: headings)
    #expect(result.marks == ["2 报考科目 FMT.code", "3 报考科目 FMT.code"])
    #expect(result.findings.map(\.suggestion) == ["14,65", "请从模板的下拉列表中选择。"])
  }

  @Test(
    "IDN-01 IDN-04 where a number and a name stand in each other's cells, the row says that and nothing else")
  func swapped() async throws {
    let fixture = try await OfficeFixture()
    let rows = (0..<5).map { number in
      Candidate(number) {
        guard number < 2 else { return }
        ($0.name, $0.documentNumber) = ($0.id, .text($0.name))
      }
    }
    let result = try await fixture.register(rows)
    #expect(result.marks == ["2 证件号码 FMT.swapped", "3 证件号码 FMT.swapped"])
    #expect(result.rows.failed == 2)
    #expect(result.findings.allSatisfy { $0.suggestion?.contains("对调") == true })
  }

  @Test("REG-02 where most rows have name and number swapped, the heading says so once")
  func swappedColumns() async throws {
    let fixture = try await OfficeFixture()
    var sheet = SheetFile.registrations(Candidate.some(20))
    for row in 1..<16 { sheet.rows[row].swapAt(1, 5) }
    let result = try await fixture.register(sheet)
    #expect(result.marks == ["1 证件号码 REG-02"] + (2...16).map { "\($0) 证件号码 FMT.swapped" })
    let heading = try #require(result.findings.first)
    #expect(heading.severity == .warning && heading.cell == "F1")
    #expect(heading.message.contains("20 行中有 15 行"))
    sheet.rows[0].swapAt(1, 5)
    for row in 16..<21 { sheet.rows[row].swapAt(1, 5) }
    #expect(try await fixture.register(sheet).rows.created == 20)
  }

  @Test("FMT.email an address that cannot exist is taken with a warning")
  func mistypedEnding() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register([Candidate(0) { $0.email = "a@qq.con" }])
    #expect(result.marks == ["2 电子邮件 FMT.email"] && result.findings.first?.severity == .warning)
    #expect(result.rows.created == 1 && result.findings.first?.suggestion == "a@qq.com")
  }

  @Test("a number in a name's cell, and a name in a number's, without the other are two separate faults")
  func halfSwapped() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register([
      Candidate(0) { $0.documentNumber = "赵测试" }, Candidate(1) { $0.name = Candidate(1).id },
    ])
    #expect(result.marks == ["2 证件号码 IDN-01.length"])
  }
}
