/// 测试考次 — the sitting file of a small sitting in test province 99. What a test is about can be changed.
struct SittingText {
  /// The address of the site; nil leaves it out.
  var address: String? = "测试省地市七学院路1号"
  var takesCollective = true
  /// Sites besides those that are always there, all below 9907's neighbour 9908.
  var moreSites: [String] = []
  /// Whether candidates print their tickets themselves, from 2020-09-15 08:00 on.
  var candidatesPrint = false

  var yaml: String {
    let days = "{\"14\": [2020-09-26, 2020-09-28], \"26\": [2020-09-26, 2020-09-28]}"
    let place = address.map { ", address: \($0)" } ?? ""
    let more =
      moreSites.isEmpty
      ? ""
      : "\n  - {code: \"9908\", name: 测试省地市八}"
        + moreSites.map { "\n  - {code: \"\($0)\", name: 测试机构\($0), address: 测试省地市八学院路\($0)号}" }.joined()
    let moreWindows =
      moreSites.isEmpty
      ? "" : (["9908"] + moreSites).map { "\n  \"\($0)\": inherit" }.joined()
    let moreSettings = moreSites.map { site in
      "\n  \"\(site)\": {collectiveRegistration: true, collectivePayment: true, subjectsPerCandidate: 2, "
        + "capacity: {total: 99999, \"14\": 99999, \"26\": 99999}, subjects: \(days), "
        + "roster: {enabled: false, provinceOnly: false, siteOnly: false}}"
    }.joined()
    let afterExam =
      moreSites.isEmpty ? "" : "\n    postExamDownloads: [2020-09-26 08:00, 2021-09-26 08:00]"
    return """
      sitting: ncre-58
      programme: ncre
      number: 58
      name: 2020年9月全国计算机等级考试
      examDates: [2020-09-26, 2020-09-27, 2020-09-28]
      organisations:
        - {code: "99", name: 测试省}
        - {code: "9907", name: 测试省地市七}
        - {code: "990701", name: 地市七考点一\(place)}
        - {code: "990702", name: 地市七考点二, enabled: false}\(more)
      users:
        - {name: root, organisation: "", role: administrator}
        - {name: site990701, organisation: "990701", role: administrator}
        - {name: site990702, organisation: "990702", role: administrator}
        - {name: view990701, organisation: "990701", role: viewer}
      windows:
        "99":
          registration:     [2020-07-23 08:00, 2020-08-31 21:00]
          arrangement:      [2020-09-01 08:00, 2020-09-10 08:00]
          ticketPrinting:   [2020-09-15 08:00]
          violations:       [2020-09-26 08:00, 2020-10-10 17:00]
          preExamDownloads: [2020-09-01 08:00, 2020-09-28 21:00]\(afterExam)
        "9907": inherit
        "990701": inherit\(moreWindows)
      subjects:
        "99": \(days)
      fees:
        "99": {person: 2.00, subject: 76.00}
      sites:
        "990701":
          collectiveRegistration: \(takesCollective)
          collectivePayment: true
          subjectsPerCandidate: 2
          candidatesPrintTickets: \(candidatesPrint)
          capacity: {total: 99999, "14": 99999, "26": 99999}
          subjects: \(days)
          roster: {enabled: false, provinceOnly: false, siteOnly: false}\(moreSettings)
      """
  }
}
