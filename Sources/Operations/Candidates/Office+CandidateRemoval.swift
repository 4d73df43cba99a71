internal import Imports
public import Storage
internal import Tabular

extension Office {
  /// 取消考试 — takes paid entries of a query's candidates away, and keeps what they were; a registration without entries
  /// goes too, and its candidate may register again (CAN-04). A lock does not stand in the way: every payment sets one.
  /// What was paid collectively, or is seated, numbered, scored or held by a payment batch, is a finding, and then
  /// nothing is cancelled.
  /// - Parameter subjects: these only; empty for all that are paid.
  /// - Throws: `Refusal` where there is nothing paid to cancel.
  public func cancelEntries(
    _ request: CandidateRequest, subjects: [String] = [], reason: String, isDryRun: Bool = false
  ) async throws -> CandidateOutcome {
    let reason = CandidateChange.plain(reason)
    return try await changing(request) { change in
      var outcome = CandidateOutcome(matched: change.matched)
      let entries = try EntryRemoval.choose(.paid, subjects: subjects, change.session)
      guard entries > 0 else {
        throw Refusal(
          .precondition, rule: "CAN-04",
          Wording(
            zh: "查询到 \(change.matched) 名考生，其中没有已支付的报考可以取消。未支付的用 kaowu candidates delete。",
            en:
              "The query finds \(change.matched) candidates, and no paid entry to cancel. Unpaid ones are deleted (kaowu candidates delete)."
          ))
      }
      try EntryRemoval.forEachCollectivelyPaid(change.session) { number, subject in
        outcome.note(CandidateRules.collectivelyPaid, number, [subject])
      }
      try Self.noteDependencies(&outcome, change)
      guard !outcome.isRefused else { return outcome }
      outcome.entries = entries
      outcome.registrations = try EntryRemoval.registrations(isWhole: false, change.session)
      guard !isDryRun else { return outcome }
      try CancelledTable.keep(because: reason, by: change.member, at: change.now, change.session)
      (outcome.entries, outcome.registrations) = try EntryRemoval.run(
        isWhole: false, rule: "CAN-04", reason: reason, change.trail, change.session)
      return outcome
    }
  }

  /// 取消考试考生信息 — what was cancelled of an organisation and those below it; nothing outside the user's scope.
  public func cancelledEntries(sitting code: String, site: String) async throws -> [CancelledRecord] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    return try await database.read {
      try CancelledTable.all(sitting: sitting.id, organisation: site, $0)
    }
  }

  /// 删除报名报考信息 — takes the unpaid entries of a query's collective candidates away, then the registrations that have
  /// none left (CAN-05). Photos stay. Individual candidates and paid entries are passed over and counted; where there is
  /// nothing else, each is a finding. A locked registration is a finding, an entry in a payment batch another, and then
  /// nothing is deleted.
  /// - Parameter subjects: these only; empty for all.
  public func deleteCandidates(
    _ request: CandidateRequest, subjects: [String] = [], isDryRun: Bool = false
  ) async throws -> CandidateOutcome {
    try await changing(request) { change in
      var outcome = CandidateOutcome(matched: change.matched)
      let isWhole = subjects.isEmpty
      outcome.entries = try EntryRemoval.choose(.unpaidCollective, subjects: subjects, change.session)
      outcome.registrations = try EntryRemoval.registrations(isWhole: isWhole, change.session)
      outcome.kept = try EntryRemoval.untouched(isWhole: isWhole, change.session)
      if outcome.entries == 0, outcome.registrations == 0 {
        try EntryRemoval.forEachUndeletable(change.session) { number, isIndividual in
          outcome.note(isIndividual ? CandidateRules.individual : CandidateRules.allPaid, number)
        }
      }
      try EntryRemoval.forEachLocked(isWhole: isWhole, change.session) { number, lock in
        outcome.note(CandidateRules.lockedRemoval, number, Protection(lock).arguments)
      }
      try Self.noteDependencies(&outcome, change)
      guard !outcome.isRefused, !isDryRun else { return outcome }
      (outcome.entries, outcome.registrations) = try EntryRemoval.run(
        isWhole: isWhole, rule: "CAN-05", reason: nil, change.trail, change.session)
      return outcome
    }
  }

  /// Notes what depends on the chosen entries: a payment batch, a seat, a ticket number, a score.
  private static func noteDependencies(_ outcome: inout CandidateOutcome, _ change: CandidateChange) throws {
    try EntryRemoval.forEachDependency(change.session) { number, fact in
      outcome.note(
        [.paymentBatch, .application].contains(fact.kind) ? CandidateRules.held : CandidateRules.dependent,
        number,
        fact.subjects + Protection(fact).arguments)
    }
  }
}
