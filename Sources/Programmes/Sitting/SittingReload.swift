import ExamModel
public import Tabular

/// 考次重新载入检查 — finds what a changed sitting file would take away from what is stored already: registrations
/// (SET-02, SET-03), audited organisations (ORG-05), settlement accounts, extended windows (WIN-07). The judgement of the
/// file by itself is `SittingCheck`'s.
public struct SittingReload {
  let document: SittingDocument
  let old: SittingDefinition?
  let registered: [String: [String: Int]]
  private var findings: [Finding] = []

  private init(_ document: SittingDocument, _ old: SittingDefinition?, _ registered: [String: [String: Int]])
  {
    self.document = document
    self.old = old
    self.registered = registered
  }

  /// The findings of a file that is to replace `old`, in file order.
  /// - Parameters:
  ///   - old: the definition that holds now; nil where the sitting is new.
  ///   - registered: how many entries are stored, by site and subject.
  ///   - accounts: how many settlement accounts are stored, by organisation.
  ///   - extended: the windows that were extended by hand, oldest first.
  public static func findings(
    in document: SittingDocument, replacing old: SittingDefinition?, registered: [String: [String: Int]],
    accounts: [String: Int] = [:], extended: [ExtendedWindow] = []
  ) -> [Finding] {
    var reload = SittingReload(document, old, registered)
    reload.checkOrganisations(accounts: accounts)
    reload.checkWindows(extended: extended)
    reload.checkPlans()
    let sites = Set(registered.keys).union(old?.sites.keys ?? [:].keys)
    for site in sites.sorted() { reload.check(site) }
    return document.inFileOrder(reload.findings)
  }

  private mutating func check(_ code: String) {
    let counts = (registered[code] ?? [:]).filter { $0.value > 0 }
    let total = counts.values.reduce(0, +)
    let path = "sites.\(code)"
    guard let site = document.definition.sites[code] else {
      // Settings that are there but could not be read have their finding already.
      // Entries of a plan's programme may wait at a school, which never had settings of a site.
      if total > 0, old?.sites[code] != nil, !document.isUnread(path), !document.isUnread("sites") {
        report(.siteRemoved, at: path, arguments: [code, String(total)])
      }
      return
    }
    checkSubjects(of: code, site: site, counts: counts)
    let capacity = site.capacity
    if capacity.total < total {
      report(
        .totalBelowRegistered, at: "\(path).capacity.total", value: String(capacity.total),
        arguments: [String(total)])
    }
    for (subject, count) in SittingCheck.sorted(counts)
    where site.subjects[subject] != nil && capacity.places(for: subject) < count {
      report(
        .placesBelowRegistered, at: "\(path).capacity.\(subject)",
        value: String(capacity.places(for: subject)), arguments: [subject, String(count)])
    }
  }

  /// SET-02: a subject with entries, or with capacity above 0, is neither removed nor given other days.
  private mutating func checkSubjects(of code: String, site: SiteSettings, counts: [String: Int]) {
    let path = "sites.\(code).subjects"
    guard !document.isUnread(path) else { return }
    let before = old?.sites[code]
    for subject in Set(counts.keys).union(before?.subjects.keys ?? [:].keys).sorted() {
      let subjectPath = "\(path).\(subject)"
      guard !document.isUnread(subjectPath) else { continue }
      let offer = site.subjects[subject]
      let offerBefore = before?.subjects[subject]
      if offer == offerBefore, offer != nil { continue }
      let count = counts[subject] ?? 0
      let placesBefore = before?.capacity.subjects[subject] ?? 0
      if offer == nil {
        if count > 0 {
          report(.subjectWithEntries, at: subjectPath, arguments: [subject, String(count)])
        } else if placesBefore > 0 {
          report(.subjectWithCapacity, at: subjectPath, arguments: [subject, String(placesBefore)])
        }
      } else if offerBefore != nil, count > 0 || placesBefore > 0 {
        report(.datesEdited, at: subjectPath, arguments: [subject])
      }
    }
  }

  mutating func report(
    _ template: FindingTemplate, at path: String, value: String? = nil, arguments: [String]
  ) {
    findings.append(Finding(template, at: document.place(path), value: value, arguments: arguments))
  }
}

extension FindingTemplate {
  static let siteRemoved = FindingTemplate(
    "SET-02.site",
    message: Wording(
      zh: "考点 {0} 已有 {1} 科次报考，它的设置不能删除。",
      en: "The site {0} has {1} entries, so its settings cannot be removed."),
    advice: Wording(zh: "请保留它在 sites 中的设置。", en: "Keep its settings in sites."))

  static let subjectWithEntries = FindingTemplate(
    "SET-02.entries",
    message: Wording(
      zh: "科目 {0} 已有 {1} 科次报考，不能删除。", en: "The subject {0} has {1} entries and cannot be removed."),
    advice: Wording(zh: "请保留这个科目。", en: "Keep the subject."))

  static let subjectWithCapacity = FindingTemplate(
    "SET-02.capacity",
    message: Wording(
      zh: "科目 {0} 的容量为 {1}，大于 0 的不能删除。",
      en: "The subject {0} has a capacity of {1}; above 0 it cannot be removed."),
    advice: Wording(
      zh: "请先把它的容量改为 0 并载入，再删除科目。", en: "Set its capacity to 0 and load that first, then remove it."))

  static let datesEdited = FindingTemplate(
    "SET-02.edited",
    message: Wording(
      zh: "科目 {0} 的考试日期不能修改。", en: "The days of the subject {0} cannot be edited."),
    advice: Wording(
      zh: "没有报考时：先把容量改为 0 并删除科目，载入后再重新添加。已有报考时请保留原日期。",
      en: """
        Without entries: set its capacity to 0, remove it, and add it again after loading. With entries keep the \
        days as they were.
        """))

  static let totalBelowRegistered = FindingTemplate(
    "SET-03.registeredTotal",
    message: Wording(
      zh: "总科次数小于已报考的 {0} 科次。", en: "The total capacity is below the {0} entries there are."),
    advice: Wording(zh: "请填写不小于 {0} 的数。", en: "Write at least {0}."))

  static let placesBelowRegistered = FindingTemplate(
    "SET-03.registered",
    message: Wording(
      zh: "科目 {0} 的容量小于已报考的 {1} 人。", en: "The capacity of the subject {0} is below the {1} entries there are."
    ),
    advice: Wording(zh: "请填写不小于 {1} 的数。", en: "Write at least {1}."))
}
