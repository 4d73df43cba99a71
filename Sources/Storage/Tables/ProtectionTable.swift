/// 保护事实 — one thing that protects a registration or an entry, as the tables know it.
public struct ProtectionFact: Sendable, Equatable {
  /// 保护种类 — what protects a record.
  public enum Kind: String, Sendable, CaseIterable {
    /// Somebody locked the registration by hand.
    case lock
    /// Its audit passed, which locked the registration.
    case audit
    /// A payment was started or confirmed, which locked the registration.
    case payment
    /// The entry is paid.
    case paid
    /// The payment application of the entry was confirmed, which nothing takes back (PAY-04).
    case confirmed
    /// An open payment batch holds the entry.
    case paymentBatch
    /// A payment application holds the entry until it is confirmed.
    case application
    /// The entry has a seat.
    case arranged
    /// The entry has a ticket number.
    case ticket
    /// The entry has a score.
    case score

    /// Whether it says that the entry is paid.
    public var isPayment: Bool { self == .paid || self == .confirmed }
  }

  /// The registration's key.
  public var registration = 0
  public var kind: Kind
  /// Since when, in seconds since 1970; nil where it is not known.
  public var since: Int? = nil
  /// Who did it; nil where it is not known.
  public var member: String? = nil
  /// The entries that it protects; empty for the registration itself.
  public var subjects: [String] = []
  /// The order, batch, room or ticket number behind it.
  public var number: String? = nil
  /// What the person who locked it said.
  public var note: String? = nil
}

/// 保护表 — what protects records, found for many at once.
public enum ProtectionTable {
  /// What protects the chosen candidates at these places (all where nil) and their entries, by registration.
  public static func read(
    _ places: ClosedRange<Int>? = nil, _ session: any Session
  ) throws -> [Int: [ProtectionFact]] {
    var facts: [Int: [ProtectionFact]] = [:]
    let chosen = """
      SELECT registration FROM \(CandidateChoice.table) WHERE ordinal BETWEEN $1 AND $2
      """
    try forEach(
      registrations: chosen,
      [.integer(places?.lowerBound ?? 1), .integer(places?.upperBound ?? Int.max)], session
    ) { fact in
      // Of one kind there is one, since the first of its entries.
      if let place = facts[fact.registration]?.firstIndex(where: { $0.kind == fact.kind }) {
        facts[fact.registration]?[place].subjects += fact.subjects
      } else {
        facts[fact.registration, default: []].append(fact)
      }
    }
    return facts
  }

  /// What protects some entries, the strongest of each: payments, open payment batches, seats, ticket numbers, scores.
  /// - Parameters:
  ///   - entries: selects their keys.
  ///   - wanted: which kinds are asked for; everything but payments unless said.
  public static func forEachDependency(
    entries: String, sitting: some CustomStringConvertible,
    of wanted: (ProtectionFact.Kind) -> Bool = { !$0.isPayment }, _ session: any Session,
    _ body: (_ documentNumber: String, ProtectionFact) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT \(entryColumns), r.document_number \(entryTables)
      WHERE \(Joining.inSitting(sitting, "e")) AND e.id IN (\(entries)) AND (e.room IS NOT NULL OR e.ticket IS NOT NULL OR c.entry IS NOT NULL
        OR v.entry IS NOT NULL OR b.state = 'open' OR e.paid IS NOT NULL)
      ORDER BY r.document_number, e.subject
      """, []
    ) { row in
      let kinds = Self.kinds(of: row).filter(wanted)
      if let strongest = kinds.last { try body(row.text(20), fact(strongest, of: row)) }
    }
  }

  private static func forEach(
    registrations: String, _ parameters: [SQLValue], _ session: any Session,
    _ body: (ProtectionFact) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT \(lockColumns), r.id FROM registration r
      WHERE r.lock_reason IS NOT NULL AND \(CandidateChoice.isOfSitting("r")) AND r.id IN (\(registrations))
      """, parameters
    ) { row in
      if var fact = lock(row, from: 0) {
        fact.registration = row.integer(5)
        try body(fact)
      }
    }
    try session.forEach(
      """
      SELECT \(entryColumns) \(entryTables)
      WHERE \(CandidateChoice.isOfSitting("e")) AND e.registration IN (\(registrations))
        AND (e.paid IS NOT NULL OR e.payment_batch IS NOT NULL OR e.room IS NOT NULL OR e.ticket IS NOT NULL
          OR c.entry IS NOT NULL)
      ORDER BY e.registration, e.subject
      """, parameters
    ) { row in
      for kind in kinds(of: row) { try body(fact(kind, of: row)) }
    }
  }

  /// What a query over the registrations `r` selects so that `lock` can tell of the lock.
  public static let lockColumns = """
    r.lock_reason, r.locked_at, COALESCE(r.locked_by, CASE WHEN r.lock_reason = 'audit' THEN r.audited_by END),
    CASE WHEN r.lock_reason = 'payment' THEN (
      SELECT min(x.order_number) FROM entry x WHERE \(Joining.entry("x"))) END, r.lock_note
    """

  /// The lock in a row of `lockColumns`, which begin at `first`; nil where there is none.
  public static func lock(_ row: any ResultRow, from first: Int) -> ProtectionFact? {
    guard let reason = row.optionalText(first) else { return nil }
    let kind: ProtectionFact.Kind =
      switch reason {
      case AuditTable.lockReason: .audit
      case CandidateLocks.payment: .payment
      default: .lock
      }
    return ProtectionFact(
      kind: kind, since: row.optionalInteger(first + 1), member: row.optionalText(first + 2),
      subjects: [], number: row.optionalText(first + 3), note: row.optionalText(first + 4))
  }

  /// What a query over the entries `e` and their payment batches `b` selects so that `hold` can tell of the batch.
  public static let holdColumns = "e.subject, b.created_at, b.created_by, b.number, b.site, b.basis"

  /// The open payment batch in a row of `holdColumns`, which begin at `first`.
  public static func hold(_ row: any ResultRow, from first: Int) -> ProtectionFact {
    ProtectionFact(
      kind: row.isNull(first + 5) ? .paymentBatch : .application, since: row.optionalInteger(first + 1),
      member: row.optionalText(first + 2), subjects: [row.text(first)],
      number: row.optionalInteger(first + 3).map { PaymentBatchRecord.name($0, site: row.text(first + 4)) })
  }

  private static let entryColumns = """
    e.registration, e.subject, e.paid, e.paid_at, e.order_number, CASE WHEN e.paid = 'collective' THEN b.ended_by END,
    b.state, b.created_at, b.created_by, b.number, b.site, e.room, e.seated_at, e.seated_by, e.ticket,
    e.ticketed_at, e.ticketed_by, COALESCE(c.entry, v.entry), j.started_at, j.member, r.document_number, b.basis
    """

  private static let entryTables = """
    FROM entry e JOIN registration r ON \(Joining.entry())
    LEFT JOIN payment_batch b ON b.id = e.payment_batch
    LEFT JOIN score c ON \(Joining.record("c")) LEFT JOIN violation v ON \(Joining.record("v"))
    LEFT JOIN job j ON j.id = c.created_job
    """

  /// What protects the entry of a row, the weakest first.
  private static func kinds(of row: any ResultRow) -> [ProtectionFact.Kind] {
    var kinds: [ProtectionFact.Kind] = []
    let isApplication = !row.isNull(21)
    if !row.isNull(2) { kinds.append(isApplication ? .confirmed : .paid) }
    if row.text(6) == PaymentBatchRecord.State.open.rawValue {
      kinds.append(isApplication ? .application : .paymentBatch)
    }
    if !row.isNull(11) { kinds.append(.arranged) }
    if !row.isNull(14) { kinds.append(.ticket) }
    if !row.isNull(17) { kinds.append(.score) }
    return kinds
  }

  private static func fact(_ kind: ProtectionFact.Kind, of row: any ResultRow) -> ProtectionFact {
    var fact = ProtectionFact(registration: row.integer(0), kind: kind, subjects: [row.text(1)])
    switch kind {
    case .paid, .confirmed:
      (fact.since, fact.member) = (row.optionalInteger(3), row.optionalText(5))
      fact.number = row.optionalText(4)
    case .paymentBatch, .application:
      (fact.since, fact.member) = (row.optionalInteger(7), row.optionalText(8))
      fact.number = PaymentBatchRecord.name(row.integer(9), site: row.text(10))
    case .arranged:
      (fact.since, fact.member) = (row.optionalInteger(12), row.optionalText(13))
      fact.number = row.optionalText(11)
    case .ticket:
      (fact.since, fact.member) = (row.optionalInteger(15), row.optionalText(16))
      fact.number = row.optionalText(14)
    case .score:
      (fact.since, fact.member) = (row.optionalInteger(18), row.optionalText(19))
    case .lock, .audit, .payment: break
    }
    return fact
  }
}
