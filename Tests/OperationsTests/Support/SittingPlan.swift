/// The sitting that tests load: test province 99 with the sites 990701 and 990703, which take part, and 990702, which does
/// not; beside it an invented province 98 with the site 980101. A test changes what it is about.
struct SittingPlan: Sendable {
  static let code = "ncre-58"
  static let examDates = "[2020-09-26, 2020-09-27, 2020-09-28]"
  /// A moment inside the window for registration.
  static let registrationTime = "2020-08-20 10:00"
  /// A moment inside the window for rooms and tickets.
  static let arrangementTime = "2020-09-05 10:00"

  var ages = "{least: 6, most: 80}"
  /// Organisations besides those that are always there, as lines of the file.
  var organisations = [
    #"{code: "99", name: 测试省}"#, #"{code: "9907", name: 测试省地市七}"#,
    #"{code: "990701", name: 地市七考点一, address: 学院路1号}"#, #"{code: "990702", name: 地市七考点二, enabled: false}"#,
    #"{code: "990703", name: 地市七考点三, address: 学院路3号}"#, #"{code: "98", name: 邻省}"#,
    #"{code: "9801", name: 邻省地市一}"#, #"{code: "980101", name: 邻省考点一, address: 邻街1号}"#,
  ]
  var users = [
    ("root", "", "administrator"), ("prov99", "99", "administrator"), ("city9907", "9907", "administrator"),
    ("site990701", "990701", "administrator"), ("site990702", "990702", "administrator"),
    ("site990703", "990703", "administrator"), ("view990701", "990701", "viewer"),
    ("site980101", "980101", "administrator"),
  ]
  /// The windows of both provinces; those below them inherit.
  var windows = [
    ("settings", "[2020-07-01 08:00, 2020-07-23 08:00]"), ("roster", "[2020-07-23 08:00, 2020-08-31 21:00]"),
    ("registration", "[2020-07-23 08:00, 2020-08-31 21:00]"),
    ("individualRegistration", "[2020-07-23 08:00, 2020-08-29 08:00]"),
    ("arrangement", "[2020-09-01 08:00, 2020-09-10 08:00]"), ("ticketPrinting", "[2020-09-15 08:00]"),
    ("violations", "[2020-09-26 08:00, 2020-10-10 17:00]"),
    ("preExamDownloads", "[2020-09-10 08:00, 2020-09-28 21:00]"),
    ("postExamDownloads", "[2020-09-26 08:00, 2021-09-26 08:00]"),
    ("corrections", "[2020-09-28 08:00, 2020-10-10 17:00]"),
  ]
  /// What stands behind `windows:` for organisations below the provinces.
  var lowerWindows = [
    ("9907", "inherit"), ("990701", "inherit"), ("990702", "inherit"), ("990703", "inherit"),
    ("9801", "inherit"), ("980101", "inherit"),
  ]
  /// The subjects of both provinces, with their days.
  var offers = ["14", "15", "26", "35", "42"].map { ($0, SittingPlan.examDates) }
  /// What stands behind `fees:`, by organisation; without any there is no such section.
  var fees = [("99", "{person: 2.00, subject: 76.00, subjects: {\"42\": 80.00}}")]
  var sites = ["990701": SitePlan(), "990703": SitePlan(), "980101": SitePlan()]

  /// The plan with a change.
  static func with(_ change: (inout SittingPlan) -> Void) -> SittingPlan {
    var plan = SittingPlan()
    change(&plan)
    return plan
  }

  /// The plan with a change of the site 990701.
  static func site(_ change: (inout SitePlan) -> Void) -> SittingPlan {
    with { change(&$0.sites["990701", default: SitePlan()]) }
  }

  /// Sets or, with nil, leaves out a window of the provinces.
  mutating func setWindow(_ key: String, _ value: String?) {
    windows.removeAll { $0.0 == key }
    if let value { windows.append((key, value)) }
  }

  /// The sitting file.
  var text: String {
    var lines = [
      "sitting: \(Self.code)", "programme: ncre", "number: 58", "name: 2020年9月测试考次",
      "examDates: \(Self.examDates)", "ages: \(ages)", "organisations:",
    ]
    lines += organisations.map { "  - \($0)" }
    lines.append("users:")
    lines += users.map { "  - {name: \($0.0), organisation: \"\($0.1)\", role: \($0.2)}" }
    lines.append("windows:")
    for province in ["99", "98"] {
      lines.append("  \"\(province)\": {\(windows.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}")
    }
    lines += lowerWindows.map { "  \"\($0.0)\": \($0.1)" }
    lines.append("subjects:")
    for province in ["99", "98"] {
      lines.append("  \"\(province)\": {\(offers.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", "))}")
    }
    if !fees.isEmpty { lines += ["fees:"] + fees.map { "  \"\($0.0)\": \($0.1)" } }
    lines.append("sites:")
    for (code, site) in sites.sorted(by: { $0.key < $1.key }) {
      lines.append("  \"\(code)\":")
      lines += site.lines.map { "    \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
