/// 测试考次 — the sitting file of a small sitting in test province 99: two sites of one city, windows as in the manual.
/// What a test is about can be changed before it is loaded.
struct SittingText {
  /// The address of site 990701; nil leaves it out.
  var address: String? = "测试省地市七学院路1号"
  /// More lines of the province's windows, such as `scoreRegistration: [2020-10-01 08:00, 2020-11-01 08:00]`.
  var moreWindows: [String] = []
  /// The subjects with the last of their days; all begin on 2020-09-26.
  var subjects = ["14": "28", "15": "28", "26": "27", "35": "28", "36": "28", "42": "28"]
  /// The fewest and the most that must change for a test are the capacity and the subjects of a candidate.
  var total = 99_999
  var subjectsPerCandidate = 3

  var yaml: String {
    let offers =
      "{"
      + subjects.sorted { $0.key < $1.key }.map { "\"\($0.key)\": [2020-09-26, 2020-09-\($0.value)]" }
      .joined(separator: ", ") + "}"
    return """
      sitting: ncre-58
      programme: ncre
      number: 58
      name: 2020年9月全国计算机等级考试
      examDates: [2020-09-26, 2020-09-27, 2020-09-28]
      organisations:
        - {code: "99", name: 测试省}
        - {code: "9907", name: 测试省地市七}
        - {code: "990701", name: 地市七考点一\(address.map { ", address: \($0)" } ?? "")}
        - {code: "990702", name: 地市七考点二, address: 测试省地市七学院路2号}
        - {code: "990703", name: 地市七考点三, address: 测试省地市七学院路3号, enabled: false}
      users:
        - {name: root, organisation: "", role: administrator}
        - {name: prov99, organisation: "99", role: administrator}
        - {name: site990701, organisation: "990701", role: administrator}
        - {name: site990702, organisation: "990702", role: administrator}
        - {name: view990701, organisation: "990701", role: viewer}
      windows:
        "99":
          settings:             [2020-07-01 08:00, 2020-07-23 08:00]
          roster:               [2020-07-23 08:00, 2020-08-31 21:00]
          registration:         [2020-07-23 08:00, 2020-08-31 21:00]
          individualRegistration: [2020-07-23 08:00, 2020-08-29 08:00]
          arrangement:          [2020-09-01 08:00, 2020-09-10 08:00]
          ticketPrinting:       [2020-09-15 08:00]
          violations:           [2020-09-26 08:00, 2020-10-10 17:00]
          preExamDownloads:     [2020-09-10 08:00, 2020-09-28 21:00]
          postExamDownloads:    [2020-09-26 08:00, 2021-09-26 08:00]
          corrections:          [2020-09-28 08:00, 2020-10-10 17:00]
      \(moreWindows.map { "    \($0)\n" }.joined())\
        "9907": inherit
        "990701": inherit
        "990702": inherit
      subjects:
        "99": \(offers)
      fees:
        "99": {person: 2.00, subject: 76.00}
      sites:
      \(["990701", "990702"].map { site($0, offers) }.joined())
      """
  }

  private func site(_ code: String, _ offers: String) -> String {
    let places = subjects.keys.sorted().map { "\"\($0)\": 99999" }.joined(separator: ", ")
    return """
        "\(code)":
          open: true
          collectiveRegistration: true
          collectivePayment: true
          subjectsPerCandidate: \(subjectsPerCandidate)
          candidatesPrintTickets: true
          capacity: {total: \(total), \(places)}
          subjects: \(offers)
          roster: {enabled: false, provinceOnly: false, siteOnly: false}

      """
  }
}
