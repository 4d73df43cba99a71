public import ExamModel

extension SittingDefinition {
  /// The organisation of a code.
  public func organisation(_ code: String) -> Organisation? { organisations[code] }

  /// The settings of a site.
  public func siteSettings(_ code: String) -> SiteSettings? { sites[code] }

  /// The code itself and those of the organisations above it that the sitting knows, upwards; the centre, whose code
  /// is empty, comes last. An organisation's parent is the longest code that its own code extends (ORG-01).
  public func upwards(from code: String) -> [String] {
    // No level has codes so long; every prefix is looked at.
    guard !code.isEmpty, code.utf8.count <= 64 else { return [""] }
    var codes: [String] = []
    var prefix = Substring(code)
    while !prefix.isEmpty {
      if organisations[String(prefix)] != nil { codes.append(String(prefix)) }
      prefix = prefix.dropLast()
    }
    return codes + [""]
  }

  /// Whether an organisation takes part: it is known, and neither it nor one above it is disabled (ORG-03). The
  /// centre always takes part.
  public func isEnabled(_ code: String) -> Bool {
    guard code.isEmpty || organisations[code] != nil else { return false }
    return upwards(from: code).allSatisfy { organisations[$0]?.isEnabled ?? true }
  }

  /// The window of an organisation, `inherit` followed upwards. Nil where none is set: an organisation for which
  /// nothing was said has no window at all (WIN-03).
  public func window(_ kind: WindowKind, for organisation: String) -> Window? {
    windows(of: organisation)?[kind]
  }

  /// All windows of an organisation, `inherit` followed upwards; nil where nothing was said, or where nobody above
  /// says what is inherited.
  public func windows(of organisation: String) -> [WindowKind: Window]? {
    var nearer: [WindowKind: Window] = [:]
    for code in upwards(from: organisation) {
      guard let set = windows[code] else { break }
      nearer.merge(set.written) { near, _ in near }
      if case .own = set { return nearer }
    }
    return nearer.isEmpty ? nil : nearer
  }

  /// The fees that hold at a site: its own, or those of the nearest organisation above that has some (SET-06).
  public func fees(for site: String) -> FeeTable? {
    upwards(from: site).lazy.compactMap { fees[$0] }.first
  }

  /// The subjects offered at a code: a site's own list, or that of the nearest organisation above that has one. What
  /// a site offers lies inside what is offered above it (SET-02).
  public func subjects(for code: String) -> [String: SubjectOffer] {
    sites[code]?.subjects ?? subjectsAbove(code) ?? [:]
  }

  /// A subject of the exam plans by its code, which has one kind in all of them; its times are those of all plans.
  public func planSubject(_ code: String) -> PlanSubject? {
    let found = plans.flatMap(\.subjects).filter { $0.code == code }
    guard var subject = found.first else { return nil }
    subject.times = found.flatMap(\.times)
    return subject
  }

  /// The subjects that the nearest of the code itself (as a province, not as a site) and the organisations above it
  /// offers; nil where none offers any.
  func subjectsAbove(_ code: String) -> [String: SubjectOffer]? {
    upwards(from: code).lazy.compactMap { offers[$0] }.first
  }
}
