public import ExamModel

/// 考次检查依据 — what the check of a sitting needs to know of its programme.
public struct SittingTerms: Sendable {
  /// The programme's id.
  public var programme: String
  /// Which organisation lies above which.
  public var levels: OrganisationLevels
  /// The codes of the subjects that the programme has in the sitting.
  public var subjects: Set<String>

  /// The terms of a programme.
  public init(programme: String, levels: OrganisationLevels, subjects: Set<String>) {
    self.programme = programme
    self.levels = levels
    self.subjects = subjects
  }
}
