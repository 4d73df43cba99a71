import ExamModel

extension SittingDefinition {
  /// One value of a definition as text, under its key path.
  struct OutlineLine {
    /// Which section of a sitting file it belongs to, in their order.
    var section: Int
    var path: String
    var text: String
  }

  /// Every value of the definition. Two definitions differ exactly where their outlines do.
  var outline: [OutlineLine] {
    let sections: [[(String, String)]] = [
      identityOutline, organisations.values.flatMap(Self.outline), users.values.flatMap(Self.outline),
      windows.flatMap(Self.outline), offers.flatMap { Self.outline($0.value, at: "subjects.\($0.key)") },
      fees.flatMap(Self.outline), sites.flatMap(Self.outline), plans.flatMap(Self.outline),
      calendar.enumerated().flatMap { Self.outline($0.offset + 1, $0.element) },
    ]
    return sections.enumerated().flatMap { index, lines in
      lines.map { OutlineLine(section: index, path: $0.0, text: $0.1) }
    }
  }

  private var identityOutline: [(String, String)] {
    [
      ("sitting", id), ("programme", programme), ("number", String(number)), ("name", name),
      ("examDates", Self.text(examDates)),
    ] + (ages.map { [("ages.least", String($0.least)), ("ages.most", String($0.most))] } ?? [])
  }

  private static func outline(_ organisation: Organisation) -> [(String, String)] {
    let path = "organisations.\(organisation.code)"
    return [
      ("\(path).name", organisation.name), ("\(path).audited", String(organisation.isAudited)),
      ("\(path).enabled", String(organisation.isEnabled)),
    ] + (organisation.address.map { [("\(path).address", $0)] } ?? [])
  }

  private static func outline(_ user: User) -> [(String, String)] {
    [
      ("users.\(user.name).organisation", user.organisation),
      ("users.\(user.name).role", user.role.rawValue),
    ]
  }

  private static func outline(_ code: String, _ set: WindowSet) -> [(String, String)] {
    switch set {
    case .inherit: [("windows.\(code)", "inherit")]
    case .own(let windows) where windows.isEmpty: [("windows.\(code)", nothing)]
    case .own(let windows):
      windows.map { kind, window in
        ("windows.\(code).\(kind.rawValue)", text(window))
      }
    case .inheriting(let windows):
      outline(code, .inherit) + outline(code, .own(windows))
    }
  }

  private static func outline(_ code: String, _ fees: FeeTable) -> [(String, String)] {
    let path = "fees.\(code)"
    return [
      ("\(path).person", yuan(fees.person)), ("\(path).subject", yuan(fees.subject)),
    ] + fees.subjects.map { ("\(path).subjects.\($0.key)", yuan($0.value)) }
  }

  private static func outline(_ code: String, _ site: SiteSettings) -> [(String, String)] {
    let path = "sites.\(code)"
    let flags = [
      ("open", site.isOpen), ("collectiveRegistration", site.allowsCollectiveRegistration),
      ("collectivePayment", site.allowsCollectivePayment), ("auditRequired", site.requiresAudit),
      ("classRequired", site.requiresClass), ("candidatesPrintTickets", site.candidatesPrintTickets),
      ("roster.enabled", site.roster.isEnabled), ("roster.provinceOnly", site.roster.provinceOnly),
      ("roster.siteOnly", site.roster.siteOnly),
    ].map { ("\(path).\($0.0)", String($0.1)) }
    let numbers = [
      ("\(path).subjectsPerCandidate", String(site.subjectsPerCandidate)),
      ("\(path).capacity.total", String(site.capacity.total)),
      ("\(path).classes", site.classes.names.joined(separator: ";")),
    ]
    return flags + numbers + site.capacity.subjects.map { ("\(path).capacity.\($0.key)", String($0.value)) }
      + site.preferredDays.map { ("\(path).preferredDates.\($0.date)", String($0.places)) }
      + outline(site.subjects, at: "\(path).subjects")
  }

  private static func outline(_ subjects: [String: SubjectOffer], at path: String) -> [(String, String)] {
    subjects.isEmpty ? [(path, nothing)] : subjects.map { ("\(path).\($0.key)", text($0.value.dates)) }
  }

  /// What stands for a mapping without keys, so that it differs from one that is not there.
  private static let nothing = "{}"

  private static func text(_ dates: [CalendarDate]) -> String {
    dates.map(\.iso).joined(separator: ", ")
  }

  /// Fen as yuan with two decimals.
  static func yuan(_ fen: Int) -> String {
    let rest = fen.magnitude % 100
    return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
