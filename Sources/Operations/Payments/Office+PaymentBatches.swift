internal import ExamModel
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

extension Office {
  /// 缴费批次清单 — the batches of an organisation and those below it; nothing outside the user's scope (ORG-02).
  public func paymentBatches(sitting code: String, site: String) async throws -> [PaymentBatchItem] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    return try await database.read {
      try PaymentBatchTable.all(sitting: sitting.id, organisation: site, $0).map { PaymentBatchItem($0) }
    }
  }

  /// 缴费批次 — one batch of a site.
  /// - Parameter name: `990701-3`, or `3`; the newest where nil.
  /// - Throws: `Refusal` where there is none.
  public func paymentBatch(
    sitting code: String, site: String, named name: String? = nil
  ) async throws -> PaymentBatchItem {
    let gates = try PaymentGates(try await open(code), site: site)
    return try await database.read { session in
      PaymentBatchItem(try gates.batch(name, of: Self.batches(gates, session)))
    }
  }

  /// 锁定集体缴费批次 — makes a batch of the unpaid entries of a query's candidates, collective and individual alike:
  /// those that have passed their audit and have their photo where that is asked for (PAY-03). The batch holds the
  /// entries, and their registrations are locked (PAY-01, REG-09).
  /// - Throws: `Refusal` where the site has an open batch, does not pay for its candidates, has no fees, or there is
  ///   nothing to pay.
  public func createPaymentBatch(_ request: CandidateRequest) async throws -> PaymentBatchItem {
    let gates = try PaymentGates(try await open(request.sitting), site: request.site)
    try gates.requireChange()
    let fees = try gates.fees()
    let conditions = PaymentConditions(gates.sitting.definition, gates.sitting.programme)
    return try await changing(request) { change in
      try gates.requireNoneOpen(Self.batches(gates, change.session))
      let (entries, leftOut) = try PaymentBatchTable.choose(conditions, at: change.now, change.session)
      try gates.requireEntries(entries, leftOut)
      let id = try PaymentBatchTable.create(
        sitting: change.sitting.id, site: gates.site, fees, by: change.member, at: change.now, change.trail,
        change.session)
      let batch = try gates.batch(nil, of: Self.batches(gates, change.session).filter { $0.id == id })
      return PaymentBatchItem(batch, leftOut: leftOut)
    }
  }

  /// 支付 — an open batch is paid: its entries are paid collectively. What was paid meanwhile is looked at first; where
  /// that changes the batch, it is refreshed instead, so that nobody pays another sum than was shown.
  /// - Throws: `Refusal` where the batch is not open or was refreshed.
  public func payBatch(
    sitting code: String, site: String, named name: String? = nil
  ) async throws -> PaymentBatchItem {
    try await ending(sitting: code, site: site, named: name) { batch, change in
      try PaymentBatchTable.pay(batch, by: change.member, at: change.now, change.trail, change.session)
    }
  }

  /// 删除批次 — an open batch goes with a reason, and its entries are free again; their registrations stay locked. What
  /// was paid meanwhile is looked at first; where that changes the batch, it is refreshed instead.
  /// - Throws: `Refusal` where the batch is not open or was refreshed.
  public func deleteBatch(
    sitting code: String, site: String, named name: String? = nil, reason: String
  ) async throws -> PaymentBatchItem {
    let reason = CandidateChange.plain(reason)
    return try await ending(sitting: code, site: site, named: name) { batch, change in
      try PaymentBatchTable.delete(
        batch, reason: reason, by: change.member, at: change.now, change.trail, change.session)
    }
  }

  /// 更新批次 — takes out of an open batch what other orders have paid meanwhile, and ends a batch of which everything is
  /// paid. Confirmations whose order number is the batch's name are payments of the batch itself.
  /// - Throws: `Refusal` where the batch is not open.
  public func refreshBatch(
    sitting code: String, site: String, named name: String? = nil
  ) async throws -> PaymentBatchItem {
    PaymentBatchItem(try await recheck(sitting: code, site: site, named: name).batch)
  }

  /// Rechecks a batch, and ends it by `body` where nothing has changed.
  private func ending(
    sitting code: String, site: String, named name: String?,
    _ body: @escaping @Sendable (PaymentBatchRecord, CandidateChange) throws -> Void
  ) async throws -> PaymentBatchItem {
    let (batch, hasChanged) = try await recheck(sitting: code, site: site, named: name)
    if hasChanged {
      throw Refusal(
        .stale, rule: "PAY-02",
        Wording(
          zh:
            "缴费批次 \(batch.name) 中有报考已另行支付，批次已更新：\(batch.entries) 科次，共 \(batch.totalFen) 分，状态 \(batch.state.rawValue)。请核对后再操作。",
          en:
            "Entries of payment batch \(batch.name) were paid meanwhile; it was refreshed: \(batch.entries) entries, \(batch.totalFen) fen, \(batch.state.rawValue). Look at it and call again."
        ))
    }
    return try await changingBatch(sitting: code, site: site, named: batch.name) { gates, found, change in
      // Between the look and this transaction nothing may have been paid.
      guard found == batch, try !PaymentBatchTable.hasPayments(batch, change.session) else {
        throw ArrangementGates.stale
      }
      try body(batch, change)
      return PaymentBatchItem(try gates.batch(batch.name, of: Self.batches(gates, change.session)))
    }
  }

  private func recheck(
    sitting code: String, site: String, named name: String?
  ) async throws -> (batch: PaymentBatchRecord, hasChanged: Bool) {
    try await changingBatch(sitting: code, site: site, named: name) { gates, batch, change in
      guard try PaymentBatchTable.hasPayments(batch, change.session) else { return (batch, false) }
      let (_, paid) = try PaymentBatchTable.recheck(batch, at: change.now, change.trail, change.session)
      if try !PaymentBatchTable.isUnpaid(batch, change.session) {
        try PaymentBatchTable.end(
          batch, paid > 0 ? .paid : .deleted, reason: paid > 0 ? nil : "全部报考已另行支付", by: change.member,
          at: change.now, change.trail, change.session)
      }
      return (try gates.batch(batch.name, of: Self.batches(gates, change.session)), true)
    }
  }

  /// Finds an open batch of a site that the user may change now, and changes it in one transaction.
  private func changingBatch<Result: Sendable>(
    sitting code: String, site: String, named name: String?,
    _ body: @escaping @Sendable (PaymentGates, PaymentBatchRecord, CandidateChange) throws -> Result
  ) async throws -> Result {
    let gates = try PaymentGates(try await open(code), site: site)
    try gates.requireChange()
    return try await database.write { session in
      let batch = try gates.batch(name, of: Self.batches(gates, session))
      try gates.requireOpen(batch)
      let trail = TrailWriter(
        session, by: gates.sitting.user.name, at: gates.sitting.now.secondsSince1970,
        sitting: gates.sitting.id)
      let result = try body(
        gates, batch,
        CandidateChange(sitting: gates.sitting, matched: batch.candidates, session: session, trail: trail))
      try trail.finish()
      return result
    }
  }

  private static func batches(_ gates: PaymentGates, _ session: any Session) throws -> [PaymentBatchRecord] {
    try PaymentBatchTable.all(sitting: gates.sitting.id, organisation: gates.site, session)
  }
}
