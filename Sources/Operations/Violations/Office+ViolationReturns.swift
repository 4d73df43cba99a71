internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

extension Office {
  /// 报送情况 — whether each site of an organisation has reported its absences and violations; outside the user's scope
  /// there are no sites (ORG-02, VIO-04).
  /// - Parameter site: the user's own organisation unless named.
  public func violationReturns(sitting code: String, site: String? = nil) async throws -> [ViolationReturn] {
    let sitting = try await open(code)
    let site = site ?? sitting.user.organisation
    guard sitting.sees(site) else { return [] }
    return try await database.read { try sitting.violationReturns(of: site, $0) }
  }

  /// 报送无违纪缺考 — files a site's nil return; one that is there stays as it is (VIO-04).
  /// - Throws: `Refusal` outside the window or the scope, where something is on record, and after the submission.
  public func reportNoViolations(sitting code: String, site: String) async throws -> ViolationReturn {
    try await changeReturn(of: site, code) { sitting, old, session in
      guard old.records == 0 else {
        throw Refusal(
          .precondition, rule: "VIO-04",
          Wording(
            zh: "考点 \(site) 已登记 \(old.records) 条违纪缺考，不能报送“无”。可用 kaowu violations list 查看。",
            en: """
              Site \(site) has \(old.records) absences or violations on record, so that it cannot report none. \
              See kaowu violations list.
              """))
      }
      guard old.state == .missing else { return nil }
      try ViolationReturnTable.file(
        ViolationReport(
          organisation: site, at: sitting.now.secondsSince1970, member: sitting.user.name),
        sitting: sitting.id, session)
      return RecordChange(.created, .violationReturn, key: site, site: site, rule: "VIO-04", fields: [])
    }
  }

  /// 撤回无违纪缺考 — takes a site's nil return back, so that something can be put on record (VIO-04).
  /// - Throws: `Refusal` as `reportNoViolations` does, and where there is none.
  public func withdrawNoViolations(sitting code: String, site: String) async throws -> ViolationReturn {
    try await changeReturn(of: site, code) { sitting, old, session in
      guard old.state == .none else {
        throw Refusal(
          .precondition, rule: "VIO-04",
          Wording(
            zh: "考点 \(site) 没有报送“无违纪缺考”，不用撤回。", en: "Site \(site) filed no nil return: nothing to take back.")
        )
      }
      try ViolationReturnTable.withdraw(site: site, sitting: sitting.id, session)
      return RecordChange(
        .removed, .violationReturn, key: site, site: site, rule: "VIO-04",
        fields: [
          RecordChange.Field("filed_at", old: old.filedAt, new: nil),
          RecordChange.Field("filed_by", old: old.filedBy, new: nil),
        ])
    }
  }

  /// 提交违纪缺考 — submits what the sites below an organisation have reported; from then on none of it changes (VIO-04).
  /// - Throws: `Refusal` outside the window or the scope, for a site, and while a site has not reported.
  public func submitViolations(
    sitting code: String, organisation: String
  ) async throws -> ViolationSubmission {
    let sitting = try await open(code)
    try sitting.requireChange(at: organisation, window: .violations)
    return try await database.write { session in
      let returns = try sitting.requireReturns(of: organisation, session)
      let gates = try ViolationReturnGates(sitting, session)
      let earlier = gates.submission(over: organisation)
      let report =
        earlier
        ?? ViolationReport(
          organisation: organisation, at: sitting.now.secondsSince1970, member: sitting.user.name)
      if earlier == nil {
        let trail = TrailWriter(session, by: report.member, at: report.at, sitting: sitting.id)
        try trail.add(
          RecordChange(
            .created, .violationReturn, key: organisation, part: "submission", site: organisation,
            rule: "VIO-04",
            fields: []))
        try trail.finish()
        try ViolationReturnTable.submit(report, sitting: sitting.id, session)
      }
      return ViolationSubmission(
        organisation: report.organisation, sites: returns.count,
        nilReturns: returns.count { $0.state == .none },
        records: returns.reduce(0) { $0 + $1.records },
        submittedAt: Instant(secondsSince1970: report.at).iso, submittedBy: report.member,
        isNew: earlier == nil)
    }
  }

  /// Changes a site's nil return inside one transaction, with its trail; `change` returns nil for no change.
  private func changeReturn(
    of site: String, _ code: String,
    _ change: @escaping @Sendable (OpenSitting, ViolationReturn, any Session) throws -> RecordChange?
  ) async throws -> ViolationReturn {
    let sitting = try await open(code)
    try sitting.requireChange(at: site, window: .violations)
    guard sitting.programme.levels.isSite(site) else {
      throw Refusal(
        .precondition, rule: "VIO-04",
        Wording(
          zh: "\(site) 不是考点，“无违纪缺考”由考点报送。请检查 --site。",
          en: "\(site) is no site; nil returns are filed by sites. Check --site."))
    }
    return try await database.write { session in
      try ViolationReturnGates(sitting, session).requireUnsubmitted(site)
      guard let old = try sitting.violationReturns(of: site, session).first,
        let record = try change(sitting, old, session)
      else { return try sitting.violationReturn(of: site, session) }
      let trail = TrailWriter(
        session, by: sitting.user.name, at: sitting.now.secondsSince1970, sitting: sitting.id)
      try trail.add(record)
      try trail.finish()
      return try sitting.violationReturn(of: site, session)
    }
  }
}

extension OpenSitting {
  /// How the reporting of each site that takes part stands, in the order of codes.
  fileprivate func violationReturns(
    of organisation: String, _ session: any Session
  ) throws -> [ViolationReturn] {
    let gates = try ViolationReturnGates(self, session)
    let records = try ViolationReturnTable.records(sitting: id, organisation: organisation, session)
    let filed = Dictionary(
      uniqueKeysWithValues: try ViolationReturnTable.nilReturns(
        sitting: id, organisation: organisation, session
      ).map { ($0.organisation, $0) })
    return definition.organisations.values.filter {
      programme.levels.isSite($0.code) && programme.levels.isWithin($0.code, scope: organisation)
        && definition.isEnabled($0.code)
    }.sorted { $0.code < $1.code }.map { site in
      let count = records[site.code] ?? 0
      var line = ViolationReturn(
        site: site.code, name: site.name, state: count > 0 ? .records : .missing, records: count)
      if count == 0, let report = filed[site.code] { line.take(report) }
      if let submission = gates.submission(over: site.code) {
        line.submittedBy = submission.organisation
        line.submittedAt = Instant(secondsSince1970: submission.at).iso
      }
      return line
    }
  }

  /// How the reporting of one site stands, which takes part.
  fileprivate func violationReturn(of site: String, _ session: any Session) throws -> ViolationReturn {
    try violationReturns(of: site, session).first
      ?? ViolationReturn(site: site, name: "", state: .missing, records: 0)
  }

  /// The reports of all sites below an organisation; refused while one is missing.
  fileprivate func requireReturns(
    of organisation: String, _ session: any Session
  ) throws -> [ViolationReturn] {
    let returns = try violationReturns(of: organisation, session)
    guard !programme.levels.isSite(organisation), !returns.isEmpty else {
      throw Refusal(
        .precondition, rule: "VIO-04",
        Wording(
          zh: "违纪缺考由考点的上级机构提交，\(organisation) 下没有考点。请检查 --site。",
          en: "Violations are submitted by organisations above sites; \(organisation) has none. Check --site."
        ))
    }
    let missing = returns.filter { $0.state == .missing }
    guard missing.isEmpty else {
      let names = missing.prefix(20).map(\.site).joined(separator: "、")
      let more = missing.count > 20 ? "…" : ""
      throw Refusal(
        .precondition, rule: "VIO-04",
        Wording(
          zh: "还有 \(missing.count) 个考点没有报送：\(names)\(more)。没有违纪缺考的也要报送（kaowu violations none）。",
          en: """
            \(missing.count) sites have not reported: \(names)\(more). Those without violations report, too \
            (kaowu violations none).
            """))
    }
    return returns
  }
}
