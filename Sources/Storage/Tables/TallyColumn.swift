/// 统计列取值 — what entries can be grouped by and counted by (PIV-01). Only these names reach SQL: what a user types is
/// looked up here or bound as a parameter, never put into a statement.
public enum TallyColumn: String, Sendable, CaseIterable {
  case site
  case subject
  case sex
  case ethnicity
  case education
  case `class`
  case department
  case method
  /// `yes` or `no`; null where there is no entry.
  case paid
  /// `individual` or `collective`; null for what is not paid.
  case payer
  /// Whether an open batch holds an entry that is not paid: `yes` or `no`.
  case held
  case locked
  case audit
  case photo
  case date
  case room
  case batch
  /// `yes` or `no`; null where there is no entry.
  case seated
  /// Whether the candidate named a day: `yes` or `no`.
  case preferred
  /// Whether a seated entry has the day that its candidate named: `yes` or `no`; null for all others.
  case kept
  /// The result code as text; null without a score record.
  case result
  case violation

  /// 关联 — what must be joined to the registration `r` and its entry `e`.
  enum Join: String, CaseIterable {
    case score
    case violation
    case batch
    case payment

    /// The join as a query has it.
    var sql: String {
      switch self {
      case .score: "LEFT JOIN score c ON \(Joining.record("c"))"
      case .violation: "LEFT JOIN violation v ON \(Joining.record("v"))"
      case .batch:
        """
        LEFT JOIN room_batch b ON b.sitting = e.sitting AND b.site = e.place AND b.room = e.room AND b.batch = e.batch
        """
      case .payment:
        """
        LEFT JOIN payment p ON p.sitting = e.sitting AND p.site = e.site AND p.order_number = e.order_number
          AND p.document_number = r.document_number AND p.subject = e.subject
        LEFT JOIN payment_batch k ON k.id = e.payment_batch
        LEFT JOIN payment_batch_entry x ON x.sitting = e.sitting AND x.site = e.site AND x.batch = e.payment_batch
          AND x.document_number = r.document_number AND x.subject = e.subject
        """
      }
    }
  }

  var join: Join? {
    switch self {
    case .date, .kept: .batch
    case .result: .score
    case .violation: .violation
    default: nil
    }
  }

  /// What it is in SQL; always text, so that groups of every column read alike.
  var expression: String {
    switch self {
    case .site: "r.site"
    case .subject: "e.subject"
    case .sex: "r.sex"
    case .ethnicity: "r.ethnicity"
    case .education: "r.education"
    case .class: "r.class"
    case .department: "r.department"
    case .method: "r.method"
    case .paid: Self.either("e.paid IS NOT NULL")
    case .payer: "e.paid"
    case .held: Self.either("e.paid IS NULL AND e.payment_batch IS NOT NULL")
    case .locked: "CASE WHEN r.lock_reason IS NULL THEN 'no' ELSE 'yes' END"
    case .audit: "r.audit"
    case .photo: "CASE WHEN r.has_photo = 1 THEN 'yes' ELSE 'no' END"
    case .date: "b.exam_date"
    case .room: "e.room"
    case .batch: "CAST(e.batch AS TEXT)"
    case .seated: Self.either("e.seat IS NOT NULL")
    case .preferred: "CASE WHEN COALESCE(r.preferred_date, '') = '' THEN 'no' ELSE 'yes' END"
    case .kept:
      """
      CASE WHEN e.seat IS NULL OR COALESCE(r.preferred_date, '') = '' THEN NULL
        WHEN b.exam_date = r.preferred_date THEN 'yes' ELSE 'no' END
      """
    case .result: "CAST(c.result AS TEXT)"
    case .violation: "v.kind"
    }
  }

  private static func either(_ condition: String) -> String {
    "CASE WHEN e.id IS NULL THEN NULL WHEN \(condition) THEN 'yes' ELSE 'no' END"
  }
}

/// 统计数值 — what can be summed and bounded, in hundredths: of a point, of a yuan.
public enum TallyNumber: String, Sendable, CaseIterable {
  /// The points that hold.
  case score
  /// What was paid. A batch charges each candidate once besides the subjects: that stands with the candidate's first
  /// subject of the batch, so that sums over sites are what was paid.
  case amount

  var join: TallyColumn.Join {
    switch self {
    case .score: .score
    case .amount: .payment
    }
  }

  var expression: String {
    switch self {
    case .score: "c.score"
    case .amount:
      """
      CASE e.paid WHEN 'individual' THEN p.fen
        WHEN 'collective' THEN x.fen + CASE WHEN x.subject = (
          SELECT min(y.subject) FROM payment_batch_entry y
          WHERE y.sitting = x.sitting AND y.site = x.site AND y.batch = x.batch
            AND y.document_number = x.document_number AND y.left_at IS NULL
        ) THEN k.person_fen ELSE 0 END END
      """
    }
  }
}
