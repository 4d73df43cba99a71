import ExamModel
import Tabular
import Testing

@testable import Programmes

@Suite("Plans and calendars of a sitting")
struct SittingPlanTests {
  private let plans = """

    plans:
      - number: K202005229994
        certificate: 物流管理
        level: 初级
        rule: total
        passMark: 60
        registration: [2019-12-08 00:00, 2019-12-22 00:00]
        subjects:
          - {code: "098694", name: 基础考核, kind: machine, weight: 40, passMark: 60, times: [[2019-12-21 08:30, 2019-12-21 10:00], [2019-12-22 08:30, 2019-12-22 10:00]]}
          - {code: "609371", name: 实操考核, kind: practical, weight: 60, passMark: 60, times: [[2019-12-21 14:00, 2019-12-21 23:55]]}
    """
  private let calendar = """

    calendar:
      - {step: 考场编排, responsible: site, start: 2020-04-15 09:00, deadline: 2020-04-21 16:00}
      - {step: 试卷申报, responsible: [city, site], deadline: 2020-04-23 16:00}
      - {step: 下载考前材料, responsible: site, start: 2020-05-18 00:00}
    """

  private func faults(_ added: String, _ old: String = "", _ new: String = "") throws -> [String] {
    var changed = added
    if !old.isEmpty { changed.replaceSubrange(try #require(added.firstRange(of: old)), with: new) }
    return try SittingSample.findings(in: SittingSample.text + changed).map(\.code)
  }

  @Test("VSL-03 plans are read with their subjects, whose codes a site may offer")
  func plansAreRead() throws {
    #expect(try faults(plans) == [])
    let plan = try #require(SittingSample.document(SittingSample.text + plans).definition.plans.first)
    #expect(plan.number == "K202005229994")
    #expect(plan.rule == .total && plan.passMark == 60)
    #expect(plan.subjects.map(\.code) == ["098694", "609371"])
    #expect(plan.subjects.map(\.kind) == [.machine, .practical])
    #expect(plan.subjects.first?.times.last?.start == Instant("2019-12-22 08:30"))
    let fees = try SittingSample.text((#"{"42": 80.00}"#, #"{"098694": 80.00}"#))
    #expect(try SittingSample.findings(in: fees).map(\.code) == ["SET-02.subject"])
    #expect(try SittingSample.findings(in: fees + plans) == [])
  }

  @Test("VSL-03 a plan's number, subject numbers and times are checked")
  func planFaults() throws {
    #expect(try faults(plans, "K202005229994", "K20200522999") == ["VSL-03.number"])
    #expect(try faults(plans, "K202005229994", "2020052299940") == ["VSL-03.number"])
    #expect(try faults(plans, "098694", "98694") == ["VSL-03.code"])
    #expect(try faults(plans, "098694", "609371") == ["VSL-03.doubledSubject"])
    #expect(try faults(plans, "2019-12-22 00:00]", "2019-12-08 00:00]") == ["WIN-01.order"])
    #expect(try faults(plans, "14:00, 2019-12-21 23:55", "14:00") == ["SET-08.form"])
    #expect(try faults(plans, "kind: machine", "kind: oral") == ["SET-08.form"])
  }

  @Test("VSL-03 a certificate and level stand once under a number")
  func doubledPlan() throws {
    let second = plans.replacing("\nplans:\n", with: "\n")
    #expect(try faults(plans + second) == ["VSL-03.doubled"])
    #expect(try faults(plans + second.replacing("初级", with: "中级")) == [])
  }

  @Test("VSL-04 weights make 100, for each kind of candidates; marks lie between 0 and 100")
  func weights() throws {
    #expect(try faults(plans, "weight: 40", "weight: 41") == ["VSL-04.weights"])
    #expect(try faults(plans, "passMark: 60", "passMark: 101") == ["VSL-04.mark"])
    #expect(try faults(plans, "weight: 60, ", "weight: 60, candidates: 甲类, ") == [])
    let third =
      #"\#n      - {code: "700001", name: 乙, kind: written, weight: 50, passMark: 60, candidates: 乙类, times: []}"#
    #expect(
      try faults(plans + third, "weight: 60, ", "weight: 60, candidates: 甲类, ") == ["VSL-04.weights"])
    #expect(
      try faults(plans.replacing("rule: total", with: "rule: everySubject"), "weight: 40", "weight: 41") == []
    )
  }

  @Test("WIN-08 a calendar is read; a step is the task of one level or of several")
  func calendarIsRead() throws {
    #expect(try faults(calendar) == [])
    let steps = try SittingSample.document(SittingSample.text + calendar).definition.calendar
    #expect(steps.map(\.responsible) == [["site"], ["city", "site"], ["site"]])
    #expect(steps[1].start == nil)
    #expect(steps[2].deadline == nil)
    #expect(steps[0].deadline == Instant("2020-04-21 16:00"))
  }

  @Test("WIN-08 a deadline lies after its start; a level there is not is a warning")
  func calendarFaults() throws {
    #expect(try faults(calendar, "2020-04-21 16:00", "2020-04-15 09:00") == ["WIN-01.order"])
    let text = SittingSample.text + calendar.replacing("[city, site]", with: "[city, sites]")
    let findings = try SittingSample.findings(in: text)
    #expect(findings.map(\.code) == ["WIN-08.responsible"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.suggestion == "site")
    #expect(findings.first?.place.row == SittingSample.line(of: "试卷申报", in: text))
  }

  @Test("SET-08 changed plans and steps are listed, and kept in the canonical text")
  func changes() throws {
    let text = SittingSample.text + plans + calendar
    let before = try SittingSample.document(text).definition
    let edited = text.replacing("weight: 40", with: "weight: 45").replacing(
      "04-23 16:00", with: "04-24 16:00")
    let after = try SittingSample.document(edited).definition
    #expect(
      SittingChanges(from: before, to: after).list == [
        .init(path: "plans.K202005229994 物流管理 初级.subjects.098694.weight", old: "40", new: "45"),
        .init(path: "calendar[2].deadline", old: "2020-04-23 16:00", new: "2020-04-24 16:00"),
      ])
    #expect(try SittingDefinition(canonicalText: before.canonicalText) == before)
  }
}
