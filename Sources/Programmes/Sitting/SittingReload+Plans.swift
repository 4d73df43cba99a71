import ExamModel
import Tabular

extension SittingReload {
  /// VSL-03: a subject of a plan that somebody takes is not removed.
  mutating func checkPlans() {
    guard let old, !document.isUnread("plans") else { return }
    let kept = Set(document.definition.plans.flatMap(\.subjects).map(\.code))
    for plan in old.plans where !document.isUnread("\(SittingDefinition.path(of: plan)).subjects") {
      for subject in plan.subjects where !kept.contains(subject.code) {
        let count = registered.values.reduce(0) { $0 + ($1[subject.code] ?? 0) }
        if count > 0 {
          report(
            .planSubjectWithEntries, at: "\(SittingDefinition.path(of: plan)).subjects", value: subject.code,
            arguments: [subject.code, plan.number, String(count)])
        }
      }
    }
  }
}

extension FindingTemplate {
  static let planSubjectWithEntries = FindingTemplate(
    "VSL-03.entries",
    message: Wording(
      zh: "计划 {1} 的科目 {0} 已有 {2} 科次报考，不能删除。",
      en: "The subject {0} of plan {1} has {2} entries and cannot be removed."),
    advice: Wording(
      zh: "请保留这个科目，或先删除报考（kaowu import entry-removals）。",
      en: "Keep it, or have the entries removed first (kaowu import entry-removals)."))
}
