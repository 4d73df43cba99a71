/// 考核站点申报记录 — what a school says of a station, and what the approver decided (ORG-08).
public struct StationRecord: Sendable, Equatable {
  /// 证书 — a certificate at one level.
  public struct Certificate: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its level: 初级.
    public var level: String
    /// Both as people write them: 测试系统运维 初级.
    public var title: String { "\(name) \(level)" }

    /// A certificate at a level.
    public init(name: String, level: String) {
      self.name = name
      self.level = level
    }
  }

  /// 佐证材料 — the file that came with the application; its content is kept by its hash.
  public struct Evidence: Sendable, Equatable {
    public var name: String
    public var bytes: Int
    public var sha256: String

    /// A file.
    public init(name: String, bytes: Int, sha256: String) {
      self.name = name
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// 状态 — how far an application is.
  public enum State: String, Sendable, CaseIterable {
    case pending
    case approved
    case rejected
  }

  /// The station's code.
  public var site: String
  public var name: String
  /// 所在区域: a region code of six digits.
  public var region: String
  public var address: String
  public var contactName: String
  /// A mobile number.
  public var contactPhone: String
  public var contactEmail: String
  /// What it is to examine for, in the order of the names and levels.
  public var certificates: [Certificate]
  public var evidence: Evidence?
  public var state = State.pending
  /// When it was applied for, in seconds since 1970.
  public var appliedAt: Int
  public var appliedBy: String
  /// When it was decided; nil where it is pending.
  public var decidedAt: Int?
  public var decidedBy: String?
  /// Why it was rejected, or what was said with the approval.
  public var reason: String?

  /// An application that nobody has decided yet.
  public init(
    site: String, name: String, region: String, address: String, contactName: String, contactPhone: String,
    contactEmail: String, certificates: [Certificate], evidence: Evidence? = nil, appliedAt: Int,
    appliedBy: String
  ) {
    self.site = site
    self.name = name
    self.region = region
    self.address = address
    self.contactName = contactName
    self.contactPhone = contactPhone
    self.contactEmail = contactEmail
    self.certificates = certificates
    self.evidence = evidence
    self.appliedAt = appliedAt
    self.appliedBy = appliedBy
  }

  /// The fields of a trail entry in the order of the columns.
  var fields: [(column: String, value: String?)] {
    [
      ("name", name), ("region", region), ("address", address), ("contact_name", contactName),
      ("contact_phone", contactPhone), ("contact_email", contactEmail),
      ("certificates", certificates.map(\.title).joined(separator: ", ")),
      ("evidence_sha256", evidence?.sha256), ("state", state.rawValue), ("reason", reason),
    ]
  }
}
