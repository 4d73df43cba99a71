/// 成绩规则 — how a programme's scores become results: all numbers come from the programme definition (SCO-05).
public struct ScoreRules: Sendable, Equatable {
  /// 结果性质 — what a result means, whatever its code and name.
  public enum Standing: String, Sendable, CaseIterable {
    case passed
    case failed
    case absent
    case violation
    case cheating
    case other

    /// Whether the candidate was graded: a score belongs to it.
    public var isGraded: Bool { self == .passed || self == .failed }
  }

  /// 等第 — one result code: a grade, an absence or a violation.
  public struct Outcome: Sendable, Equatable {
    /// The code in score files: `3`, `-1`.
    public var code: Int
    /// The name that is shown: 优秀.
    public var name: String
    /// What it means.
    public var standing: Standing
    /// The least score of a grade; nil for the others.
    public var from: Hundredths?
    /// The code of the kind of violation or absence it belongs to; nil for grades.
    public var violation: String?

    /// An outcome.
    public init(
      code: Int, name: String, standing: Standing, from: Hundredths? = nil, violation: String? = nil
    ) {
      self.code = code
      self.name = name
      self.standing = standing
      self.from = from
      self.violation = violation
    }
  }

  /// 分项要求 — a part of a paper that must be passed on its own, where the file gives its score.
  public struct Part: Sendable, Equatable {
    /// The layout's field with the part's score.
    public var field: String
    /// The most points of the part.
    public var most: Hundredths
    /// The least points that pass.
    public var least: Hundredths
    /// The subjects that have the part.
    public var subjects: Set<String>
    /// Parts of one name make up the whole paper: their points sum to the score. Nil for a part that stands alone.
    public var sum: String?

    /// A part.
    public init(field: String, most: Hundredths, least: Hundredths, subjects: Set<String>, sum: String? = nil)
    {
      self.field = field
      self.most = most
      self.least = least
      self.subjects = subjects
      self.sum = sum
    }
  }

  /// The fewest points of a paper.
  public var least: Hundredths
  /// The most points of a paper.
  public var most: Hundredths
  /// How many decimals a score may have, 0–2.
  public var decimals: Int
  /// The result codes.
  public var outcomes: [Outcome]
  /// The parts that must be passed on their own.
  public var parts: [Part]
  /// For a subject the subjects of which one must be passed too before its certificate is given: 41 ← 35.
  public var requirements: [String: [String]]
  /// The form of certificate numbers; nil where the programme leaves it open.
  public var certificate: TicketPattern?

  /// Rules.
  public init(
    least: Hundredths, most: Hundredths, decimals: Int = 0, outcomes: [Outcome], parts: [Part] = [],
    requirements: [String: [String]] = [:], certificate: TicketPattern? = nil
  ) {
    self.least = least
    self.most = most
    self.decimals = decimals
    self.outcomes = outcomes
    self.parts = parts
    self.requirements = requirements
    self.certificate = certificate
  }

  /// The outcome with a code.
  public func outcome(_ code: Int) -> Outcome? { outcomes.first { $0.code == code } }

  /// The grade of a score by the grade table alone, without its parts.
  public func grade(of score: Hundredths) -> Outcome? {
    var best: Outcome?
    for outcome in outcomes {
      guard let from = outcome.from, from <= score else { continue }
      if best?.from ?? from <= from { best = outcome }
    }
    return best
  }

  /// The standing that a text in a violation column means: the code of a kind of violation, or a result code. Nil where
  /// it is neither.
  public func violationStanding(_ text: String) -> Standing? {
    if let outcome = outcomes.first(where: { $0.violation == text }) { return outcome.standing }
    guard let code = Int(text), let outcome = outcome(code), !outcome.standing.isGraded else { return nil }
    return outcome.standing
  }

  /// The kind of violation or absence with a standing: its code in the kinds' table.
  public func violationKind(_ standing: Standing) -> String? {
    outcomes.first { $0.standing == standing && $0.violation != nil }?.violation
  }
}
