internal import ExamModel
internal import Tabular

/// 定义读取器 — reads a programme's folder whole. What is wrong becomes a finding, so that all of it is told at once; what
/// is missing is left out of the result, which is good only where there are no findings.
struct ProgrammeReader {
  let folder: String
  /// The templates folder, which holds what all programmes share.
  let shared: String
  let tables: CodeTables
  let findings: DefinitionFindings

  /// The name that the folder gives the programme.
  var folderName: String { folder.split(separator: "/").last.map(String.init) ?? folder }

  func read() throws(FileError) -> Programme {
    let map = try DefinitionFile.read("\(folder)/programme.yaml", name: "programme.yaml", findings: findings)
    var programme = Programme(
      id: map.requiredText("id") ?? folderName, name: map.requiredText("name") ?? "",
      organisations: organisations(map),
      documents: documents(map), ages: ages(map), subjects: try readSubjects(), photo: photo(map),
      ticket: nil,
      scores: nil, layouts: [:], exports: [:], tables: tables)
    if programme.id != folderName {
      map.note(DefinitionRules.value, "id", ["id", programme.id, folderName])
    }
    programme.stationApprover = level(map, "stations", "approvedBy", programme)
    programme.paymentConfirmer = level(map, "paymentApplications", "confirmedBy", programme)
    programme.roomKinds = roomKinds(map)
    programme.changeLimit = changeLimit(map)
    programme.ticket = ticket(map, programme)
    programme.scores = scores(map, programme)
    map.finish()
    programme.layouts = try readLayouts(programme)
    programme.exports = try readExports(programme)
    programme.documentLayouts = try readDocuments()
    programme.presets = try readStatistics(programme)
    return programme
  }

  private func organisations(_ map: DefinitionMap) -> [OrganisationLevel] {
    let levels = map.maps("organisations").compactMap { entry -> OrganisationLevel? in
      defer { entry.finish() }
      guard let level = entry.requiredText("level"), let name = entry.requiredText("name"),
        let length = entry.requiredInteger("codeLength", in: 0...20)
      else { return nil }
      return OrganisationLevel(level: level, name: name, codeLength: length)
    }
    if !map.has("organisations") { map.note(DefinitionRules.missing, "organisations", ["organisations"]) }
    for (upper, lower) in zip(levels, levels.dropFirst()) where lower.codeLength <= upper.codeLength {
      map.note(
        DefinitionRules.value, "organisations",
        ["codeLength", String(lower.codeLength), "> \(upper.codeLength) (\(upper.level))"])
    }
    return levels
  }

  /// `stations: {approvedBy: body}` names one of the levels above the sites.
  private func level(
    _ map: DefinitionMap, _ section: String, _ key: String, _ programme: Programme
  ) -> OrganisationLevel? {
    guard let section = map.map(section) else { return nil }
    defer { section.finish() }
    guard let name = section.requiredText(key) else { return nil }
    let levels = programme.organisations.dropLast()
    if let level = levels.first(where: { $0.level == name }) { return level }
    let known = levels.map(\.level)
    section.note(
      DefinitionRules.value, key, [section.name(key), name, known.joined(separator: ", ")],
      suggestion: NearMatch.of(name, in: known))
    return nil
  }

  /// `roomKinds: {machine: "1"}` names codes of `room-kind`, by the kinds of plan subjects.
  private func roomKinds(_ map: DefinitionMap) -> [PlanSubject.Kind: String] {
    guard let section = map.map("roomKinds") else { return [:] }
    defer { section.finish() }
    let known = tables["room-kind"]?.items.map(\.code) ?? []
    var kinds: [PlanSubject.Kind: String] = [:]
    for kind in PlanSubject.Kind.allCases {
      let key = kind.rawValue
      guard let code = section.text(key) else { continue }
      kinds[kind] = code
      if !known.contains(code) {
        section.note(DefinitionRules.value, key, [section.name(key), code, known.joined(separator: ", ")])
      }
    }
    return kinds
  }

  private func documents(_ map: DefinitionMap) -> [String] {
    let codes = map.texts("documents")
    if codes.isEmpty { map.note(DefinitionRules.missing, "documents", ["documents"]) }
    let known = DocumentType.allCases.map(\.rawValue)
    for code in codes where !known.contains(code) {
      map.note(DefinitionRules.value, "documents", ["documents", code, known.joined(separator: ", ")])
    }
    return codes
  }

  private func changeLimit(_ map: DefinitionMap) -> ChangeLimit {
    guard let limit = map.map("changeLimit") else { return ChangeLimit() }
    defer { limit.finish() }
    return ChangeLimit(
      percent: limit.requiredInteger("percent", in: 1...100) ?? 100,
      least: limit.requiredInteger("least", in: 1...1_000_000) ?? 1)
  }

  private func ages(_ map: DefinitionMap) -> ClosedRange<Int> {
    guard let ages = map.map("ages") else { return 0...150 }
    let least = ages.requiredInteger("least", in: 0...150) ?? 0
    let most = ages.requiredInteger("most", in: least...150) ?? 150
    ages.finish()
    return least...max(least, most)
  }
}
