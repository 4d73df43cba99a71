extension ScoreRules {
  /// Judges a row by the grade table, the parts and the violations. Pure: the same row gives the same judgement.
  public func judge(_ row: ScoreRow) -> ScoreJudgement {
    var judgement = ScoreJudgement(faults: [])
    let stated = row.result.flatMap(outcome)
    let violation = row.violation.flatMap(violationStanding)
    if row.result != nil, stated == nil { judgement.faults.append(.unknownResult) }
    if row.violation != nil, violation == nil { judgement.faults.append(.unknownViolation) }
    judgement.faults += scoreFaults(row)
    if !judgement.faults.isEmpty { return judgement }

    if let violation {
      return judged(row, violation: violation, stated: stated)
    }
    if let stated, !stated.standing.isGraded {
      if row.score ?? .zero != .zero { judgement.faults.append(.scoreNotAllowed) }
      judgement.standing = stated.standing
      judgement.result = stated.code
      return judgement
    }
    guard let score = row.score, let expected = grade(of: score, row) else {
      judgement.faults.append(.scoreMissing)
      return judgement
    }
    if let stated, stated.code != expected.code {
      judgement.faults.append(.gradeDiffers(expected: expected.code))
      return judgement
    }
    judgement.standing = expected.standing
    judgement.result = expected.code
    return judgement
  }

  /// A row with a violation: no score but 0, and a result of the same standing, blank or "failed".
  private func judged(_ row: ScoreRow, violation: Standing, stated: Outcome?) -> ScoreJudgement {
    var judgement = ScoreJudgement(faults: [], standing: violation)
    if row.score ?? .zero != .zero { judgement.faults.append(.scoreNotAllowed) }
    if let stated, stated.standing != violation, stated.standing != .failed {
      judgement.faults.append(.violationDiffers)
    }
    if let stated, stated.standing == violation {
      judgement.result = stated.code
    } else if let code = row.violation.flatMap({ Int($0) }), let named = outcome(code),
      named.standing == violation
    {
      judgement.result = code
    } else {
      // A kind that only one result code belongs to names it; cheating has several, and stays without one.
      let candidates = outcomes.filter { $0.standing == violation }
      judgement.result = candidates.count == 1 ? candidates[0].code : nil
    }
    return judgement
  }

  private func scoreFaults(_ row: ScoreRow) -> [ScoreFault] {
    var faults: [ScoreFault] = []
    if let score = row.score {
      if score < least || score > most { faults.append(.outOfRange(least: least, most: most)) }
      if !isAllowed(decimalsOf: score) { faults.append(.decimals(most: decimals)) }
    }
    // Most files give no parts.
    if row.parts.isEmpty { return faults }
    let ownParts = parts.filter { $0.subjects.contains(row.subject) }
    for part in ownParts {
      if let points = row.parts[part.field], points < .zero || points > part.most {
        faults.append(.partOutOfRange(field: part.field, most: part.most))
      }
    }
    guard let score = row.score else { return faults }
    for sum in Set(ownParts.compactMap(\.sum)).sorted() {
      let given = ownParts.filter { $0.sum == sum }.map { row.parts[$0.field] }
      // A sum of which a part is not given cannot be checked.
      guard !given.contains(nil) else { continue }
      let expected = given.compactMap(\.self).reduce(.zero, +)
      if expected != score { faults.append(.partSum(expected: expected)) }
    }
    return faults
  }

  private func isAllowed(decimalsOf score: Hundredths) -> Bool {
    switch decimals {
    case 0: score.isWhole
    case 1: score.value % 10 == 0
    default: true
    }
  }

  /// The grade of a score; with a part below its least it is the failing grade, however high the score.
  private func grade(of score: Hundredths, _ row: ScoreRow) -> Outcome? {
    let failsPart =
      !row.parts.isEmpty
      && parts.contains { part in
        part.subjects.contains(row.subject) && row.parts[part.field].map { $0 < part.least } ?? false
      }
    let byTable = grade(of: score)
    return failsPart && byTable?.standing == .passed ? outcomes.first { $0.standing == .failed } : byTable
  }
}
