internal import ExamModel
internal import Tabular

extension SittingView {
  /// The sitting for people, aligned, section by section.
  func lines(in language: Language) -> [String] {
    let words = SittingWords(language)
    var facts = [
      [words("考次", "sitting"), sitting + (closed ? words("（已关闭）", " (closed)") : "")],
      [words("名称", "name"), name],
    ]
    if !examDates.isEmpty { facts.append([words("考试日期", "exam dates"), examDates.joined(separator: " ")]) }
    if let ages { facts.append([words("报考年龄", "ages"), "\(ages.least)–\(ages.most)"]) }
    let sections: [(String, [String])] = [
      (words("机构", "organisations"), organisationLines(words)), (words("用户", "users"), userLines(words)),
      (words("操作时间", "windows"), windows.flatMap { windowLines($0, words) }),
      (words("开考科目", "subjects"), subjects.flatMap { Self.subjectLines($0) }),
      (words("费用（元）", "fees (yuan)"), feeLines(words)),
      (words("考点设置", "site settings"), sites.flatMap { Self.siteLines($0, words) }),
    ]
    return Columns.lines(facts) + sections.flatMap { title, lines in lines.isEmpty ? [] : [title] + lines }
  }

  /// One line an organisation, those below indented.
  private func organisationLines(_ words: SittingWords) -> [String] {
    let codes = Set(organisations.map(\.code))
    let rows = organisations.map { organisation in
      let above = organisation.code.indices.filter { codes.contains(String(organisation.code[..<$0])) }.count
      return [
        String(repeating: "  ", count: above) + organisation.code, organisation.name,
        organisation.address ?? "",
        [
          organisation.enabled ? "" : words("未启用", "disabled"),
          organisation.audited ? words("已审核", "audited") : "",
        ]
        .filter { !$0.isEmpty }.joined(separator: " "),
      ]
    }
    return Columns.lines(rows, indent: 2)
  }

  private func userLines(_ words: SittingWords) -> [String] {
    Columns.lines(
      users.map { [$0.name, words.organisation($0.organisation), words.role($0.role)] }, indent: 2)
  }

  /// What an organisation inherits from one that stands above in the same list is said once, there.
  private func windowLines(_ item: WindowsItem, _ words: SittingWords) -> [String] {
    let hasAbove = windows.contains {
      $0.organisation != item.organisation && item.organisation.hasPrefix($0.organisation)
    }
    let shown = item.windows.filter { !hasAbove || !$0.inherited }
    let inherits = hasAbove && item.windows.contains { $0.inherited }
    let note =
      inherits
      ? shown.isEmpty ? words("与上级相同", "as above") : words("除以下各项，与上级相同", "as above, but for")
      : item.windows.isEmpty ? words("未设置", "none") : ""
    let rows = shown.map { [words.window($0.window), words.period($0.opens, $0.closes)] }
    return Columns.lines([[words.organisation(item.organisation), note]], indent: 2)
      + Columns.lines(rows, indent: 4)
  }

  private static func subjectLines(_ item: OffersItem) -> [String] {
    let rows = item.subjects.map { [$0.subject, $0.dates.joined(separator: " ")] }
    return ["  \(item.organisation)"] + Columns.lines(rows, indent: 4)
  }

  private func feeLines(_ words: SittingWords) -> [String] {
    let rows = fees.map { fee in
      [
        words.organisation(fee.organisation), "\(words("人次费", "person")) \(SittingWords.yuan(fee.personFen))",
        "\(words("科目费", "subject")) \(SittingWords.yuan(fee.subjectFen))",
        fee.subjects.sorted { $0.key < $1.key }.map { "\($0.key):\(SittingWords.yuan($0.value))" }
          .joined(separator: " "),
      ]
    }
    return Columns.lines(rows, indent: 2)
  }

  private static func siteLines(_ site: SiteItem, _ words: SittingWords) -> [String] {
    let switches = [
      words(site.open ? "开考" : "不开考", site.open ? "open" : "not open"),
      site.collectiveRegistration ? words("集体报名", "collective registration") : "",
      site.collectivePayment ? words("集体缴费", "collective payment") : "",
      site.auditRequired ? words("需要审核", "audit required") : "",
      site.classRequired ? words("班级必需", "class required") : "",
      site.candidatesPrintTickets ? words("考生可打印准考证", "candidates print tickets") : "",
      site.roster.enabled ? words("启用学籍库", "roster") : "",
      site.roster.provinceOnly ? words("仅本省学籍", "province's roster only") : "",
      site.roster.siteOnly ? words("仅本考点学籍", "own roster only") : "",
    ].filter { !$0.isEmpty }
    var rows = [
      [words("每人科目", "subjects each"), String(site.subjectsPerCandidate)],
      [words("总容量", "capacity"), words.places(site.capacity.total)],
    ]
    rows += site.subjects.map { subject in
      [
        "\(words("科目", "subject")) \(subject.subject)",
        words.places(site.capacity.subjects[subject.subject] ?? Capacity.unlimited),
        subject.dates.joined(separator: " "),
      ]
    }
    if !site.preferredDates.isEmpty {
      let days = site.preferredDates.map { "\($0.date):\($0.places)" }
      rows.append([words("意向日期", "preferred"), days.joined(separator: " ")])
    }
    if !site.classes.isEmpty {
      rows.append([words("班级", "classes"), site.classes.joined(separator: words("；", "; "))])
    }
    return ["  \(site.site)  \(switches.joined(separator: words("、", ", ")))"]
      + Columns.lines(rows, indent: 4)
  }
}
