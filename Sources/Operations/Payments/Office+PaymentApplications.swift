internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

extension Office {
  /// 缴费申请单清单 — the applications of an organisation and those below it, the newest of each school first; nothing
  /// outside the user's scope (ORG-02).
  /// - Parameters:
  ///   - site: the user's own organisation unless named.
  ///   - state: only those; nil for all.
  public func paymentApplications(
    sitting code: String, site: String? = nil, state: PaymentApplicationItem.State? = nil
  ) async throws -> [PaymentApplicationItem] {
    let sitting = try await open(code)
    let site = site ?? sitting.user.organisation
    guard sitting.sees(site) else { return [] }
    return try await database.read { session in
      try PaymentBatchTable.all(sitting: sitting.id, organisation: site, applications: true, session)
        .map { PaymentApplicationItem($0) }.filter { state == nil || $0.state == state }
    }
  }

  /// 确认缴费 — confirms applications in bulk, all of them or none: their entries are paid, and nothing of them changes any
  /// more (PAY-04). No window gates it: the money comes when it comes.
  /// - Parameters:
  ///   - site: the school, or an organisation above; the user's own organisation unless named.
  ///   - numbers: which; empty for all that are open.
  /// - Throws: `Refusal` for anyone but an administrator of the confirming level, and where one is not open.
  public func confirmPayments(
    sitting code: String, site: String? = nil, numbers: [String] = []
  ) async throws -> [PaymentApplicationItem] {
    let gates = PaymentApplicationGates(try await open(code))
    let site = site ?? gates.sitting.user.organisation
    try gates.requireConfirmer(at: site)
    return try await ending(numbers, at: site, gates) { application, trail, session in
      try gates.requireUnpaid(application, session)
      try PaymentBatchTable.pay(
        application, by: gates.sitting.user.name, at: gates.sitting.now.secondsSince1970, trail, session)
    }
  }

  /// 删除缴费申请单 — withdraws an application that is not confirmed, with a reason: its entries are free again.
  /// - Throws: `Refusal` where there is none of the number, or it is not open.
  public func withdrawApplication(
    _ number: String, sitting code: String, reason: String
  ) async throws -> PaymentApplicationItem {
    let gates = PaymentApplicationGates(try await open(code))
    let scope = gates.sitting.user.organisation
    let reason = CandidateChange.plain(reason)
    let ended = try await ending([number], at: scope, gates) { application, trail, session in
      try gates.sitting.requireChange(at: application.site, window: nil)
      try gates.sitting.requireAnyWindow(whereSet: [.registration], of: application.site)
      try PaymentBatchTable.delete(
        application, reason: reason, by: gates.sitting.user.name,
        at: gates.sitting.now.secondsSince1970, trail, session)
    }
    return ended[0]
  }

  private func ending(
    _ numbers: [String], at site: String, _ gates: PaymentApplicationGates,
    _ body: @escaping @Sendable (PaymentBatchRecord, TrailWriter, any Session) throws -> Void
  ) async throws -> [PaymentApplicationItem] {
    try await database.write { session in
      func known() throws -> [PaymentBatchRecord] {
        try PaymentBatchTable.all(
          sitting: gates.sitting.id, organisation: site, applications: true, session)
      }
      let chosen = try gates.applications(numbers, of: known())
      let trail = TrailWriter(
        session, by: gates.sitting.user.name, at: gates.sitting.now.secondsSince1970,
        sitting: gates.sitting.id)
      for application in chosen {
        try gates.requireOpen(application)
        try body(application, trail, session)
      }
      try trail.finish()
      let names = Set(chosen.map(\.name))
      return try known().filter { names.contains($0.name) }.map { PaymentApplicationItem($0) }
    }
  }
}
