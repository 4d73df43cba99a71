import ExamModel

/// 考次检查依据 — what the check of a sitting needs to know of its programme.
struct SittingTerms {
  /// The programme's id.
  let programme: String
  /// Which organisation lies above which.
  let levels: OrganisationLevels
  /// The English names of the levels.
  let levelNames: [String]
  /// The codes of the subjects that are examined in the sitting: the programme's, and those of its plans.
  let subjects: Set<String>

  init(of programme: Programme, sitting definition: SittingDefinition) {
    self.programme = programme.id
    levels = programme.levels
    levelNames = programme.organisations.map(\.level)
    subjects = Set(programme.subjects(inSitting: definition.number).map(\.code))
      .union(definition.plans.flatMap(\.subjects).map(\.code))
  }
}
