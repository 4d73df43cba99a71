internal import ExamModel
internal import Storage

/// 支付变更 — what a payment feed changes: the entries that are paid now, the registrations that this locks (CAN-02), and
/// payments that say something else than before.
struct PaymentChanges {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func forEach(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let lockedAt = String(context.now.secondsSince1970)
    var locked: Set<Int> = []
    try session.forEach(
      """
      SELECT s.row_number, r.document_number, e.subject, e.place, r.id, CASE WHEN r.lock_reason IS NULL THEN 1 ELSE 0 END,
        e.paid, 'individual', e.order_number, s.order_number, CAST(e.paid_at AS TEXT), s.paid_at,
        CAST(p.fen AS TEXT), CASE WHEN p.fen IS NULL THEN NULL ELSE s.amount END,
        p.channel, CASE WHEN p.fen IS NULL THEN NULL ELSE s.channel END
      \(StagedEntries(context).rows)
      LEFT JOIN payment p ON p.sitting = e.sitting AND p.site = e.site AND p.order_number = s.order_number
        AND p.document_number = s.document_number AND p.subject = s.subject
      WHERE s.outcome IN ('created', 'updated') ORDER BY s.row_number
      """, []
    ) { row in
      func change(_ record: RecordKind, part: String?, _ fields: [RecordChange.Field]) throws {
        guard !fields.isEmpty else { return }
        try body(
          RecordChange(
            .changed, record, key: row.text(1), part: part, site: row.text(3), row: row.integer(0),
            rule: "CAN-07", fields: fields))
      }
      try change(.entry, part: row.text(2), row.changes(["paid", "order_number", "paid_at"], from: 6))
      try change(.payment, part: "\(row.text(9)) \(row.text(2))", row.changes(["fen", "channel"], from: 12))
      if row.flag(5), locked.insert(row.integer(4)).inserted {
        try change(
          .registration, part: nil,
          [
            RecordChange.Field("lock_reason", old: nil, new: "payment"),
            RecordChange.Field("locked_at", old: nil, new: lockedAt),
            RecordChange.Field("locked_by", old: nil, new: context.user.name),
          ])
      }
    }
  }
}
