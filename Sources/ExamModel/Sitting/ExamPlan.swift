/// 考试计划 — what is examined for one certificate at one level, and how its result is made (VSL-03, VSL-04).
public struct ExamPlan: Sendable, Equatable, Codable {
  /// How subjects become a result.
  public enum Rule: String, Sendable, CaseIterable, Codable {
    /// 综合成绩合格: the weighted total reaches the pass mark.
    case total
    /// 各科成绩合格: every subject reaches its own.
    case everySubject
  }

  /// The plan's number, `K` and 12 digits; one number may hold several certificates and levels.
  public var number: String
  /// The certificate's name.
  public var certificate: String
  /// Its level: 初级.
  public var level: String
  /// How the result is made.
  public var rule: Rule
  /// The least weighted total, 0–100.
  public var passMark: Int
  /// When candidates are registered.
  public var registration: Window
  /// What is examined.
  public var subjects: [PlanSubject]

  /// A plan.
  public init(
    number: String, certificate: String, level: String, rule: Rule, passMark: Int, registration: Window,
    subjects: [PlanSubject]
  ) {
    self.number = number
    self.certificate = certificate
    self.level = level
    self.rule = rule
    self.passMark = passMark
    self.registration = registration
    self.subjects = subjects
  }
}

/// 考试计划科目 — one subject of a plan.
public struct PlanSubject: Sendable, Equatable, Codable {
  /// 考试方式 — how it is examined, and so in what kind of room.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// 机考.
    case machine
    /// 实操.
    case practical
    /// 笔试.
    case written
  }

  /// The subject's code, six characters; it may begin with 0.
  public var code: String
  /// The subject's name.
  public var name: String
  /// How it is examined.
  public var kind: Kind
  /// Its share in the total, in per cent.
  public var weight: Int
  /// The least score, 0–100.
  public var passMark: Int
  /// 参考对象类型: whom it is for; nil for all candidates.
  public var candidates: String?
  /// When it is examined.
  public var times: [Window]

  /// A subject.
  public init(
    code: String, name: String, kind: Kind, weight: Int, passMark: Int, candidates: String? = nil,
    times: [Window]
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.weight = weight
    self.passMark = passMark
    self.candidates = candidates
    self.times = times
  }
}
