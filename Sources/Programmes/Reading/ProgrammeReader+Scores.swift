internal import ExamModel
internal import Tabular

extension ProgrammeReader {
  func scores(_ map: DefinitionMap, _ programme: Programme) -> ScoreRules? {
    guard let scores = map.map("scores") else { return nil }
    defer { scores.finish() }
    let least = points(scores, "least") ?? .zero
    let most = points(scores, "most") ?? Hundredths(value: 100_00)
    if most <= least {
      scores.note(DefinitionRules.value, "most", [scores.name("most"), "\(most)", "> \(least)"])
    }
    let outcomes = outcomes(scores, least: least)
    let certificate = pattern(scores, "certificate", fields: ["subject", "sitting", "serial"])
    if let certificate { checkSubjectWidth(certificate, scores, "certificate", programme) }
    return ScoreRules(
      least: least, most: most, decimals: scores.integer("decimals", in: 0...2) ?? 0, outcomes: outcomes,
      parts: parts(scores, programme), requirements: requirements(scores, programme), certificate: certificate
    )
  }

  private func outcomes(_ scores: DefinitionMap, least: Hundredths) -> [ScoreRules.Outcome] {
    var outcomes: [ScoreRules.Outcome] = []
    for entry in scores.maps("results") {
      defer { entry.finish() }
      guard let code = entry.requiredInteger("code", in: -99...99), let name = entry.requiredText("name"),
        let standing = requiredStanding(entry)
      else { continue }
      let from = points(entry, "from")
      if standing.isGraded, from == nil { entry.note(DefinitionRules.missing, "from", [entry.name("from")]) }
      let violation = entry.text("violation")
      if let violation, tables["violation-kind"]?.items.contains(where: { $0.code == violation }) != true {
        let kinds =
          tables["violation-kind"]?.items.map(\.code).joined(separator: ", ") ?? "violation-kind.csv"
        entry.note(DefinitionRules.value, "violation", [entry.name("violation"), violation, kinds])
      }
      if outcomes.contains(where: { $0.code == code }) {
        entry.note(DefinitionRules.doubled, "code", [String(code), "code"])
      }
      outcomes.append(.init(code: code, name: name, standing: standing, from: from, violation: violation))
    }
    // Every score of the paper must have a grade.
    if !outcomes.contains(where: { ($0.from ?? least + Hundredths(value: 1)) <= least }) {
      scores.note(DefinitionRules.missing, "results", ["from: \(least)"])
    }
    return outcomes
  }

  private func requiredStanding(_ entry: DefinitionMap) -> ScoreRules.Standing? {
    if !entry.has("standing") { entry.note(DefinitionRules.missing, "standing", [entry.name("standing")]) }
    return entry.choice("standing", ScoreRules.Standing.self)
  }

  private func parts(_ scores: DefinitionMap, _ programme: Programme) -> [ScoreRules.Part] {
    scores.maps("parts").compactMap { entry in
      defer { entry.finish() }
      let subjects = subjects(entry.texts("subjects"), entry, "subjects", programme)
      let levels = entry.texts("levels")
      for level in levels where !programme.subjects.contains(where: { $0.level == level }) {
        let known = Set(programme.subjects.map(\.level)).sorted().joined(separator: ", ")
        entry.note(DefinitionRules.reference, "levels", [entry.name("levels"), level, known])
      }
      if !entry.has("most") { entry.note(DefinitionRules.missing, "most", [entry.name("most")]) }
      if !entry.has("least") { entry.note(DefinitionRules.missing, "least", [entry.name("least")]) }
      let field = entry.requiredText("field")
      let sum = entry.text("sum")
      guard let field, let most = points(entry, "most"), let least = points(entry, "least") else {
        return nil
      }
      let ofLevels = programme.subjects.filter { levels.contains($0.level) }.map(\.code)
      return .init(field: field, most: most, least: least, subjects: Set(subjects + ofLevels), sum: sum)
    }
  }

  private func requirements(_ scores: DefinitionMap, _ programme: Programme) -> [String: [String]] {
    guard let map = scores.map("requires") else { return [:] }
    var requirements: [String: [String]] = [:]
    for subject in map.keys {
      _ = subjects([subject], map, subject, programme)
      requirements[subject] = subjects(map.texts(subject), map, subject, programme)
    }
    return requirements
  }

  /// The codes that are subjects of the programme; the others become findings.
  private func subjects(
    _ codes: [String], _ map: DefinitionMap, _ key: String, _ programme: Programme
  ) -> [String] {
    codes.filter { code in
      let isKnown = programme.subjects.contains { $0.code == code }
      if !isKnown { map.note(DefinitionRules.reference, key, [map.name(key), code, "subjects.csv"]) }
      return isKnown
    }
  }

  private func points(_ map: DefinitionMap, _ key: String) -> Hundredths? {
    guard let text = map.text(key) else { return nil }
    guard let points = Hundredths(text) else {
      map.note(DefinitionRules.kind, key, [map.name(key), "一个数", "a number"])
      return nil
    }
    return points
  }
}
