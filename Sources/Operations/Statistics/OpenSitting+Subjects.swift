internal import ExamModel
internal import Programmes

extension OpenSitting {
  /// What a subject is called: by the programme, else by the exam plan that has it. Nil where neither does.
  func subjectName(_ code: String) -> String? {
    let planned = definition.plans.flatMap(\.subjects).first { $0.code == code }?.name
    return programme.subject(code, inSitting: definition.number)?.name ?? planned
  }

  /// The level of each subject by its code: the programme's, and those of the exam plans.
  var subjectLevels: [String: String] {
    var levels: [String: String] = [:]
    for plan in definition.plans {
      for subject in plan.subjects { levels[subject.code] = plan.level }
    }
    return levels.merging(programme.levels(sitting: definition.number)) { $1 }
  }
}
