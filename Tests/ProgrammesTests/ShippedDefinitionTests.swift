import ExamModel
import Foundation
import Programmes
import Tabular
import Testing

@Suite struct ShippedDefinitionTests {
  private func ncre() throws -> Programme { try Shipped.ncre.get() }

  @Test("every shipped definition passes its check without findings")
  func everyDefinition() throws {
    let identifiers = try Shipped.library.identifiers()
    #expect(identifiers.contains("ncre"))
    for id in identifiers {
      let findings = try ProgrammeCheck.findings(folder: "\(Shipped.templates)/Programmes/\(id)")
      let messages = findings.map { ProgrammeCheck.message($0, in: .en) }
      #expect(messages == [], "\(id)")
      #expect(try Shipped.library.programme(id).id == id)
    }
  }

  @Test(
    "subjects are those of the sitting",
    arguments: [(57, true, false), (58, true, false), (59, false, false), (66, false, true)])
  func subjects(sitting: Int, hasVB: Bool, hasOpenGauss: Bool) throws {
    let ncre = try ncre()
    #expect((ncre.subject("26", inSitting: sitting) != nil) == hasVB)
    #expect((ncre.subject("68", inSitting: sitting) != nil) == hasOpenGauss)
    #expect(ncre.subjects(inSitting: sitting).count == 23 + (hasVB ? 1 : 0) + (hasOpenGauss ? 1 : 0))
    #expect(ncre.subject("14", inSitting: sitting)?.minutes == 90)
    #expect(ncre.subject("24", inSitting: sitting)?.minutes == 120)
  }

  @Test("ORG-01 organisations have the levels and code lengths of the programme")
  func organisations() throws {
    let ncre = try ncre()
    #expect(ncre.organisations.map(\.level) == ["centre", "province", "city", "site"])
    #expect(ncre.levels.codeLengths == [2, 4, 6])
    #expect(ncre.levels.parent(of: "990701") == "9907")
    #expect(ncre.ages == 6...80)
  }

  @Test("TIC-01 ticket numbers are built of subject, sitting, site, room and serial")
  func tickets() throws {
    let pattern = try #require(try ncre().ticket)
    let values = ["subject": "14", "sitting": "58", "site": "990701", "room": "03", "serial": "124"]
    #expect(try pattern.make { values[$0] } == "1458990701030124")
  }

  @Test("PHO-05 photos are JPEG of 20–200 KiB, at least 144×192, 3:4 within 2 %")
  func photos() throws {
    let rule = try #require(try ncre().photo)
    #expect(rule.formats == [.jpeg])
    #expect(rule.bytes == 20_480...204_800)
    #expect((rule.leastWidth, rule.leastHeight) == (144, 192))
    let ratio = try #require(rule.ratio)
    #expect(ratio.fits(width: 144, height: 192))
    #expect(ratio.fits(width: 153, height: 200))
    #expect(!ratio.fits(width: 154, height: 200))
    #expect(ratio.fits(width: 147, height: 200))
    #expect(!ratio.fits(width: 146, height: 200))
  }

  @Test("SCO-05 grades, halves, parts and certificates are those of the programme")
  func scores() throws {
    let rules = try #require(try ncre().scores)
    let points = { (whole: Int) in Hundredths(value: whole * 100) }
    #expect(rules.judge(.init(subject: "14", score: points(90))).result == 3)
    #expect(rules.judge(.init(subject: "14", score: points(60))).result == 1)
    #expect(rules.judge(.init(subject: "14", score: points(59))).result == 0)
    let halves = ["course1": points(50), "course2": points(29)]
    #expect(rules.judge(.init(subject: "41", score: points(79), parts: halves)).result == 0)
    #expect(
      rules.judge(.init(subject: "24", score: points(79), parts: ["multipleChoice": points(19)])).result == 0)
    #expect(
      rules.judge(.init(subject: "65", score: points(79), parts: ["multipleChoice": points(19)])).result == 1)
    #expect(rules.certificate(subject: "41", standing: .passed, passed: ["36"]) == .kept(until: ["35"]))
    #expect(rules.certificate(subject: "41", standing: .passed, passed: ["35"]) == .due)
    for code in [-2, -3, -4, -5, -6, -8] { #expect(rules.outcome(code)?.standing == .cheating) }
    #expect(rules.outcome(-1)?.standing == .absent)
    #expect(rules.outcome(-7)?.standing == .violation)
    #expect(rules.outcome(-9)?.standing == .other)
    #expect(["1", "2", "3", "4"].map(rules.violationStanding) == [.absent, .violation, .cheating, .other])
  }

  @Test("REG-02 the registration layout has the manual's sheet, its columns and its required ones")
  func registrations() throws {
    let layout = try #require(try ncre().layouts["registrations"])
    #expect(layout.sheet == "集体报名信息")
    #expect(layout.sampleSheet == "模板数据")
    let required = layout.columns.filter(\.isRequired).map(\.heading)
    #expect(
      required == [
        "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "联系电话", "电子邮件", "报考科目1",
      ])
    #expect(layout.column("subjects")?.replaces == ["subject1", "subject2", "subject3"])
    #expect(layout.columns.count == 25)
  }

  @Test("CAN-07 the individual feed has the registration's columns and four of its own")
  func individual() throws {
    let layouts = try ncre().layouts
    let base = try #require(layouts["registrations"]).columns.map(\.field)
    let own = try #require(layouts["individual"]).columns.map(\.field)
    #expect(own == base + ["site", "paymentStatus", "registeredAt"])
  }

  @Test("DOC-07 the machine-test record has the known fields and widths")
  func machineTest() throws {
    let layout = try #require(try ncre().exports["machine-test"])
    let fields = layout.columns.map { "\($0.field ?? "")\($0.width)" }
    #expect(
      fields == [
        "ZKZH16", "BMH14", "XM50", "XB1", "CSRQ8", "MZ2", "ZJLX1", "ZJH30", "KMDM2", "KCDM6", "KCH2", "PCH2",
        "ZWH3",
        "KSRQ8", "KSSJ11", "BJ40",
      ])
    #expect(layout.order == [.room, .batch, .seat])
    let scores = try #require(try ncre().exports["scores"])
    #expect(scores.forms == [.dbf, .csv])
    #expect(scores.columns.first { $0.field == "CJ" }?.kind == .numeric)
  }

  @Test("CAN-06 the registration export shows the last four characters of the number only")
  func registrationExport() throws {
    let columns = try #require(try ncre().exports["registrations"]).columns
    #expect(columns.filter { $0.source == .documentNumber }.map(\.style) == [.lastFour])
    #expect(
      columns.map(\.source) == [.number, .name, .documentNumber, .site, .class, .subjects, .subjectCount])
  }
}
