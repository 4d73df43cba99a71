internal import ExamModel
internal import Storage

extension ScoreMeanings {
  /// What the codes of a programme's score rules mean.
  init(_ rules: ScoreRules) {
    func codes(_ condition: (ScoreRules.Standing) -> Bool) -> [Int] {
      rules.outcomes.filter { condition($0.standing) }.map(\.code)
    }
    var byKind: [(kind: String, code: Int)] = []
    for outcome in rules.outcomes {
      // A kind may have several codes; where only the kind is known, its first one stands for it.
      guard let kind = outcome.violation, !byKind.contains(where: { $0.kind == kind }) else { continue }
      byKind.append((kind, outcome.code))
    }
    let cheatingKinds = rules.outcomes.filter { $0.standing == .cheating }.compactMap(\.violation)
    self.init(
      graded: codes(\.isGraded), passed: codes { $0 == .passed }, cheating: codes { $0 == .cheating },
      cheatingKinds: Set(cheatingKinds).sorted(), codes: byKind,
      requirements: rules.requirements.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }
}
