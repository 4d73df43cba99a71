/// 集体缴费批次表 — the statements on `payment_batch` and on the entries that a batch holds (PAY-01, PAY-02).
public enum PaymentBatchTable {
  /// The batches of an organisation and those below it, the newest of each site first.
  /// - Parameter applications: whether applications are asked for (PAY-04), or a site's own batches.
  public static func all(
    sitting: Int, organisation: String, applications: Bool = false, _ session: any Session
  ) throws -> [PaymentBatchRecord] {
    try session.all(
      """
      SELECT b.id, b.number, b.site, b.state, count(DISTINCT x.document_number), count(x.subject), b.person_fen,
        CAST(COALESCE(sum(x.fen), 0) AS BIGINT), b.created_at, b.created_by, b.ended_at, b.ended_by, b.reason,
        b.basis, b.created_job, count(DISTINCT x.document_number || ' ' || x.plan || ' ' || x.certificate)
      FROM payment_batch b LEFT JOIN payment_batch_entry x ON x.sitting = $1 AND x.batch = b.id AND x.left_at IS NULL
      WHERE b.sitting = $1 AND substr(b.site, 1, length($2)) = $2 AND b.basis IS \(applications ? "NOT " : "")NULL
      GROUP BY b.id, b.number, b.site, b.state, b.person_fen, b.created_at, b.created_by, b.ended_at, b.ended_by,
        b.reason, b.basis, b.created_job
      ORDER BY b.site, b.number DESC
      """, [.integer(sitting), .text(organisation)]
    ) {
      PaymentBatchRecord(
        id: $0.integer(0), sitting: sitting, number: $0.integer(1), site: $0.text(2),
        state: PaymentBatchRecord.State(rawValue: $0.text(3)) ?? .deleted, candidates: $0.integer(4),
        entries: $0.integer(5), personFen: $0.integer(6), subjectFen: $0.integer(7), createdAt: $0.integer(8),
        createdBy: $0.text(9), endedAt: $0.optionalInteger(10), endedBy: $0.optionalText(11),
        reason: $0.optionalText(12), basis: $0.optionalText(13).flatMap(PaymentBatchRecord.Basis.init),
        job: $0.optionalInteger(14), certificates: $0.integer(15))
    }
  }

  /// 不能支付的 — the unpaid entries of the chosen candidates that a batch cannot take, and why.
  public struct LeftOut: Sendable, Equatable {
    /// Not audited yet.
    public var audit = 0
    /// Without the photo that the programme asks for.
    public var photo = 0
  }

  /// Chooses the entries that a new batch takes: unpaid, held by no other, not expired, and ready to be paid.
  /// - Parameter now: in seconds since 1970.
  /// - Returns: how many there are, and how many were left out.
  public static func choose(
    _ conditions: PaymentConditions, at now: Int, _ session: any Session
  ) throws -> (entries: Int, leftOut: LeftOut) {
    try EntryRemoval.make(session)
    let payable = """
      FROM \(CandidateChoice.registrations) JOIN entry e ON \(Joining.entry())
      WHERE e.paid IS NULL AND e.payment_batch IS NULL AND (e.expires_at IS NULL OR e.expires_at > $1)
      """
    let now = SQLValue.integer(now)
    let (audit, photo) = (conditions.lacksAudit(from: 2), conditions.lacksPhoto)
    var leftOut = LeftOut()
    if let audit {
      leftOut.audit = try session.count(
        "SELECT count(*) \(payable) AND \(audit.sql)", [now] + audit.parameters)
    }
    if let photo { leftOut.photo = try session.count("SELECT count(*) \(payable) AND \(photo)", [now]) }
    let obstacles = [audit?.sql, photo].compactMap(\.self).map { " AND NOT \($0)" }.joined()
    let entries = try session.execute(
      "INSERT INTO \(EntryRemoval.table) (entry, sitting) SELECT e.id, e.sitting \(payable)\(obstacles)",
      [now] + (audit?.parameters ?? []))
    return (entries, leftOut)
  }

  /// Chooses exactly the entries of a query, for an application.
  /// - Parameter entries: selects their keys, all of one sitting.
  public static func choose(entries: String, sitting: Int, _ session: any Session) throws {
    try EntryRemoval.make(session)
    try session.execute(
      "INSERT INTO \(EntryRemoval.table) (entry, sitting) SELECT DISTINCT x.entry, \(sitting) FROM (\(entries)) AS x"
    )
  }

  /// 费用 — what a batch charges, in fen.
  public struct Fees: Sendable {
    let person: Int
    let subject: Int
    let subjects: [String: Int]

    /// Fees in fen: for each person, for each subject, and for subjects with a fee of their own.
    public init(person: Int, subject: Int, subjects: [String: Int]) {
      self.person = person
      self.subject = subject
      self.subjects = subjects
    }
  }

  /// Makes an open batch of the chosen entries: they are held by it, and their registrations are locked.
  /// - Returns: its key.
  public static func create(
    sitting: Int, site: String, _ fees: Fees, basis: PaymentBatchRecord.Basis? = nil, job: Int? = nil,
    by member: String, at now: Int, _ trail: TrailWriter, _ session: any Session
  ) throws -> Int {
    let rule = basis == nil ? "PAY-01" : "PAY-04"
    let number = try session.count(
      "SELECT COALESCE(max(number), 0) + 1 FROM payment_batch WHERE sitting = $1 AND site = $2",
      [.integer(sitting), .text(site)])
    let batch =
      try session.first(
        """
        INSERT INTO payment_batch (sitting, site, number, state, person_fen, created_at, created_by, basis,
          created_job)
        VALUES ($1, $2, $3, 'open', $4, $5, $6, $7, $8) RETURNING id
        """,
        [
          .integer(sitting), .text(site), .integer(number), .integer(fees.person), .integer(now),
          .text(member), .optional(basis?.rawValue), .optional(job),
        ]
      ) { $0.integer(0) } ?? 0
    try addEntries(to: batch, fees, session)

    let name = PaymentBatchRecord.name(number, site: site)
    let entries = RecordChange.Field(
      "count", old: nil,
      new: String(
        try session.count(
          "SELECT count(*) FROM payment_batch_entry WHERE sitting = $1 AND batch = $2",
          [.integer(sitting), .integer(batch)])))
    try trail.add(
      RecordChange(.created, .paymentBatch, key: name, site: site, rule: rule, fields: [entries]))
    let held = RecordChange.Field("payment_batch", old: nil, new: String(batch))
    try forEachEntry(EntryRemoval.isChosen("e"), [], session) { row in
      try trail.add(change(row, [held], rule))
    }
    let registrations =
      "SELECT e.registration FROM \(EntryRemoval.entries)"
    try CandidateLocks.addLocks(
      to: registrations, because: CandidateLocks.payment, by: member, at: now, rule: rule, trail, session)
    try session.execute(
      "UPDATE entry SET payment_batch = $1 WHERE \(EntryRemoval.isChosen("entry"))",
      [.integer(batch)])
    _ = try CandidateLocks.lock(
      registrations, of: sitting, because: CandidateLocks.payment, by: member, at: now, session)
    return batch
  }

  private static func addEntries(
    to batch: Int, _ fees: Fees, _ session: any Session
  ) throws {
    var parameters: [SQLValue] = [.integer(batch), .integer(fees.subject)]
    let own = fees.subjects.sorted { $0.key < $1.key }.map { subject, fen in
      parameters += [.text(subject), .integer(fen)]
      return "WHEN e.subject = $\(parameters.count - 1) THEN CAST($\(parameters.count) AS BIGINT) "
    }.joined()
    let fee = own.isEmpty ? "CAST($2 AS BIGINT)" : "CASE \(own)ELSE CAST($2 AS BIGINT) END"
    try session.execute(
      """
      INSERT INTO payment_batch_entry (batch, sitting, site, document_number, subject, fen, plan, certificate)
      SELECT $1, e.sitting, e.site, r.document_number, e.subject, \(fee), e.plan,
        e.certificate || ' ' || e.certificate_level
      FROM \(EntryRemoval.entries) JOIN registration r ON \(Joining.entry())
      """, parameters)
  }

  /// Pays an open batch: its unpaid entries are paid collectively, with the batch's name as their order.
  public static func pay(
    _ batch: PaymentBatchRecord, by member: String, at now: Int, _ trail: TrailWriter, _ session: any Session
  ) throws {
    let fields = [
      RecordChange.Field("paid", old: nil, new: "collective"),
      RecordChange.Field("paid_at", old: nil, new: String(now)),
      RecordChange.Field("order_number", old: nil, new: batch.name),
    ]
    try forEachEntry("\(held("e")) AND e.paid IS NULL", place(of: batch), session) { row in
      try trail.add(change(row, fields, batch.rule))
    }
    try session.execute(
      """
      UPDATE entry SET paid = 'collective', paid_at = $4, order_number = $5
      WHERE \(held("entry")) AND paid IS NULL
      """, place(of: batch) + [.integer(now), .text(batch.name)])
    try end(batch, .paid, reason: nil, by: member, at: now, trail, session)
  }

  /// Deletes an open batch: its entries are free again, the registrations stay locked.
  public static func delete(
    _ batch: PaymentBatchRecord, reason: String, by member: String, at now: Int, _ trail: TrailWriter,
    _ session: any Session
  ) throws {
    try forEachEntry(held("e"), place(of: batch), session) { row in
      try trail.add(
        change(row, [RecordChange.Field("payment_batch", old: String(batch.id), new: nil)], batch.rule))
    }
    try session.execute(
      "UPDATE entry SET payment_batch = NULL WHERE \(held("entry"))", place(of: batch))
    try end(batch, .deleted, reason: reason, by: member, at: now, trail, session)
  }

  /// Takes out of an open batch what was paid meanwhile by another order, as the confirmations say, and marks what the
  /// confirmations say was paid by the batch itself.
  /// - Returns: how many entries left it, and how many it paid.
  public static func recheck(
    _ batch: PaymentBatchRecord, at now: Int, _ trail: TrailWriter, _ session: any Session
  ) throws -> (left: Int, paid: Int) {
    let parameters = place(of: batch) + [.text(batch.name)]
    let other = "\(held("e")) AND e.paid IS NOT NULL AND e.order_number IS DISTINCT FROM $4"
    try forEachEntry(other, parameters, session) { row in
      try trail.add(
        change(row, [RecordChange.Field("payment_batch", old: String(batch.id), new: nil)]))
    }
    let same = """
      \(held("e")) AND r.document_number = payment_batch_entry.document_number
        AND e.subject = payment_batch_entry.subject AND e.site = payment_batch_entry.site
        AND e.sitting = payment_batch_entry.sitting
      """
    try session.execute(
      """
      UPDATE payment_batch_entry SET left_at = $5, left_order = (
        SELECT min(e.order_number) FROM entry e JOIN registration r ON \(Joining.entry()) WHERE \(same))
      WHERE sitting = $1 AND site = $2 AND batch = $3 AND left_at IS NULL AND EXISTS (
        SELECT 1 FROM entry e JOIN registration r ON \(Joining.entry()) WHERE \(same) AND \(other))
      """, parameters + [.integer(now)])
    let left = try session.execute("UPDATE entry AS e SET payment_batch = NULL WHERE \(other)", parameters)

    let own = "\(held("e")) AND e.paid = 'individual' AND e.order_number = $4"
    try forEachEntry(own, parameters, session) { row in
      try trail.add(change(row, [RecordChange.Field("paid", old: "individual", new: "collective")]))
    }
    let paid = try session.execute("UPDATE entry AS e SET paid = 'collective' WHERE \(own)", parameters)
    return (left, paid)
  }

  /// Whether confirmations have come in for entries of an open batch.
  public static func hasPayments(_ batch: PaymentBatchRecord, _ session: any Session) throws -> Bool {
    try session.count(
      "SELECT count(*) FROM entry e WHERE \(held("e")) AND e.paid IS NOT NULL", place(of: batch)) > 0
  }

  /// Whether an open batch still holds something that is not paid.
  public static func isUnpaid(_ batch: PaymentBatchRecord, _ session: any Session) throws -> Bool {
    try session.count(
      "SELECT count(*) FROM entry e WHERE \(held("e")) AND e.paid IS NULL", place(of: batch)) > 0
  }

  /// Ends a batch.
  /// - Parameter reason: why, where it is deleted.
  public static func end(
    _ batch: PaymentBatchRecord, _ state: PaymentBatchRecord.State, reason: String?, by member: String,
    at now: Int, _ trail: TrailWriter, _ session: any Session
  ) throws {
    try trail.add(
      RecordChange(
        .changed, .paymentBatch, key: batch.name, site: batch.site, rule: batch.endRule, reason: reason,
        fields: [RecordChange.Field("state", old: batch.state.rawValue, new: state.rawValue)]))
    try session.execute(
      "UPDATE payment_batch SET state = $1, ended_at = $2, ended_by = $3, reason = $4 WHERE id = $5",
      [.text(state.rawValue), .integer(now), .text(member), .optional(reason), .integer(batch.id)])
  }

  /// Whether an entry is held by the batch of `place(of:)`.
  private static func held(_ entry: String) -> String {
    "\(entry).sitting = $1 AND \(entry).site = $2 AND \(entry).payment_batch = $3"
  }

  private static func place(of batch: PaymentBatchRecord) -> [SQLValue] {
    [.integer(batch.sitting), .text(batch.site), .integer(batch.id)]
  }

  private static func forEachEntry(
    _ condition: String, _ parameters: [SQLValue], _ session: any Session,
    _ body: (any ResultRow) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, e.subject, e.place FROM entry e JOIN registration r ON \(Joining.entry())
      WHERE \(condition) ORDER BY r.document_number, e.subject
      """, parameters, body)
  }

  private static func change(
    _ row: any ResultRow, _ fields: [RecordChange.Field], _ rule: String = "PAY-01"
  ) -> RecordChange {
    RecordChange(
      .changed, .entry, key: row.text(0), part: row.text(1), site: row.text(2), rule: rule, fields: fields)
  }
}
