import Exports
import Files
import Imports
import Operations
import Tabular
import Testing

/// Identity numbers as registration workbooks hold them.
@Suite struct IdentityTests {
  private static let good17 = "99070120000101099"

  @Test("IDN-01 resident IDs: each failure has its own code; x is read as X")
  func residentIDs() async throws {
    let fixture = try await OfficeFixture()
    var table = MarkerTable()
    table.row("good") { _ in }
    table.row("17 characters", "证件号码 IDN-01.length") { $0.documentNumber = .text(Self.good17) }
    table.row("19 characters", "证件号码 IDN-01.length") { $0.documentNumber = .text(Self.good17 + "00") }
    table.row("15 digits", "证件号码 IDN-01.length") { $0.documentNumber = "990701000101099" }
    table.row("letter O", "证件号码 IDN-01.characters") { $0.documentNumber = "99O701200001010990" }
    table.row("X in the middle", "证件号码 IDN-01.characters") { $0.documentNumber = "9907012000010109X0" }
    table.row("unknown region", "证件号码 IDN-01.region") {
      $0.documentNumber = .text(MadeID.number(prefix: "000000", birth: "20000101", sequence: 1))
    }
    table.row("30 February", "证件号码 IDN-01.date") {
      $0.documentNumber = .text(MadeID.number(birth: "20000230", sequence: 1))
    }
    table.row("tomorrow", "证件号码 IDN-01.future") {
      $0.documentNumber = .text(MadeID.number(birth: "20200821", sequence: 1))
    }
    table.row("wrong check", "证件号码 IDN-01.check") {
      $0.documentNumber = .text(MadeID.withWrongCheck(Self.good17))
    }
    table.row("the example with 30 February", "证件号码 IDN-01.date") { $0.documentNumber = "440308199902301516" }
    let found = try await table.check(fixture)
    let messages = found.all.map(\.message)
    #expect(Set(found.all.map(\.rule)).count == 6)
    #expect(messages.allSatisfy { !$0.isEmpty })
    let right = String(try #require(MadeID.completed(Self.good17).last))
    #expect(found["wrong check"]?.message.contains("末位应为 \(right)") == true)
    #expect(found["15 digits"]?.suggestion == MadeID.completed("99070119000101099"))
    #expect(found["unknown region"]?.severity == .warning)
  }

  @Test("IDN-01 x in place of X is taken and stored as X")
  func smallX() async throws {
    let fixture = try await OfficeFixture()
    let number = try #require(
      (1..<400).map { MadeID.number(birth: "20000101", sequence: $0 * 2 + 1) }.first { $0.hasSuffix("X") })
    let result = try await fixture.register([Candidate(0) { $0.documentNumber = .text(number.lowercased()) }])
    #expect(result.marks.isEmpty)
    #expect(try await fixture.stored(number) != nil)
    let again = try await fixture.register([Candidate(0) { $0.documentNumber = .text(number) }]) {
      $0.overrides = true
    }
    #expect(again.rows.unchanged == 1)
  }

  @Test("IDN-02 birth date and sex must agree with the number; a blank one is still missing")
  func agreement() async throws {
    let fixture = try await OfficeFixture()
    var table = MarkerTable()
    table.row("another day", "出生日期 IDN-02") { $0.birthDate = "2000-01-02" }
    table.row("another sex", "性别 IDN-02") { $0.sex = "女" }
    table.row("both", "性别 IDN-02", "出生日期 IDN-02") {
      $0.sex = "2"
      $0.birthDate = "19990101"
    }
    table.row("blank", "性别 REQ", "出生日期 REQ") {
      $0.sex = ""
      $0.birthDate = .blank
    }
    table.row("the same day otherwise spelled") { $0.birthDate = "2000年1月1日" }
    table.row("the serial of 2000-01-01") { $0.birthDate = .number(36_526) }
    let found = try await table.check(fixture)
    #expect(found["another day"]?.suggestion == "2000-01-01")
    #expect(found["another sex"]?.suggestion == "男")
  }

  @Test("IDN-03 what typing leaves behind is an error that offers the cleaned number")
  func cleaning() async throws {
    let fixture = try await OfficeFixture()
    var table = MarkerTable()
    let spellings = Self.spellings(of: Candidate(0).id)
    for (index, spelling) in spellings.enumerated() {
      table.row(spelling.name, "证件号码 IDN-03") {
        $0.documentNumber = .text(Self.spellings(of: Candidate(index).id)[index].text)
      }
    }
    let found = try await table.check(fixture)
    for (index, spelling) in spellings.enumerated() {
      #expect(found[spelling.name]?.suggestion == Candidate(index).id, "\(spelling.name)")
    }
    #expect(try await fixture.stored().isEmpty)
  }

  @Test("IDN-03 --fix-width accepts the cleaned numbers of the whole file")
  func fixWidth() async throws {
    let fixture = try await OfficeFixture()
    let count = Self.spellings(of: "").count
    let rows = (0..<count).map { index in
      Candidate(index) { $0.documentNumber = .text(Self.spellings(of: $0.id)[index].text) }
    }
    let result = try await fixture.register(rows) { $0.fixesWidth = true }
    #expect(result.marks.isEmpty && result.rows.created == count)
    #expect(Set(try await fixture.stored().keys) == Set(Candidate.some(count).map(\.id)))
  }

  @Test("IDN-04 a number cell that has lost digits is named as that, with what to do")
  func lostDigits() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register([
      Candidate(0) { $0.documentNumber = .number(990_701_200_001_010_048) },
      Candidate(1) { $0.documentNumber = .number(1_234_567_890_123_456) },
      Candidate(2) { $0.documentNumber = "9.90701E+17" },
    ])
    #expect(result.marks == (2...4).map { "\($0) 证件号码 IDN-04" })
    #expect(result.findings.allSatisfy { $0.suggestion?.contains("文本") == true })
  }

  @Test("IDN-04 a number in a CSV file that a spreadsheet has spoilt is named as that")
  func lostDigitsInCSV() async throws {
    let fixture = try await OfficeFixture()
    let path = try fixture.csv(
      OfficeFixture.paymentHeadings, ["T1,9.90701E+17,14,78.00,2020-08-19 09:35:12,支付宝,成功"])
    #expect(try await fixture.importing("payments", path).marks == ["2 证件号码 IDN-04"])
  }

  @Test("IDN-05 every other document has its own form")
  func otherDocuments() async throws {
    let fixture = try await OfficeFixture()
    let good = [
      ("港澳居民来往内地通行证", ["H12345678", "M1234567890"]), ("台湾居民来往大陆通行证", ["12345678", "1234567890"]),
      ("护照", ["E12345678", "EA1234567", "55555"]), ("军官证", ["南字第990001号"]),
      ("外国人永久居留身份证", ["USA110199001010"]), ("其他", ["测试（甲）12-3"]),
    ]
    let bad = [
      ("港澳居民来往内地通行证", ["H1234567", "A12345678", "112345678"]), ("台湾居民来往大陆通行证", ["123456789", "1234567A"]),
      ("护照", ["1234", "E1234-678"]), ("外国人永久居留身份证", ["US1110199001010", "9118401990010100"]),
      ("港澳台居民居住证", ["110101200002290018", "82000019950101002"]),
    ]
    var table = MarkerTable()
    for (type, numbers) in good {
      for number in numbers {
        table.row("\(type) \(number)") { ($0.documentType, $0.documentNumber) = (type, .text(number)) }
      }
    }
    for (type, numbers) in bad {
      for number in numbers {
        table.row("\(type) \(number)", "证件号码 IDN-05") {
          ($0.documentType, $0.documentNumber) = (type, .text(number))
        }
      }
    }
    table.row("residence permit") {
      ($0.documentType, $0.sex) = ("港澳台居民居住证", "女")
      $0.setDocument("820000199501010025")
    }
    table.row("its check character", "证件号码 IDN-01.check") {
      ($0.documentType, $0.sex) = ("港澳台居民居住证", "女")
      $0.setDocument("820000199501010026")
    }
    table.row("permanent residence card, its birth date", "出生日期 IDN-02") {
      ($0.documentType, $0.documentNumber) = ("外国人永久居留身份证", "911840199001010018")
    }
    try await table.check(fixture)
  }

  @Test("IDN-06 findings, report files and the ledger show the last four characters only")
  func masking() async throws {
    let fixture = try await OfficeFixture()
    let rows = [Candidate(0), Candidate(1), Candidate(2) { $0.documentNumber = Candidate(1).documentNumber }]
    _ = try await fixture.register([rows[0]])
    let result = try await fixture.register(rows)
    #expect(result.marks == ["2 证件号码 REG-04", "3 证件号码 REG-03", "4 证件号码 REG-03"])
    for finding in result.findings {
      #expect(finding.value == "…" + Candidate(finding.row == 2 ? 0 : 1).id.suffix(4))
    }
    let report = try FileSource(path: try #require(result.reports.json))
    let json = String(decoding: try report.bytes(in: 0..<report.count), as: UTF8.self)
    let list = try SheetReading(try #require(result.reports.workbook), sheet: "问题清单").rows.joined().joined()
    let ledger = try await fixture.dump(except: []).filter { $0.key.hasPrefix("job") }.values.joined()
      .joined()
    for text in [json, list, ledger] {
      #expect(text.contains("…" + rows[0].id.suffix(4)))
      #expect(rows.allSatisfy { !text.contains($0.id) })
    }
  }

  @Test("IDN-06 a number in a cell where none belongs is shortened too; other long numbers are not")
  func maskingElsewhere() async throws {
    let fixture = try await OfficeFixture()
    let id = Candidate(7).id
    let result = try await fixture.register([
      Candidate(0) { $0.phone = id }, Candidate(1) { $0.phone = "父：\(id)，母同" },
      Candidate(2) { $0.phone = "202008191234567890" },
    ])
    let short = "…" + id.suffix(4)
    #expect(result.findings.map(\.value) == [short, "父：\(short)，母同", "202008191234567890"])
  }

  /// A number as people type it.
  private static func spellings(of number: String) -> [(name: String, text: String)] {
    var wide = String.UnicodeScalarView()
    for scalar in number.unicodeScalars { wide.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar) }
    let (head, tail) = (number.prefix(6), number.dropFirst(6))
    return [
      ("full width", String(wide)), ("blank before", " \(number)"), ("blanks inside", "\(head) \(tail)"),
      ("ideographic blank behind", "\(number)\u{3000}"), ("apostrophe", "'\(number)"),
      ("curly apostrophe", "\u{2018}\(number)"), ("non-breaking space", "\u{A0}\(number)"),
      ("zero-width space", "\(head)\u{200B}\(tail)"), ("byte order mark", "\u{FEFF}\(number)"),
      ("line break", "\(number)\n"),
    ]
  }
}
