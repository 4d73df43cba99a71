import ExamModel

extension SittingDefinition {
  /// The key path of a plan: its number, certificate and level together name it.
  static func path(of plan: ExamPlan) -> String {
    "plans.\(plan.number) \(plan.certificate) \(plan.level)"
  }

  static func outline(_ plan: ExamPlan) -> [(String, String)] {
    let path = path(of: plan)
    let subjects = plan.subjects.flatMap { subject in
      [
        ("name", subject.name), ("kind", subject.kind.rawValue), ("weight", String(subject.weight)),
        ("passMark", String(subject.passMark)), ("candidates", subject.candidates ?? ""),
        ("times", subject.times.map(text).joined(separator: ", ")),
      ].map { ("\(path).subjects.\(subject.code).\($0.0)", $0.1) }
    }
    return [
      ("\(path).rule", plan.rule.rawValue), ("\(path).passMark", String(plan.passMark)),
      ("\(path).registration", text(plan.registration)),
      ("\(path).subjects", plan.subjects.map(\.code).joined(separator: ", ")),
    ] + subjects
  }

  static func outline(_ number: Int, _ step: CalendarStep) -> [(String, String)] {
    let path = "calendar[\(number)]"
    return [
      ("\(path).step", step.step), ("\(path).responsible", step.responsible.joined(separator: ", ")),
      ("\(path).start", step.start?.shortText ?? ""), ("\(path).deadline", step.deadline?.shortText ?? ""),
    ]
  }

  static func text(_ window: Window) -> String {
    "\(window.start.shortText) – \(window.end?.shortText ?? "…")"
  }
}
