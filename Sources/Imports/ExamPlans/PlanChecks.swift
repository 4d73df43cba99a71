internal import ExamModel
internal import Programmes
internal import Tabular

/// 计划检查 — what a row says of plan, certificate and level, held against the sitting's plans: VSL-03. Pure, so that it
/// runs on any thread.
struct PlanChecks: Sendable {
  private let plans: [String: [ExamPlan]]
  private let numbers: String
  private let now: Instant
  private let binding: FieldBinding
  private let number, certificate, level: Int?

  init(_ context: ImportContext, binding: FieldBinding) {
    plans = Dictionary(grouping: context.sitting.plans, by: \.number)
    numbers = plans.keys.sorted().joined(separator: "、")
    now = context.now
    self.binding = binding
    number = binding.index(of: "plan")
    certificate = binding.index(of: "certificate")
    level = binding.index(of: "level")
  }

  /// The plans of the row's number; where there is none that is a finding, and the answer is empty.
  func plans(of row: inout DecodedRow) -> [ExamPlan] {
    guard let index = number, let value = row.values[index] else { return [] }
    if let found = plans[value] { return found }
    row.note(PlanEntryRules.plan, at: index, in: binding, arguments: [numbers])
    return []
  }

  /// The one plan of the row's number, certificate and level; nil where something of them is wrong.
  func plan(of row: inout DecodedRow) -> ExamPlan? {
    let found = plans(of: &row)
    guard !found.isEmpty, let certificate, let name = row.values[certificate] else { return nil }
    let ofName = found.filter { $0.certificate == name }
    guard !ofName.isEmpty else {
      row.note(
        PlanEntryRules.certificate, at: certificate, in: binding,
        arguments: [Self.list(found.map(\.certificate))])
      return nil
    }
    guard let level, let value = row.values[level] else { return nil }
    guard let plan = ofName.first(where: { $0.level == value }) else {
      row.note(PlanEntryRules.level, at: level, in: binding, arguments: [Self.list(ofName.map(\.level))])
      return nil
    }
    return plan
  }

  /// VSL-03: everything happens inside the plan's registration dates. The start belongs to them, the end no longer does.
  func checkDates(of plan: ExamPlan, _ row: inout DecodedRow) {
    guard let number, !plan.registration.state(at: now).isOpen else { return }
    let dates = [plan.registration.start, plan.registration.end].compactMap { $0?.shortText }
    row.note(PlanEntryRules.closed, at: number, in: binding, arguments: [dates.joined(separator: " – ")])
  }

  /// Texts for an advice, each once, in their order.
  static func list(_ texts: [String]) -> String {
    var seen: [String] = []
    for text in texts where !seen.contains(text) { seen.append(text) }
    return seen.joined(separator: "、")
  }
}
