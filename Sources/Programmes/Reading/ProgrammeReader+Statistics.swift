internal import Tabular

extension ProgrammeReader {
  /// Reads `statistics/*.yaml`, and checks each as it would be checked on the command line (PIV-04).
  func readStatistics(_ programme: Programme) throws(FileError) -> [StatisticsPreset] {
    var presets: [StatisticsPreset] = []
    for name in try DefinitionFolder.files(in: "\(folder)/statistics", extension: "yaml") {
      let path = "statistics/\(name).yaml"
      let map = try DefinitionFile.read("\(folder)/\(path)", name: path, findings: findings)
      defer { map.finish() }
      let title = map.requiredText("title")
      if !map.has("group") { map.note(DefinitionRules.missing, "group", ["group"]) }
      let group = map.choice("group", StatisticsPreset.Group.self)
      let parts = ["rows", "measures", "pivot", "where"].map { map.texts($0) }
      do throws(WrongForm) {
        let form = try StatisticsForm(
          rows: parts[0], measures: parts[1], pivots: parts[2], conditions: parts[3])
        try programme.check(form, sitting: nil)
        guard let title, let group else { continue }
        presets.append(StatisticsPreset(name: name, title: title, group: group, form: form))
      } catch {
        map.note(DefinitionRules.statistic, "measures", [name, error.wording.zh, error.wording.en])
      }
    }
    return presets
  }
}
