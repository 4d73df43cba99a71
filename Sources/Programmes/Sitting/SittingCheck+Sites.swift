import ExamModel
import Tabular

extension SittingCheck {
  /// SET-01 … SET-05: the settings of every site.
  mutating func checkSites() {
    for (code, site) in Self.sorted(definition.sites) {
      let path = "sites.\(code)"
      if !isKnown(code) {
        report(.unknownOrganisation, at: path, value: code, arguments: [code])
      } else if !terms.levels.isSite(code), terms.levels.level(of: code) != nil {
        report(.noSite, at: path, value: code, arguments: [code])
      }
      if !(1...3).contains(site.subjectsPerCandidate) {
        report(
          .wrongSubjectsPerCandidate, at: "\(path).subjectsPerCandidate",
          value: String(site.subjectsPerCandidate))
      }
      for name in site.classes.doubled {
        report(.doubledClass, at: "\(path).classes", value: name, arguments: [name])
      }
      check(
        site.subjects, of: code, at: "\(path).subjects", above: definition.subjectsAbove(code) ?? [:])
      checkCapacity(site, at: path)
      checkPreferredDays(site, at: path)
    }
  }

  /// SET-03: the total and the numbers of the subjects.
  private mutating func checkCapacity(_ site: SiteSettings, at path: String) {
    let capacity = site.capacity
    if !(Capacity.leastTotal...Capacity.unlimited).contains(capacity.total) {
      report(.wrongTotal, at: "\(path).capacity.total", value: String(capacity.total))
    }
    for (subject, places) in Self.sorted(capacity.subjects) {
      let subjectPath = "\(path).capacity.\(subject)"
      if !(0...Capacity.unlimited).contains(places) {
        report(.wrongPlaces, at: subjectPath, value: String(places), arguments: [subject])
      } else if places > 0, site.subjects[subject] == nil, isKnownPart("\(path).subjects", subject) {
        report(.capacityWithoutSubject, at: subjectPath, value: String(places), arguments: [subject])
      }
    }
    for subject in site.subjects.keys.sorted()
    where capacity.subjects[subject] == nil && isKnownPart("\(path).capacity", subject) {
      report(.subjectWithoutCapacity, at: "\(path).subjects.\(subject)", arguments: [subject])
    }
  }

  /// Whether a mapping and its key, if it has it, could be read.
  private func isKnownPart(_ path: String, _ key: String) -> Bool {
    document.isRead(path) && !document.isUnread("\(path).\(key)")
  }

  /// SET-04: exam days only, each with at least 1 and at most half the total, all together at most the total.
  private mutating func checkPreferredDays(_ site: SiteSettings, at path: String) {
    let path = "\(path).preferredDates"
    let total = site.capacity.total
    for day in site.preferredDays {
      let dayPath = "\(path).\(day.date.iso)"
      if document.isRead("examDates"), !definition.examDates.contains(day.date) {
        report(.noPreferredDay, at: dayPath, value: day.date.iso, arguments: [day.date.iso])
      }
      if day.places < 1 || day.places > total / 2 {
        report(
          .wrongDayPlaces, at: dayPath, value: String(day.places),
          arguments: [String(total / 2), String(total)])
      }
    }
    let sum = site.preferredDays.reduce(0) { $0 + max(0, $1.places) }
    if sum > total {
      report(.dayPlacesOverTotal, at: path, value: String(sum), arguments: [String(sum), String(total)])
    }
  }
}

extension FindingTemplate {
  static let noSite = FindingTemplate(
    "SET-01.site",
    message: Wording(
      zh: "机构 {0} 不是考点，不能有考点设置。", en: "The organisation {0} is no site and has no settings of a site."),
    advice: Wording(zh: "请改为考点的代码。", en: "Use the code of a site."))

  static let wrongSubjectsPerCandidate = FindingTemplate(
    "SET-01.subjectsPerCandidate",
    message: Wording(
      zh: "报考最大科次数量应为 1–3。", en: "The most subjects per candidate lie between 1 and 3."),
    advice: Wording(zh: "请填写 1、2 或 3。", en: "Write 1, 2 or 3."))

  static let wrongTotal = FindingTemplate(
    "SET-03.total",
    message: Wording(
      zh: "总科次数应在 100–99999 之间，99999 表示不限；不能为 0 或空。",
      en: "The total capacity lies between 100 and 99999, which means no limit; it is never 0 or blank."),
    advice: Wording(zh: "请按考点承载能力填写。", en: "Write what the site can take."))

  static let wrongPlaces = FindingTemplate(
    "SET-03.places",
    message: Wording(
      zh: "科目 {0} 的容量应在 0–99999 之间，0 表示不开考，99999 表示不限。",
      en: "The capacity of the subject {0} lies between 0, not offered, and 99999, no limit."),
    advice: Wording(zh: "请更正容量。", en: "Mend the capacity."))

  static let capacityWithoutSubject = FindingTemplate(
    "SET-03.notOffered",
    message: Wording(
      zh: "科目 {0} 有容量，但考点没有开考它。", en: "The subject {0} has a capacity, but the site does not offer it."),
    advice: Wording(
      zh: "请在考点的 subjects 中开考它，或把容量改为 0。",
      en: "Offer it in the site's subjects, or set its capacity to 0."))

  static let subjectWithoutCapacity = FindingTemplate(
    "SET-03.unset", .warning,
    message: Wording(
      zh: "科目 {0} 已开考但没有设置容量，只受总科次数限制。",
      en: "The subject {0} is offered without a capacity; the total alone limits it."),
    advice: Wording(
      zh: "请在 capacity 中写明：人数、0（不开考）或 99999（不限）。",
      en: "Say it in capacity: a number, 0 for not offered, or 99999 for no limit."))

  static let noPreferredDay = FindingTemplate(
    "SET-04.examDay",
    message: Wording(zh: "意向考试日期 {0} 不是考试日期。", en: "The preferred date {0} is no exam date."),
    advice: Wording(zh: "请改为 examDates 中的日期。", en: "Use a date of examDates."))

  static let wrongDayPlaces = FindingTemplate(
    "SET-04.places",
    message: Wording(
      zh: "意向考试日期的人数至少 1，至多为总科次数 {1} 的一半，即 {0}。",
      en: "A preferred date has at least 1 place and at most {0}, half of the total {1}."),
    advice: Wording(zh: "请更正人数，或先增大总科次数。", en: "Mend the number, or raise the total first."))

  static let dayPlacesOverTotal = FindingTemplate(
    "SET-04.sum",
    message: Wording(
      zh: "各意向考试日期的人数合计 {0}，超过总科次数 {1}。",
      en: "The preferred dates have {0} places together, more than the total {1}."),
    advice: Wording(zh: "请减少人数，或先增大总科次数。", en: "Lower the numbers, or raise the total first."))

  static let doubledClass = FindingTemplate(
    "SET-05.doubled",
    message: Wording(zh: "班级“{0}”写了不止一次。", en: "The class “{0}” stands more than once."),
    advice: Wording(zh: "每个班级只写一次。", en: "Write each class once."))
}
