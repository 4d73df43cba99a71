internal import ExamModel
internal import Storage

/// 考点报送 — how a site's reporting of absences and violations stands: one line of `kaowu violations returns` (VIO-04).
public struct ViolationReturn: Sendable, Codable, Equatable {
  /// 报送状态 — whether a site has reported.
  public enum State: String, Sendable, Codable {
    /// Something is on record.
    case records
    /// It reported that there is nothing.
    case none
    /// Neither.
    case missing
  }

  public var site: String
  public var name: String
  public var state: State
  /// How many absences and violations are on record.
  public var records: Int
  /// When the nil return was filed, in Asia/Shanghai with its offset, and by whom.
  public var filedAt: String?
  public var filedBy: String?
  /// Which organisation submitted it, and when.
  public var submittedBy: String?
  public var submittedAt: String?

  mutating func take(_ report: ViolationReport) {
    state = .none
    filedAt = Instant(secondsSince1970: report.at).iso
    filedBy = report.member
  }
}

/// 违纪缺考提交 — what an organisation submitted of the sites below it: what `kaowu violations submit` prints (VIO-04).
public struct ViolationSubmission: Sendable, Codable, Equatable {
  public var organisation: String
  /// How many sites there are below it.
  public var sites: Int
  /// How many of them reported that there is nothing.
  public var nilReturns: Int
  /// How many absences and violations are on record in all.
  public var records: Int
  /// When it was submitted, in Asia/Shanghai with its offset, and by whom.
  public var submittedAt: String
  public var submittedBy: String
  /// Whether it was submitted just now; else it had been before, and nothing changed.
  public var isNew: Bool
}
