import ExamModel

/// 考次检查依据 — what the check of a sitting needs to know of its programme.
struct SittingTerms {
  /// The programme's id.
  let programme: String
  /// Which organisation lies above which.
  let levels: OrganisationLevels
  /// The codes of the subjects that are examined in the sitting.
  let subjects: Set<String>

  init(of programme: Programme, sitting: Int) {
    self.programme = programme.id
    levels = programme.levels
    subjects = Set(programme.subjects(inSitting: sitting).map(\.code))
  }
}
