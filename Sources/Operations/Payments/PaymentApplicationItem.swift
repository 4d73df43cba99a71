internal import ExamModel
internal import Storage

/// 缴费申请单一行 — a payment application as programs read it (PAY-04). Amounts are in fen.
public struct PaymentApplicationItem: Sendable, Encodable {
  /// 状态 — how far an application is.
  public enum State: String, Sendable, Encodable, CaseIterable {
    /// Handed in, and not confirmed yet.
    case open
    /// Confirmed by the assessment body; final.
    case confirmed
    /// Withdrawn by the school; final.
    case withdrawn

    init(_ state: PaymentBatchRecord.State) {
      self =
        switch state {
        case .open: .open
        case .paid: .confirmed
        case .deleted: .withdrawn
        }
    }
  }

  /// Its number: `990001-3`.
  public var application: String
  public var site: String
  public var state: State
  /// `certificate` or `subject`.
  public var basis: String
  public var candidates: Int
  /// How many certificates of how many candidates it is for.
  public var certificates: Int
  public var entries: Int
  public var personFees: Int
  public var subjectFees: Int
  /// What is to be paid.
  public var totalFen: Int
  /// The import that made it.
  public var job: String?
  /// When it was made, in Asia/Shanghai with its offset.
  public var createdAt: String
  public var createdBy: String
  /// When it was confirmed or withdrawn.
  public var endedAt: String?
  public var endedBy: String?
  /// Why it was withdrawn.
  public var reason: String?

  init(_ record: PaymentBatchRecord) {
    application = record.name
    site = record.site
    state = State(record.state)
    basis = record.basis?.rawValue ?? ""
    candidates = record.candidates
    certificates = record.certificates
    entries = record.entries
    personFees = record.personFees
    subjectFees = record.subjectFen
    totalFen = record.totalFen
    job = record.job.map(String.init)
    createdAt = Instant(secondsSince1970: record.createdAt).iso
    createdBy = record.createdBy
    endedAt = record.endedAt.map { Instant(secondsSince1970: $0).iso }
    endedBy = record.endedBy
    reason = record.reason
  }
}
