internal import ExamModel
public import Exports
public import Programmes
internal import Storage
internal import Tabular

/// 通用统计请求 — a general statistic as it is asked for: by its parts, or by the name of a preset with more conditions.
public enum StatisticsRequest: Sendable {
  case form(StatisticsForm)
  case preset(String, conditions: [String] = [])
}

extension Office {
  /// 通用统计 — counts by any fields, over an organisation and those below it, of one snapshot (PIV-01). For an
  /// organisation outside the user's scope there is nothing to count (ORG-02).
  /// - Parameter organisation: a site, or an organisation above sites; nil for all that the user may see.
  /// - Throws: `WrongForm` where it is asked for the wrong way, `Refusal` where there is no such sitting or the table
  ///   would be too wide, `StoreError`.
  public func generalStatistics(
    _ request: StatisticsRequest, sitting code: String, organisation: String? = nil
  ) async throws -> StatisticsTable {
    let sitting = try await open(code)
    let statistics: GeneralStatistics
    switch request {
    case .form(let form):
      let title = Wording(zh: "通用统计", en: "General statistics")
      statistics = try GeneralStatistics(form, title: title, sitting)
    case .preset(let name, let conditions):
      let presets = sitting.programme.presets
      guard let preset = presets.first(where: { $0.name == name || $0.title == name }) else {
        throw WrongForm.unknown(Wording(zh: "常用统计", en: "preset"), name, known: presets.map(\.name))
      }
      var form = preset.form
      try form.add(conditions)
      let title = Wording(zh: preset.title, en: preset.title)
      statistics = try GeneralStatistics(form, title: title, sitting)
    }
    let asked = organisation ?? sitting.user.organisation
    let visible = sitting.sees(asked) ? asked : nil
    return try await database.read { try statistics.table(of: visible, $0) }
  }

  /// 常用统计清单 — the general statistics that the sitting's programme defines (PIV-04), by group and name.
  /// - Throws: `Refusal` where there is no such sitting.
  public func statisticsPresets(sitting code: String) async throws -> [StatisticsPreset] {
    let presets = try await open(code).programme.presets
    return StatisticsPreset.Group.allCases.flatMap { group in presets.filter { $0.group == group } }
  }
}
