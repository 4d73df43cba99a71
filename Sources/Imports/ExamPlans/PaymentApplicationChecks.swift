internal import ExamModel
internal import Tabular

/// 缴费申请逐行检查 — what can be said of a row of a payment application by itself (PAY-04): plan, certificate, level and
/// subject are the sitting's, and one of certificate and subject is there.
struct PaymentApplicationChecks: Sendable {
  private let binding: FieldBinding
  private let required: RequiredCells
  private let plans: PlanChecks
  private let certificate, level, subject: Int?

  init(_ context: ImportContext, binding: FieldBinding) {
    self.binding = binding
    required = RequiredCells(binding)
    plans = PlanChecks(context, binding: binding)
    certificate = binding.index(of: "certificate")
    level = binding.index(of: "level")
    subject = binding.index(of: "subject")
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    if let certificate, row[certificate] == nil, row[subject] == nil {
      row.note(PaymentApplicationRules.basis, at: certificate, in: binding)
    }
    let found = narrow(plans.plans(of: &row), &row)
    guard let subject, let code = row.values[subject], !found.isEmpty else { return }
    let subjects = found.flatMap(\.subjects)
    if !subjects.contains(where: { $0.code == code }) {
      row.note(
        PlanEntryRules.subject, at: subject, in: binding,
        arguments: [PlanChecks.list(subjects.map { "\($0.code) \($0.name)" })])
    }
  }

  /// The plans that certificate and level leave, where the row names them.
  private func narrow(_ plans: [ExamPlan], _ row: inout DecodedRow) -> [ExamPlan] {
    var found = plans
    if let certificate, let name = row.values[certificate], !found.isEmpty {
      let names = PlanChecks.list(found.map(\.certificate))
      found.removeAll { $0.certificate != name }
      if found.isEmpty {
        row.note(PlanEntryRules.certificate, at: certificate, in: binding, arguments: [names])
      }
    }
    if let level, let value = row.values[level], !found.isEmpty {
      let levels = PlanChecks.list(found.map(\.level))
      found.removeAll { $0.level != value }
      if found.isEmpty { row.note(PlanEntryRules.level, at: level, in: binding, arguments: [levels]) }
    }
    return found
  }
}
