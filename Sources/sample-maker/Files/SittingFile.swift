/// 考次文件 — the sitting file of sitting 58: one province, one city, two sites of which one takes part.
enum SittingFile {
  /// The file's text.
  static var text: String {
    """
    # 2020年9月 NCRE 第 58 次：测试省 99，考点 990701 参加，990702 未启用。
    # Sitting 58 in test province 99: site 990701 takes part, 990702 is not enabled.
    # Clocks that fit: registration 2020-08-20T10:00:00+08:00, arrangement 2020-09-05T10:00:00+08:00,
    # downloads before the exam 2020-09-20T10:00:00+08:00, after it 2020-10-09T10:00:00+08:00.
    sitting: \(Site.sitting)
    programme: ncre
    number: \(Site.sittingNumber)
    name: 2020年9月全国计算机等级考试
    examDates: [2020-09-26, 2020-09-27, 2020-09-28]
    ages: {least: 6, most: 80}

    organisations:
      - {code: "99", name: 测试省}
      - {code: "9907", name: 测试省地市七}
      - {code: "990701", name: 地市七考点一, address: 测试省地市七学院路1号, audited: false}
      - {code: "990702", name: 地市七考点二, enabled: false}

    users:
      - {name: root, organisation: "", role: administrator}
      - {name: prov99, organisation: "99", role: administrator}
      - {name: city9907, organisation: "9907", role: administrator}
      - {name: site990701, organisation: "990701", role: administrator}
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
      "9907": inherit
      "990701": inherit

    subjects:
      "99": \(subjects)

    fees:
      "99": {person: 2.00, subject: 76.00, subjects: {"42": 80.00}}

    sites:
      "990701":
        open: true
        collectiveRegistration: true
        collectivePayment: true
        auditRequired: false
        classRequired: false
        classes: 会计一班;会计二班；管理一班
        subjectsPerCandidate: 2
        candidatesPrintTickets: true
        preferredDates: {2020-09-26: 100, 2020-09-27: 100}
        capacity: {total: 1000, "14": 500, "15": 300, "26": 99999, "35": 100, "42": 100}
        subjects: \(subjects)
        roster: {enabled: false, provinceOnly: false, siteOnly: false}

    """
  }

  private static let subjects =
    "{"
    + [("14", "28"), ("15", "28"), ("26", "27"), ("35", "28"), ("42", "28")]
    .map { "\"\($0)\": [2020-09-26, 2020-09-\($1)]" }.joined(separator: ", ") + "}"
}
