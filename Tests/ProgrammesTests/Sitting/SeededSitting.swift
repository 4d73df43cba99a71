import ExamModel
import TestKit

@testable import Programmes

/// Sittings at random, with everything that a definition can hold. A seed gives the same sitting again.
struct SeededSitting {
  private var random: SeededGenerator
  private static let subjects = ["14", "15", "26", "35", "42"]

  init(_ seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

  private mutating func chance() -> Bool { Bool.random(using: &random) }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func window(_ hasEnd: Bool = true) -> Window {
    let start = Instant(secondsSince1970: number(1_500_000_000...1_600_000_000))
    return Window(start: start, end: hasEnd ? start.adding(seconds: number(1...9_999_999)) : nil)
  }

  private mutating func windows() -> [WindowKind: Window] {
    var windows: [WindowKind: Window] = [:]
    for kind in WindowKind.allCases where chance() { windows[kind] = window(kind.hasEnd) }
    return windows
  }

  private mutating func windowSet() -> SittingDefinition.WindowSet {
    let windows = windows()
    switch number(0...3) {
    case 0: return .inherit
    case 1: return windows.isEmpty ? .inherit : .inheriting(except: windows)
    case 2: return .own([:])
    default: return .own(windows)
    }
  }

  private mutating func offers(_ days: [CalendarDate]) -> [String: SubjectOffer] {
    var offers: [String: SubjectOffer] = [:]
    for subject in Self.subjects where chance() {
      var chosen = days.filter { _ in chance() }
      if chosen.isEmpty { chosen = [days[0]] }
      offers[subject] = SubjectOffer(dates: chosen)
    }
    return offers
  }

  private mutating func site(_ days: [CalendarDate]) -> SiteSettings {
    var site = SiteSettings()
    (site.isOpen, site.allowsCollectiveRegistration, site.requiresAudit) = (chance(), chance(), chance())
    (site.requiresClass, site.candidatesPrintTickets) = (chance(), chance())
    site.allowsCollectivePayment = chance()
    site.classes = ClassOptions(splitting: chance() ? "一班;二班" : "")
    site.subjectsPerCandidate = number(1...3)
    site.subjects = offers(days)
    site.capacity = Capacity(total: number(100...99_999))
    for subject in Self.subjects where chance() { site.capacity.subjects[subject] = number(0...500) }
    site.preferredDays = days.filter { _ in chance() }.map { PreferredDay(date: $0, places: number(1...99)) }
    site.roster = RosterRestriction(isEnabled: chance(), provinceOnly: chance(), siteOnly: chance())
    return site
  }

  private mutating func plan(_ index: Int) -> ExamPlan {
    let subjects = (0...number(0...2)).map { place in
      PlanSubject(
        code: "09869\(place)", name: "科目\(place)", kind: PlanSubject.Kind.allCases[number(0...2)],
        weight: number(0...100), passMark: number(0...100), candidates: chance() ? "甲类" : nil,
        times: (0..<number(0...2)).map { _ in window() })
    }
    return ExamPlan(
      number: "K20200522999\(index)", certificate: "物流管理", level: chance() ? "初级" : "中级",
      rule: chance() ? .total : .everySubject, passMark: number(0...100), registration: window(),
      subjects: subjects)
  }

  /// The sitting.
  mutating func definition() -> SittingDefinition {
    let first = 18_400
    let days = (0...number(0...4)).compactMap { CalendarDate(dayNumber: first + $0) }
    var sitting = SittingDefinition(
      programme: "ncre", number: number(1...99), name: "考次 \(number(1...9))", examDates: days)
    if chance() { sitting.ages = .init(least: number(1...20), most: number(21...90)) }
    for code in ["99", "9907", "990701", "990702"] {
      sitting.organisations[code] = Organisation(
        code: code, name: "机构\(code)", address: chance() ? "学院路\(number(1...99))号" : nil, isAudited: chance(),
        isEnabled: chance())
      if chance() { sitting.windows[code] = windowSet() }
    }
    if chance() { sitting.windows[""] = windowSet() }
    for (name, organisation) in [("root", ""), ("prov", "99"), ("site", "990701")] {
      sitting.users[name] = User(
        name: name, organisation: organisation, role: chance() ? .administrator : .viewer)
    }
    for code in ["", "99"] where chance() { sitting.offers[code] = offers(days) }
    for code in ["99", "990701"] where chance() {
      sitting.fees[code] = FeeTable(
        person: number(0...9_999), subject: number(0...9_999),
        subjects: chance() ? ["42": number(0...999)] : [:])
    }
    for code in ["990701", "990702"] where chance() { sitting.sites[code] = site(days) }
    sitting.plans = (0..<number(0...3)).map { plan($0) }
    sitting.calendar = (0..<number(0...3)).map { step in
      CalendarStep(
        step: "步骤\(step)", responsible: chance() ? ["site"] : ["city", "site"],
        start: chance() ? window().start : nil, deadline: chance() ? window().start : nil)
    }
    return sitting
  }

  /// Its settlement accounts.
  mutating func accounts() -> [OrganisationAccount] {
    (0..<number(0...3)).map { index in
      OrganisationAccount(
        organisation: chance() ? "99" : "990701",
        account: SettlementAccount(
          bank: "测试银行", bankNumber: "100000000001", name: "测试大学", number: "0096758110300000\(index)",
          kind: "考点收费账户", remarks: chance() ? "备注" : nil))
    }
  }
}
