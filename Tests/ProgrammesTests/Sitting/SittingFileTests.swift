import ExamModel
import Tabular
import Testing

@testable import Programmes

@Suite("Sitting files")
struct SittingFileTests {
  @Test("SET-08 the sample loads without a finding, and everything in it is read")
  func sample() throws {
    #expect(try SittingSample.findings(in: SittingSample.text) == [])
    let sitting = try SittingSample.document(SittingSample.text).definition
    #expect(sitting.id == "ncre-58")
    #expect(sitting.number == 58)
    #expect(sitting.name == "2020年9月全国计算机等级考试")
    #expect(sitting.examDates.map(\.iso) == ["2020-09-26", "2020-09-27", "2020-09-28"])
    #expect(sitting.ages == .init(least: 6, most: 80))
    #expect(sitting.organisations.keys.sorted() == ["99", "9907", "990701", "990702"])
    #expect(
      sitting.organisation("990701")
        == Organisation(code: "990701", name: "地市七考点一", address: "测试省地市七学院路1号"))
    #expect(sitting.organisation("990702")?.isEnabled == false)
    #expect(sitting.users["root"] == User(name: "root", organisation: "", role: .administrator))
    #expect(sitting.windows["9907"] == .inherit)
    #expect(sitting.window(.roster, for: "99")?.start == Instant("2020-07-23 08:00"))
    #expect(sitting.window(.roster, for: "99")?.end == Instant("2020-08-31 21:00"))
    #expect(
      sitting.window(.ticketPrinting, for: "99") == Window(start: try #require(Instant("2020-09-15 08:00"))))
    #expect(sitting.fees["99"] == FeeTable(person: 200, subject: 7_600, subjects: ["42": 8_000]))
  }

  @Test("SET-08 the settings of a site are read")
  func site() throws {
    let site = try #require(SittingSample.document(SittingSample.text).definition.siteSettings("990701"))
    #expect(site.isOpen && site.allowsCollectiveRegistration && site.allowsCollectivePayment)
    #expect(!site.requiresAudit && !site.requiresClass && site.candidatesPrintTickets)
    #expect(site.classes.names == ["会计一班", "会计二班", "管理一班"])
    #expect(site.subjectsPerCandidate == 2)
    #expect(site.preferredDays.map { "\($0.date) \($0.places)" } == ["2020-09-26 100", "2020-09-27 100"])
    #expect(site.capacity.total == 1_000)
    #expect(site.capacity.subjects == ["14": 500, "15": 300, "26": 99_999, "35": 100, "42": 100])
    #expect(site.subjects.keys.sorted() == ["14", "15", "26", "35", "42"])
    #expect(site.roster == RosterRestriction())
  }

  @Test("SET-02 two dates stand for all exam days between them, one or three for themselves")
  func dates() throws {
    let text = try SittingSample.text(
      (
        #""99": {"14": [2020-09-26, 2020-09-28], "15": [2020-09-26, 2020-09-28]"#,
        #""99": {"14": [2020-09-26, 2020-09-28], "15": [2020-09-26, 2020-09-27, 2020-09-28]"#
      ),
      (#""26": 99999, "35""#, #""26": 99999, 35"#),
      (#"subjects: {"14": [2020-09-26, 2020-09-28]"#, #"subjects: {"14": [2020-09-27]"#))
    #expect(try SittingSample.findings(in: text) == [])
    let sitting = try SittingSample.document(text).definition
    let all = ["2020-09-26", "2020-09-27", "2020-09-28"]
    #expect(sitting.offers["99"]?["14"]?.dates.map(\.iso) == all)
    #expect(sitting.offers["99"]?["15"]?.dates.map(\.iso) == all)
    #expect(sitting.sites["990701"]?.subjects["14"]?.dates.map(\.iso) == ["2020-09-27"])
  }

  @Test("SET-08 codes may be typed without quotes and keep their leading zeros")
  func plainCodes() throws {
    let text = """
      sitting: other-5
      programme: other
      number: 5
      name: 测试
      examDates: [2020-09-26]
      organisations: [{code: 01, name: 零一}, {code: 0102, name: 零二}]
      """
    let sitting = try SittingSample.document(text).definition
    #expect(sitting.organisations.keys.sorted() == ["01", "0102"])
  }

  @Test("SET-08 unknown keys, missing keys, blank keys and wrong forms are findings with line and key path")
  func forms() throws {
    let text = """
      sitting: ncre-58
      programme: ncre
      number: viele
      nane: 测试
      examDates: [2020-09-26, 2020-02-30]
      organisations:
        - {code: "99", name: 省, enabled: ja}
        - 9907
      ages:
      fees: [1]
      """
    let findings = try SittingSample.document(text).findings
    let lines = findings.map { "\($0.place.row ?? 0) \($0.code) \($0.place.column ?? "")" }
    #expect(
      lines == [
        "1 SET-08.missing name", "3 SET-08.form number", "4 SET-08.key nane", "5 SET-08.form examDates",
        "7 SET-08.form organisations[1].enabled", "8 SET-08.form organisations[2]", "9 SET-08.blank ages",
        "10 SET-08.form fees",
      ])
    #expect(findings.first { $0.code == "SET-08.key" }?.suggestion == "name")
  }

  @Test(
    "SET-06 yuan become fen, exactly",
    arguments: [("0.00", 0), ("2", 200), ("76.5", 7_650), ("19.99", 1_999)])
  func money(yuan: String, fen: Int) throws {
    let text = try SittingSample.text(("person: 2.00", "person: \(yuan)"))
    #expect(try SittingSample.document(text).definition.fees["99"]?.person == fen)
  }

  @Test(
    "SET-06 what is no amount in yuan is a finding", arguments: ["2.005", "\"1,000\"", "二元", "1e3", "\"\""])
  func noMoney(yuan: String) throws {
    let text = try SittingSample.text(("person: 2.00", "person: \(yuan)"))
    let findings = try SittingSample.findings(in: text)
    #expect(findings.map(\.code) == ["SET-08.form"])
    #expect(findings.first?.place.column == "fees.99.person")
  }
}
