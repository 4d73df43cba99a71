/// 考点报名前设置 — everything that is set for one site before registration begins (SET-01 … SET-05, SET-07).
public struct SiteSettings: Sendable, Equatable, Codable {
  /// 考点开考: whether the site takes part; where it does not, its capacity counts for nothing.
  public var isOpen = true
  /// 集体报名: whether its administrators may register candidates.
  public var allowsCollectiveRegistration = false
  /// 集体缴费: whether its administrators may pay for candidates.
  public var allowsCollectivePayment = false
  /// 报名信息需要审核: whether a registration is paid only after its audit.
  public var requiresAudit = false
  /// 班级必需: whether a candidate must name a class.
  public var requiresClass = false
  /// 班级选项: the classes to choose from.
  public var classes = ClassOptions(splitting: "")
  /// 报考最大科次数量: the most subjects per candidate, 1–3.
  public var subjectsPerCandidate = 1
  /// 允许考生个人打印准考证.
  public var candidatesPrintTickets = false
  /// 允许考生选择意向考试日期: the days and their places in order; empty where no day can be chosen.
  public var preferredDays: [PreferredDay] = []
  /// How many entries it takes.
  public var capacity = Capacity(total: Capacity.unlimited)
  /// 开考科目: the subjects it offers, by their codes.
  public var subjects: [String: SubjectOffer] = [:]
  /// Whom the roster lets register.
  public var roster = RosterRestriction()

  /// The settings of a site for which nothing was said: open, without subjects, everything else off.
  public init() {}

  /// Whether a candidate may take a subject here at all: it is offered, and its capacity is not 0.
  public func offers(_ subject: String) -> Bool {
    subjects[subject] != nil && capacity.places(for: subject) > 0
  }
}
