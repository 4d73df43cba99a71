import ExamModel
import Tabular

extension SittingReader {
  private static let planKeys = [
    "number", "certificate", "level", "rule", "passMark", "registration", "subjects",
  ]
  private static let subjectKeys = ["code", "name", "kind", "weight", "passMark", "candidates", "times"]

  /// The plans (VSL-03); plans and subjects with a part that cannot be read are left out, the part has its finding.
  mutating func plans(of fields: Fields) -> [ExamPlan] {
    items("plans", of: fields, known: Self.planKeys).compactMap { item in
      let number = text("number", of: item, isRequired: true)
      let certificate = text("certificate", of: item, isRequired: true)
      let level = text("level", of: item, isRequired: true)
      let rule = choice("rule", of: item, ExamPlan.Rule.self)
      let passMark = self.number("passMark", of: item, isRequired: true)
      let registration = node("registration", of: item, isRequired: true)
        .flatMap { period($0, at: item.path(of: "registration")) }
      let subjectItems = items("subjects", of: item, known: Self.subjectKeys, isRequired: true)
      let subjects = subjectItems.compactMap { planSubject($0) }
      guard let number, let certificate, let level, let rule, let passMark, let registration else {
        return nil
      }
      let plan = ExamPlan(
        number: number, certificate: certificate, level: level, rule: rule, passMark: passMark,
        registration: registration, subjects: subjects)
      let path = SittingDefinition.path(of: plan)
      noteKeys(of: item, under: path)
      if subjects.count < subjectItems.count { noteUnread("\(path).subjects") }
      return plan
    }
  }

  private mutating func planSubject(_ item: Fields) -> PlanSubject? {
    let code = text("code", of: item, isRequired: true)
    let name = text("name", of: item, isRequired: true)
    let kind = choice("kind", of: item, PlanSubject.Kind.self)
    let weight = number("weight", of: item, isRequired: true)
    let passMark = number("passMark", of: item, isRequired: true)
    let candidates = text("candidates", of: item)
    let times = periods("times", of: item)
    guard let code, let name, let kind, let weight, let passMark, let times else { return nil }
    return PlanSubject(
      code: code, name: name, kind: kind, weight: weight, passMark: passMark, candidates: candidates,
      times: times)
  }

  /// The calendar (WIN-08).
  mutating func calendar(of fields: Fields) -> [CalendarStep] {
    items("calendar", of: fields, known: ["step", "responsible", "start", "deadline"]).compactMap { item in
      let step = text("step", of: item, isRequired: true)
      let responsible = responsible(for: item)
      let start = value("start", of: item, form: .instant) { Instant($0) }
      let deadline = value("deadline", of: item, form: .instant) { Instant($0) }
      guard let step, let responsible else { return nil }
      return CalendarStep(step: step, responsible: responsible, start: start, deadline: deadline)
    }
  }

  /// One name or a list of them.
  private mutating func responsible(for item: Fields) -> [String]? {
    guard let node = node("responsible", of: item, isRequired: true) else { return nil }
    let path = item.path(of: "responsible")
    if case .list = node.content { return list(node, at: path, form: .text, read: Self.text) }
    return value(node, at: path, form: .text, read: Self.text).map { [$0] }
  }

  /// A list of periods: `[[start, end], [start, end]]`.
  private mutating func periods(_ key: String, of fields: Fields) -> [Window]? {
    guard let node = node(key, of: fields, isRequired: true) else { return nil }
    let path = fields.path(of: key)
    guard case .list(let items) = node.content else {
      report(.wrongForm, at: path, line: node.line, value: node.shown, arguments: ValueForm.list.arguments)
      return nil
    }
    return items.compactMap { period($0, at: path) }
  }

  /// `[start, end]`.
  private mutating func period(_ node: DocumentNode, at path: String) -> Window? {
    guard case .list(let times) = node.content, times.count == 2,
      let read = list(node, at: path, form: .instant, read: { Instant($0) })
    else {
      report(.wrongForm, at: path, line: node.line, value: node.shown, arguments: ValueForm.period.arguments)
      return nil
    }
    return read.count == 2 ? Window(start: read[0], end: read[1]) : nil
  }

  private mutating func choice<Choice>(_ key: String, of fields: Fields, _: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String>, Choice: CaseIterable {
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    let form = ValueForm(zh: "以下之一：\(choices)", en: "one of \(choices)")
    return value(key, of: fields, form: form, isRequired: true) { Choice(rawValue: $0) }
  }
}

extension ValueForm {
  static let period = ValueForm(
    zh: "开始和结束时间，如 [2020-07-23 08:00, 2020-07-23 10:00]",
    en: "a start and an end such as [2020-07-23 08:00, 2020-07-23 10:00]")
}
