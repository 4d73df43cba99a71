internal import ExamModel
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

/// 审核决定 — what is decided of candidates (AUD-01).
public enum AuditVerdict: Sendable, Equatable {
  case pass
  /// With a kind, by code or name (照片有问题), and a reason.
  case reject(kind: String, reason: String)
}

/// 未知类型 — there is no such kind of rejection.
public struct UnknownRejectionKind: Error {
  /// What was given.
  public let name: String
  /// The kinds that there are.
  public let known: [String]
}

extension Office {
  /// 报名信息审核 — one decision for all candidates of a query, or none where one of them cannot take it (AUD-01, AUD-02).
  /// Passing locks a registration, rejecting lifts that lock (CAN-02). Those of whom this was decided before stay as they
  /// are.
  /// - Throws: `Refusal` where the site requires no audit, `UnknownRejectionKind`.
  public func auditCandidates(
    _ request: CandidateRequest, _ verdict: AuditVerdict
  ) async throws -> CandidateOutcome {
    let sitting = try await open(request.sitting)
    let rejection = try rejection(verdict, sitting)
    return try await changing(request) { change in
      try Self.requireAudit(at: request.site, sitting)
      var outcome = CandidateOutcome(matched: change.matched)
      let decisions = AuditDecisions(rejection, where: CandidateChoice.condition, [])
      for refused in try AuditTable.refused(decisions, change.session) {
        let state = CandidateColumn.audit.word(refused.audit)
        outcome.note(CandidateRules.undecidable, refused.documentNumber, [state.zh, state.en])
      }
      guard !outcome.isRefused else { return outcome }
      try AuditTable.forEachChange(
        decisions, by: change.member, at: change.now, rule: "AUD-01", change.session
      ) { try change.trail.add($0) }
      outcome.changed = try AuditTable.decide(
        decisions, by: change.member, at: change.now, change.session)
      return outcome
    }
  }

  private func rejection(
    _ verdict: AuditVerdict, _ sitting: OpenSitting
  ) throws -> (kind: String, reason: String)? {
    guard case .reject(let kind, let reason) = verdict else { return nil }
    let (table, number) = ("audit-reason", sitting.definition.number)
    guard case .code(let code) = sitting.programme.codes(of: table, sitting: number)?.find(kind) else {
      let items = sitting.programme.table(table, sitting: number)?.items ?? []
      throw UnknownRejectionKind(name: kind, known: items.map { "\($0.code)-\($0.name)" })
    }
    return (code, CandidateChange.plain(reason))
  }

  /// Where no audit is asked for there is nothing to decide (NCRE ch. 26).
  private static func requireAudit(at site: String, _ sitting: OpenSitting) throws(Refusal) {
    guard let settings = sitting.definition.siteSettings(site), !settings.requiresAudit else { return }
    throw Refusal(
      .precondition, rule: "SET-01",
      Wording(
        zh: "考点 \(site) 未启用“报名信息需审核”，没有什么可审核。请在考次文件中启用（auditRequired: true）后重新载入。",
        en:
          "Site \(site) requires no audit, so there is nothing to decide. Require it in the sitting file (auditRequired: true) and load it."
      ))
  }
}
