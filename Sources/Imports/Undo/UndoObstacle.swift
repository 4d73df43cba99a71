internal import Storage
public import Tabular

/// 撤销障碍 — what depends on a record so that it can no longer be taken back (REG-19): money, a seat, a ticket, a lock,
/// or the place that an entry had and another has by now.
public enum UndoObstacle: String, Sendable, Codable, CaseIterable {
  case paid, batch, ticket, arranged, entered, locked, scored, used, mailed, full

  /// What people are told.
  public var wording: Wording {
    switch self {
    case .paid: Wording(zh: "已支付", en: "paid")
    case .batch: Wording(zh: "在未了结的缴费批次中", en: "held by an open payment batch")
    case .ticket: Wording(zh: "已生成准考证号", en: "has a ticket number")
    case .arranged: Wording(zh: "已编排", en: "arranged")
    case .entered: Wording(zh: "已按考试计划报考", en: "has entries of a plan")
    case .locked: Wording(zh: "已锁定", en: "locked")
    case .scored: Wording(zh: "已有成绩", en: "has scores")
    case .used: Wording(zh: "已用于编排", en: "used by an arrangement")
    case .mailed: Wording(zh: "已有证书直邮信息", en: "has a certificate by post")
    case .full: Wording(zh: "容量已满，科目不能恢复", en: "the places are taken by now, subjects cannot come back")
    }
  }

  /// The obstacles of a kind of record, the weightiest first, each as a condition on its row `t`.
  static func conditions(of record: RecordKind) -> [(UndoObstacle, String)] {
    switch record {
    case .registration:
      [
        (.ticket, hasEntry("e.ticket IS NOT NULL")), (.arranged, hasEntry("e.room IS NOT NULL")),
        (.paid, hasEntry("e.paid IS NOT NULL")), (.batch, hasEntry("e.payment_batch IS NOT NULL")),
        (.entered, hasEntry("e.plan IS NOT NULL")),
        (.locked, "t.lock_reason IS NOT NULL"),
      ]
    case .photo:
      [
        (
          .paid,
          ofRegistration("EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.paid IS NOT NULL)")
        ),
        (.locked, ofRegistration("r.lock_reason IS NOT NULL")),
      ]
    case .entry: [(.ticket, "t.ticket IS NOT NULL")]
    case .room, .roomBatch:
      [
        (
          .used,
          """
          EXISTS (SELECT 1 FROM entry e WHERE e.sitting = t.sitting AND e.place = t.site AND e.room = t.room\
          \(record == .roomBatch ? " AND e.batch = t.batch" : ""))
          """
        )
      ]
    case .violation:
      [(.scored, "EXISTS (SELECT 1 FROM score c WHERE \(Joining.byNumber("c", "t")) AND c.entry = t.entry)")]
    case .score:
      [
        (
          .mailed,
          "EXISTS (SELECT 1 FROM mailing m WHERE \(Joining.byNumber("m", "t")) AND m.entry = t.entry)"
        )
      ]
    default: []
    }
  }

  private static func hasEntry(_ condition: String) -> String {
    "EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry("e", "t")) AND \(condition))"
  }

  private static func ofRegistration(_ condition: String) -> String {
    """
    EXISTS (SELECT 1 FROM registration r WHERE \(Joining.photo("t")) AND \(condition))
    """
  }
}
