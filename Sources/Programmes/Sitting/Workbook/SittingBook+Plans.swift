import ExamModel

extension SittingBook {
  static func plans(_ definition: SittingDefinition) -> [Row] {
    definition.plans.map { plan in
      name(plan).merging([
        "rule": plan.rule.rawValue, "passMark": String(plan.passMark),
        "start": plan.registration.start.shortText, "end": plan.registration.end?.shortText ?? "",
      ]) { $1 }
    }
  }

  static func planSubjects(_ definition: SittingDefinition) -> [Row] {
    definition.plans.flatMap { plan in
      plan.subjects.map { subject in
        name(plan).merging([
          "subjectCode": subject.code, "subjectName": subject.name, "kind": subject.kind.rawValue,
          "weight": String(subject.weight), "passMark": String(subject.passMark),
          "candidates": subject.candidates ?? "",
          "times": subject.times.map(text).joined(separator: "；"),
        ]) { $1 }
      }
    }
  }

  private static func name(_ plan: ExamPlan) -> Row {
    ["number": plan.number, "certificate": plan.certificate, "level": plan.level]
  }

  private static func text(_ period: Window) -> String {
    "\(period.start.shortText) ~ \(period.end?.shortText ?? "")"
  }
}
