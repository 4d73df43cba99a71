internal import ExamModel
internal import Imports
internal import Pipeline
internal import Programmes
internal import Storage
public import Tabular

/// 编排结果 — what `arrange run` prints.
public struct ArrangementRun: Sendable, Codable, Equatable {
  /// 意向 — how the wishes for days fared (ARR-04).
  public struct Preferred: Sendable, Codable, Equatable {
    /// How many entries asked for a day.
    public var asked: Int
    /// How many of them got it.
    public var kept: Int
    /// A bound that no arrangement exceeds; where it equals `kept`, more is not possible.
    public var atMost: Int

    /// Counts of wishes.
    public init(asked: Int, kept: Int, atMost: Int) {
      self.asked = asked
      self.kept = kept
      self.atMost = atMost
    }
  }

  /// How many entries were to be seated: all of the site, or those of the selection that had no seat.
  public var entries: Int
  /// How many of them have a seat now: all, or none.
  public var seated: Int
  /// How the wishes fared.
  public var preferred: Preferred

  /// The counts of a run.
  public init(entries: Int, seated: Int, preferred: Preferred) {
    self.entries = entries
    self.seated = seated
    self.preferred = preferred
  }
}

/// 编排 — what came of arranging a site: seats for all, or in numbers why not (ARR-06).
public struct SiteArrangement: Sendable {
  /// The counts.
  public var run: ArrangementRun
  /// Why there is no arrangement; empty where there is one.
  public var findings: [Finding]
}

extension Office {
  /// 编排 — gives every entry of a site a seat (ARR-02 to ARR-06, ORG-07), or changes nothing and says in numbers why
  /// not. Run again it arranges the whole site anew, with the same result for the same data; once ticket numbers are
  /// made the arrangement stands, and must be cleared first. With a selection, its candidates are arranged around the
  /// seats that stand.
  /// - Throws: `Refusal` where it is not allowed or the data changed meanwhile, `FileError` where a file of the
  ///   selection cannot be read, `StoreError`.
  public func arrange(
    sitting code: String, site: String, selection: ArrangementSelection = ArrangementSelection()
  ) async throws -> SiteArrangement {
    let gates = try ArrangementGates(try await open(code), site: site)
    try gates.requireAddress()
    let lists = try selection.lists()
    let id = gates.sitting.id
    let (counts, plan) = try await database.read { session in
      try StationGates(gates.sitting, site: site).requireApproval(session)
      return (
        try SeatTable.counts(sitting: id, site: site, session),
        try ArrangementPlan(sitting: id, site: site, session)
      )
    }
    try gates.requirePaid(counts)
    try gates.requireNoTickets(counts)

    let (choice, unknown) = selection.choice(lists, of: plan)
    guard unknown.isEmpty else {
      let none = ArrangementRun(
        entries: choice.entries.count, seated: 0, preferred: .init(asked: 0, kept: 0, atMost: 0))
      return SiteArrangement(run: none, findings: unknown)
    }

    let stage = Wording(zh: "编排考场", en: "arranging")
    progress.advance(stage, done: 0, of: choice.entries.count)
    defer { progress.finish(stage) }
    let problem = plan.problem(gates.sitting, site: site, choice)
    let result: ArrangementResult
    do throws(ArrangementFailure) {
      result = try Arranger().arrange(problem)
    } catch {
      let words = ArrangementWords(problem, gates.sitting.programme)
      let registrations = words.candidates(in: error)
      let people = try await database.read {
        try CandidateNames.read(registrations, sitting: id, site: site, $0)
      }
      return SiteArrangement(
        run: ArrangementRun(
          entries: choice.entries.count, seated: 0,
          preferred: .init(asked: problem.entries.count { $0.preferredDay != nil }, kept: 0, atMost: 0)),
        findings: words.findings(error, people))
    }
    try Task.checkCancellation()
    try await keep(plan.seats(result, choice), isWhole: choice.isWhole, of: plan, gates)
    return SiteArrangement(
      run: ArrangementRun(
        entries: choice.entries.count, seated: result.seats.count,
        preferred: .init(asked: result.asked, kept: result.kept, atMost: result.keptAtMost)),
      findings: [])
  }

  /// Writes the seats in one transaction, provided that nothing they were made of has changed.
  private func keep(
    _ seats: [SeatRecord], isWhole: Bool, of plan: ArrangementPlan, _ gates: ArrangementGates
  ) async throws {
    let (id, site) = (gates.sitting.id, gates.site)
    try await database.connection().write { session in
      let counts = try SeatTable.counts(sitting: id, site: site, session)
      try gates.requirePaid(counts)
      try gates.requireNoTickets(counts)
      guard try ArrangementPlan(sitting: id, site: site, session) == plan else {
        throw ArrangementGates.stale
      }
      let trail = try SeatTrail(sitting: id, site: site, rule: "ARR-05", session)
      if isWhole { try SeatTable.clear(sitting: id, site: site, session) }
      let given = try SeatTable.assign(
        seats, sitting: id, site: site, by: gates.sitting.user.name,
        at: gates.sitting.now.secondsSince1970, session)
      guard given == seats.count else { throw ArrangementGates.stale }
      try trail.finish(by: gates.sitting.user.name, at: gates.sitting.now.secondsSince1970)
    }
  }

  /// 清除编排 — takes the seats of a site and the ticket numbers made of them away.
  /// - Returns: from how many entries.
  /// - Throws: `Refusal` where it is not allowed, or where scores or violations are on record already.
  public func clearArrangement(sitting code: String, site: String) async throws -> Int {
    let gates = try ArrangementGates(try await open(code), site: site)
    let id = gates.sitting.id
    return try await database.write { session in
      try gates.requireNotExamined(try SeatTable.counts(sitting: id, site: site, session))
      let trail = try SeatTrail(sitting: id, site: site, rule: "ARR-05", session)
      let count = try SeatTable.clear(sitting: id, site: site, session)
      try trail.finish(by: gates.sitting.user.name, at: gates.sitting.now.secondsSince1970)
      return count
    }
  }
}
