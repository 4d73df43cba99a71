/// 成绩行 — what one row of a score file says, as far as the grade table is concerned.
public struct ScoreRow: Sendable, Equatable {
  /// The subject's code.
  public var subject: String
  /// The score; nil where the cell is blank.
  public var score: Hundredths?
  /// The result code; nil where the cell is blank.
  public var result: Int?
  /// The violation column: the code of a kind, or a result code; nil where it is blank.
  public var violation: String?
  /// The scores of parts by their fields, those that the file gives.
  public var parts: [String: Hundredths]

  /// A row.
  public init(
    subject: String, score: Hundredths? = nil, result: Int? = nil, violation: String? = nil,
    parts: [String: Hundredths] = [:]
  ) {
    self.subject = subject
    self.score = score
    self.result = result
    self.violation = violation
    self.parts = parts
  }
}

/// 成绩错误 — why a row does not agree with the programme's rules (SCO-05).
public enum ScoreFault: Sendable, Hashable {
  /// The score lies outside the paper's points.
  case outOfRange(least: Hundredths, most: Hundredths)
  /// The score has more decimals than scores have.
  case decimals(most: Int)
  /// The result code is not one of the programme's.
  case unknownResult
  /// The violation is neither a kind nor a result code.
  case unknownViolation
  /// A grade, or nothing at all, without a score.
  case scoreMissing
  /// The result is not the grade of the score.
  case gradeDiffers(expected: Int)
  /// An absent or violating candidate has a score.
  case scoreNotAllowed
  /// Result and violation say different things.
  case violationDiffers
  /// A part's score lies outside its points.
  case partOutOfRange(field: String, most: Hundredths)
  /// The parts do not sum to the score.
  case partSum(expected: Hundredths)
}

/// 成绩判定 — what a row comes to.
public struct ScoreJudgement: Sendable, Equatable {
  /// What is wrong; empty for a good row.
  public var faults: [ScoreFault]
  /// What the row means for the candidate; nil where it cannot be told.
  public var standing: ScoreRules.Standing?
  /// The result code, the file's or the one that follows from the score; nil where it cannot be told.
  public var result: Int?
}
