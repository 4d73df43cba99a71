import ExamModel
import Foundation
import Programmes
import Tabular
import Testing

/// The 1+X programme: levels of its own, subjects from plans, stations that are approved.
@Suite struct OnePlusXDefinitionTests {
  private let programme: Programme

  init() throws { programme = try Shipped.library.programme("one-plus-x") }

  @Test("ORG-01 ORG-08 1+X has assessment body, schools and stations, and the body approves stations")
  func levels() {
    #expect(programme.organisations.map(\.level) == ["body", "school", "station"])
    #expect(programme.organisations.map(\.name) == ["培训评价组织", "院校", "考核站点"])
    #expect(programme.levels.parent(of: "99000101") == "990001")
    #expect(programme.levels.parent(of: "990001")?.isEmpty == true)
    #expect(programme.stationApprover?.level == "body")
    #expect(programme.subjects.isEmpty)
  }

  @Test("PHO-05 1+X takes JPEG and PNG of at most 5 MiB, 295×413, red")
  func photos() throws {
    let rule = try #require(programme.photo)
    #expect(rule.formats == [.jpeg, .png] && rule.bytes == 0...5_242_880)
    #expect((rule.leastWidth, rule.leastHeight) == (295, 413))
    let ratio = try #require(rule.ratio)
    #expect(ratio.fits(width: 295, height: 413) && !ratio.fits(width: 295, height: 394))
    #expect(rule.backgrounds == [.red])
  }

  @Test("TIC-01 1+X ticket numbers have 20 digits and end in the five of the seat")
  func tickets() throws {
    let pattern = try #require(programme.ticket)
    let values = ["sitting": "20", "site": "99000101", "room": "01", "batch": "2", "seat": "57"]
    #expect(try pattern.make { values[$0] } == "20990001010100200057")
  }

  @Test("ARR-03 1+X has a kind of room for each kind of exam, as the code table names them")
  func roomKinds() throws {
    let names = try PlanSubject.Kind.allCases.map { kind in
      let code = try #require(programme.roomKinds[kind])
      return programme.tables["room-kind"]?.items.first { $0.code == code }?.name
    }
    #expect(PlanSubject.Kind.allCases == [.machine, .practical, .written])
    #expect(names == ["机考", "实操", "笔试"])
  }

  @Test("VSL-01 VSL-03 PAY-04 its workbooks ask for what the manual names")
  func layouts() throws {
    func required(_ layout: String) -> [String] {
      programme.layouts[layout]?.columns.filter(\.isRequired).map(\.heading) ?? []
    }
    #expect(required("students") == ["姓名", "姓名拼音", "身份证号", "手机号", "就读专业", "专业层次", "入学年份"])
    #expect(required("entries-by-certificate") == ["计划编号", "证书名称", "证书等级", "姓名", "身份证号"])
    #expect(required("entries-by-subject") == required("entries-by-certificate") + ["科目编号"])
    #expect(required("entry-removals") == ["计划编号", "身份证号"])
    #expect(required("payment-applications") == ["计划编号", "身份证号"])
  }
}
