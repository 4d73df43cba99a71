import ExamModel
import Tabular

extension SittingReader {
  private static let siteKeys = [
    "open", "collectiveRegistration", "collectivePayment", "auditRequired", "classRequired", "classes",
    "subjectsPerCandidate", "candidatesPrintTickets", "preferredDates", "capacity", "subjects", "roster",
  ]

  /// The settings of one site (SET-01 … SET-05, SET-07). What is left out keeps the value that a site has for which
  /// nothing was said; capacity and subjects must be there.
  mutating func site(_ node: DocumentNode, at path: String, examDates: [CalendarDate]) -> SiteSettings? {
    guard let fields = fields(node, at: path, known: Self.siteKeys) else { return nil }
    var site = SiteSettings()
    site.isOpen = flag("open", of: fields) ?? site.isOpen
    site.allowsCollectiveRegistration = flag("collectiveRegistration", of: fields) ?? false
    site.allowsCollectivePayment = flag("collectivePayment", of: fields) ?? false
    site.requiresAudit = flag("auditRequired", of: fields) ?? false
    site.requiresClass = flag("classRequired", of: fields) ?? false
    site.classes = value("classes", of: fields, form: .text) { ClassOptions(splitting: $0) } ?? site.classes
    site.subjectsPerCandidate = number("subjectsPerCandidate", of: fields) ?? site.subjectsPerCandidate
    site.candidatesPrintTickets = flag("candidatesPrintTickets", of: fields) ?? false
    site.preferredDays = preferredDays(of: fields)
    site.capacity = capacity(of: fields) ?? site.capacity
    if let node = self.node("subjects", of: fields, isRequired: true) {
      site.subjects = subjects(node, at: fields.path(of: "subjects"), examDates: examDates) ?? [:]
    }
    site.roster = roster(of: fields)
    return site
  }

  private mutating func preferredDays(of fields: Fields) -> [PreferredDay] {
    guard let node = node("preferredDates", of: fields),
      let dates = self.fields(node, at: fields.path(of: "preferredDates"))
    else { return [] }
    var days: [CalendarDate: PreferredDay] = [:]
    for pair in dates.pairs {
      let path = dates.path(of: pair.key)
      let places = value(pair, of: dates, form: .number, read: Self.number)
      guard let date = CalendarDate(pair.key) else {
        report(.wrongForm, at: path, line: pair.line, value: pair.key, arguments: ValueForm.date.arguments)
        continue
      }
      if days[date] != nil {
        report(.doubledDay, at: path, line: pair.line, value: pair.key, arguments: [date.iso])
      } else if let places {
        days[date] = PreferredDay(date: date, places: places)
        // Later checks call the day by its ISO text, however it was typed.
        note(dates.path(of: date.iso), line: pair.line)
      }
    }
    return days.values.sorted { $0.date < $1.date }
  }

  private mutating func capacity(of fields: Fields) -> Capacity? {
    guard let node = node("capacity", of: fields, isRequired: true),
      let numbers = self.fields(node, at: fields.path(of: "capacity"))
    else { return nil }
    var capacity = Capacity(total: number("total", of: numbers, isRequired: true) ?? Capacity.unlimited)
    for pair in numbers.pairs where pair.key != "total" {
      capacity.subjects[pair.key] = value(pair, of: numbers, form: .number, read: Self.number)
    }
    return capacity
  }

  private mutating func roster(of fields: Fields) -> RosterRestriction {
    guard let node = node("roster", of: fields),
      let flags = self.fields(
        node, at: fields.path(of: "roster"), known: ["enabled", "provinceOnly", "siteOnly"])
    else { return RosterRestriction() }
    return RosterRestriction(
      isEnabled: flag("enabled", of: flags) ?? false, provinceOnly: flag("provinceOnly", of: flags) ?? false,
      siteOnly: flag("siteOnly", of: flags) ?? false)
  }
}

extension FindingTemplate {
  static let doubledDay = FindingTemplate(
    "SET-04.doubled",
    message: Wording(zh: "意向考试日期 {0} 前面已经有了。", en: "The preferred date {0} stands further up already."),
    advice: Wording(zh: "每个日期只写一次。", en: "Write each date once."))
}
