internal import ExamModel
internal import Programmes
internal import Tabular

/// 报考逐行检查 — which subjects a row of entries means, and what is wrong with it by itself (VSL-03). By certificate a row
/// means all subjects that are for everybody or for the candidate's kind; by subject the one it names.
struct PlanEntryChecks: Sendable {
  private let plans: PlanChecks
  private let binding: FieldBinding
  private let required: RequiredCells
  private let stations: [String]
  private let kind, subject, subjectName, station: Int?

  init(_ context: ImportContext, binding: FieldBinding) {
    plans = PlanChecks(context, binding: binding)
    self.binding = binding
    required = RequiredCells(binding)
    let levels = context.programme.levels
    stations = context.sitting.organisations.keys.filter {
      levels.isSite($0) && levels.isWithin($0, scope: context.user.organisation)
        && context.sitting.isEnabled($0)
    }.sorted()
    kind = binding.index(of: "candidates")
    subject = binding.index(of: "subject")
    subjectName = binding.index(of: "subjectName")
    station = binding.index(of: "station")
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    if let plan = plans.plan(of: &row) {
      plans.checkDates(of: plan, &row)
      if subject == nil { checkKind(plan, &row) } else { checkSubject(plan, &row) }
    }
    if let station, let code = row.values[station], !stations.contains(code) {
      row.note(
        PlanEntryRules.station, at: station, in: binding, arguments: [stations.joined(separator: "、")])
    }
  }

  /// The subjects of a row that has nothing wrong with plan, certificate and level; none otherwise.
  func subjects(of row: DecodedRow) -> [String] {
    var row = row
    guard let plan = plans.plan(of: &row) else { return [] }
    if let subject { return [row.values[subject]].compactMap(\.self) }
    return plan.subjects.filter { $0.candidates == nil || $0.candidates == row[kind] }.map(\.code)
  }

  /// Where a certificate has subjects for some only, a row must say what the candidate is.
  private func checkKind(_ plan: ExamPlan, _ row: inout DecodedRow) {
    let kinds = plan.subjects.compactMap(\.candidates)
    guard let kind, !kinds.isEmpty, !row.isUnreadable[kind] else { return }
    let list = PlanChecks.list(kinds)
    if let value = row.values[kind] {
      if !kinds.contains(value) { row.note(PlanEntryRules.kind, at: kind, in: binding, arguments: [list]) }
    } else {
      row.note(PlanEntryRules.kindMissing, at: kind, in: binding, arguments: [list])
    }
  }

  private func checkSubject(_ plan: ExamPlan, _ row: inout DecodedRow) {
    guard let subject, let code = row.values[subject] else { return }
    guard let found = plan.subjects.first(where: { $0.code == code }) else {
      let list = plan.subjects.map { "\($0.code) \($0.name)" }
      row.note(PlanEntryRules.subject, at: subject, in: binding, arguments: [PlanChecks.list(list)])
      return
    }
    if let subjectName, let name = row.values[subjectName], name != found.name {
      row.note(
        PlanEntryRules.subjectName, at: subjectName, in: binding, arguments: [found.name],
        suggestion: found.name)
    }
    guard let candidates = found.candidates, let kind, !row.isUnreadable[kind] else { return }
    if row.values[kind] == nil {
      row.note(PlanEntryRules.kindMissing, at: kind, in: binding, arguments: [candidates])
    } else if row.values[kind] != candidates {
      row.note(PlanEntryRules.kindOfSubject, at: kind, in: binding, arguments: [code, candidates])
    }
  }
}
