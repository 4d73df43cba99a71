/// 集体缴费批次 — what a site pays at once for its candidates (PAY-02).
public struct PaymentBatchRecord: Sendable, Equatable {
  /// 状态 — how far a batch is; the last two are final.
  public enum State: String, Sendable, CaseIterable {
    case open
    case paid
    case deleted
  }

  /// 缴费方式 — by what an application of a plan's programme counts (PAY-04).
  public enum Basis: String, Sendable, CaseIterable {
    case certificate
    case subject
  }

  /// Its key.
  public var id: Int
  /// The key of the sitting that it is paid for.
  public var sitting: Int
  /// Its number within the site, from 1.
  public var number: Int
  public var site: String
  public var state: State
  /// How many candidates it holds.
  public var candidates: Int
  /// How many entries it holds.
  public var entries: Int
  /// What each candidate costs besides the subjects, in fen.
  public var personFen: Int
  /// What its subjects cost, in fen.
  public var subjectFen: Int
  /// When it was made, in seconds since 1970.
  public var createdAt: Int
  public var createdBy: String
  /// When it was paid or deleted.
  public var endedAt: Int?
  public var endedBy: String?
  /// Why it was deleted.
  public var reason: String?
  /// What an application counts by; nil for a batch of a site's candidates.
  public var basis: Basis?
  /// The import that made it; nil where none did.
  public var job: Int?
  /// How many certificates of how many candidates an application is for.
  public var certificates = 0

  /// The rule by which it was made.
  var rule: String { basis == nil ? "PAY-01" : "PAY-04" }
  /// The rule by which it ends.
  var endRule: String { basis == nil ? "PAY-02" : "PAY-04" }

  /// The person fees in fen: once for each candidate.
  public var personFees: Int { candidates * personFen }
  /// Everything in fen.
  public var totalFen: Int { personFees + subjectFen }
  /// What people call it, and its order number: `990701-3`.
  public var name: String { Self.name(number, site: site) }

  static func name(_ number: Int, site: String) -> String { "\(site)-\(number)" }
}

/// 支付条件 — what must hold of a registration before an entry of it can be paid (PAY-03).
public struct PaymentConditions: Sendable {
  /// The sites where a registration must have passed its audit.
  private let auditSites: [String]
  private let asksForPhoto: Bool

  /// Conditions.
  /// - Parameters:
  ///   - auditSites: the sites where a registration must have passed its audit.
  ///   - asksForPhoto: whether the programme asks for a photo first.
  public init(auditSites: [String], asksForPhoto: Bool) {
    self.auditSites = auditSites.sorted()
    self.asksForPhoto = asksForPhoto
  }

  /// Whether the audit of `r` still stands in the way, as SQL with its parameters; nil where it never does.
  /// - Parameter first: the number of the first parameter.
  public func lacksAudit(from first: Int) -> (sql: String, parameters: [SQLValue])? {
    guard !auditSites.isEmpty else { return nil }
    let places = auditSites.indices.map { "$\($0 + first)" }.joined(separator: ", ")
    return (
      "(r.audit IN ('\(AuditTable.pending)', '\(AuditTable.rejected)') AND r.site IN (\(places)))",
      auditSites.map(SQLValue.text)
    )
  }

  /// Whether `r` lacks the photo that the programme asks for, as SQL; nil where it asks for none.
  public var lacksPhoto: String? { asksForPhoto ? "(r.has_photo = 0)" : nil }
}
