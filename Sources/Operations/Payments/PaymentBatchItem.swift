internal import ExamModel
internal import Storage

/// 缴费批次一行 — a collective payment batch as programs read it (PAY-02). Amounts are in fen.
public struct PaymentBatchItem: Sendable, Encodable {
  /// 未收入的报考 — the unpaid entries that a new batch could not take.
  public struct LeftOut: Sendable, Encodable {
    /// Those that have not passed their audit.
    public var audit: Int
    /// Those without the photo that the programme asks for.
    public var photo: Int
  }

  /// What people call it: `990701-3`.
  public var batch: String
  public var site: String
  /// `open`, `paid` or `deleted`.
  public var state: String
  public var candidates: Int
  public var entries: Int
  public var personFees: Int
  public var subjectFees: Int
  public var totalFen: Int
  /// When it was made, in Asia/Shanghai with its offset.
  public var createdAt: String
  public var createdBy: String
  public var endedAt: String?
  public var endedBy: String?
  /// Why it was deleted.
  public var reason: String?
  /// For a batch that was just made.
  public var leftOut: LeftOut?

  init(_ record: PaymentBatchRecord, leftOut: PaymentBatchTable.LeftOut? = nil) {
    batch = record.name
    site = record.site
    state = record.state.rawValue
    candidates = record.candidates
    entries = record.entries
    personFees = record.personFees
    subjectFees = record.subjectFen
    totalFen = record.totalFen
    createdAt = Instant(secondsSince1970: record.createdAt).iso
    createdBy = record.createdBy
    endedAt = record.endedAt.map { Instant(secondsSince1970: $0).iso }
    endedBy = record.endedBy
    reason = record.reason
    self.leftOut = leftOut.map { LeftOut(audit: $0.audit, photo: $0.photo) }
  }
}
