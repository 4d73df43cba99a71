import ExamModel
import Tabular

extension SittingCheck {
  /// VSL-03 and VSL-04: numbers and codes of plans, their weights, marks and times.
  mutating func checkPlans() {
    var seen: Set<[String]> = []
    for plan in definition.plans {
      let path = SittingDefinition.path(of: plan)
      if !seen.insert([plan.number, plan.certificate, plan.level]).inserted {
        report(
          .doubledPlan, at: path, value: plan.number, arguments: [plan.number, plan.certificate, plan.level])
      }
      let digits = plan.number.utf8.dropFirst()
      if plan.number.utf8.first != UInt8(ascii: "K") || digits.count != 12
        || !digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
      {
        report(.wrongPlanNumber, at: "\(path).number", value: plan.number)
      }
      checkMark(plan.passMark, at: "\(path).passMark")
      check(period: plan.registration, at: "\(path).registration")
      checkSubjects(of: plan, at: "\(path).subjects")
    }
    checkKinds()
  }

  /// ARR-03: a code is one subject, whatever certificates it is part of, and is examined in one kind of room.
  private mutating func checkKinds() {
    var kinds: [String: PlanSubject.Kind] = [:]
    for plan in definition.plans {
      // A code that stands twice in one plan is found as such.
      var seen: Set<String> = []
      for subject in plan.subjects where seen.insert(subject.code).inserted {
        let first = kinds[subject.code, default: subject.kind]
        kinds[subject.code] = first
        guard subject.kind != first else { continue }
        report(
          .twoKinds, at: "\(SittingDefinition.path(of: plan)).subjects", value: subject.code,
          arguments: [subject.code, first.rawValue, subject.kind.rawValue])
      }
    }
  }

  private mutating func checkSubjects(of plan: ExamPlan, at path: String) {
    var seen: Set<String> = []
    for subject in plan.subjects {
      if subject.code.utf8.count != 6 {
        report(.wrongPlanSubject, at: path, value: subject.code, arguments: [subject.code])
      }
      if !seen.insert(subject.code).inserted {
        report(.doubledPlanSubject, at: path, value: subject.code, arguments: [subject.code])
      }
      checkMark(subject.passMark, at: path)
      checkMark(subject.weight, at: path)
      for time in subject.times { check(period: time, at: path) }
    }
    guard plan.rule == .total, !document.isUnread(path) else { return }
    // Kinds of candidates may have subjects of their own beside the common ones; each kind's weights make a whole.
    var weights: [String?: Int] = [:]
    for subject in plan.subjects { weights[subject.candidates, default: 0] += subject.weight }
    let common = weights[nil] ?? 0
    let kinds = weights.filter { $0.key != nil }
    for sum in kinds.isEmpty ? [common] : kinds.values.map({ common + $0 }).sorted() where sum != 100 {
      report(.wrongWeights, at: path, value: String(sum), arguments: [String(sum)])
    }
  }

  private mutating func checkMark(_ mark: Int, at path: String) {
    if !(0...100).contains(mark) { report(.wrongMark, at: path, value: String(mark)) }
  }

  private mutating func check(period: Window, at path: String) {
    if let end = period.end, end <= period.start {
      report(.windowReversed, at: path, arguments: [period.start.shortText, end.shortText])
    }
  }

  /// WIN-08: steps end after they start, and name levels that somebody has.
  mutating func checkCalendar() {
    for (index, step) in definition.calendar.enumerated() {
      let path = "calendar[\(index + 1)]"
      if let start = step.start, let deadline = step.deadline, deadline <= start {
        report(.windowReversed, at: "\(path).deadline", arguments: [start.shortText, deadline.shortText])
      }
      for name in step.responsible where !terms.levelNames.contains(name) {
        let known = terms.levelNames
        report(
          .unknownLevel, at: "\(path).responsible", value: name,
          arguments: [name, known.joined(separator: ", ")], suggestion: NearMatch.of(name, in: known))
      }
    }
  }
}

extension FindingTemplate {
  static let doubledPlan = FindingTemplate(
    "VSL-03.doubled",
    message: Wording(
      zh: "考试计划 {0} 的证书 {1}（{2}）前面已经有了。",
      en: "The plan {0} has the certificate {1} ({2}) further up already."),
    advice: Wording(zh: "每个证书和等级只写一次。", en: "Write each certificate and level once."))

  static let wrongPlanNumber = FindingTemplate(
    "VSL-03.number",
    message: Wording(zh: "计划编号应为 K 加 12 位数字。", en: "A plan's number is K and 12 digits."),
    advice: Wording(zh: "请更正计划编号，如 K202005229994。", en: "Mend the number, such as K202005229994."))

  static let wrongPlanSubject = FindingTemplate(
    "VSL-03.code",
    message: Wording(zh: "科目编号 {0} 不是 6 位。", en: "The subject number {0} has not six characters."),
    advice: Wording(zh: "请更正编号，并检查开头的 0。", en: "Mend the number; check leading zeros."))

  static let doubledPlanSubject = FindingTemplate(
    "VSL-03.doubledSubject",
    message: Wording(zh: "科目 {0} 在计划中不止一次。", en: "The subject {0} stands more than once in the plan."),
    advice: Wording(zh: "每个科目只写一次。", en: "Write each subject once."))

  static let twoKinds = FindingTemplate(
    "ARR-03.kinds",
    message: Wording(
      zh: "科目 {0} 的考试方式在前面是 {1}，这里是 {2}。", en: "The subject {0} is {1} further up and {2} here."),
    advice: Wording(
      zh: "同一科目编号的考试方式必须相同，请更正。", en: "A subject's number stands for one kind of exam; mend it."))

  static let wrongMark = FindingTemplate(
    "VSL-04.mark",
    message: Wording(zh: "分数线和权重应在 0–100 之间。", en: "Pass marks and weights lie between 0 and 100."),
    advice: Wording(zh: "请更正数值。", en: "Mend the number."))

  static let wrongWeights = FindingTemplate(
    "VSL-04.weights",
    message: Wording(
      zh: "各科权重合计为 {0}，应为 100。", en: "The weights of the subjects sum to {0} instead of 100."),
    advice: Wording(zh: "请更正权重，如 40、30、30。", en: "Mend the weights, such as 40, 30 and 30."))

  static let unknownLevel = FindingTemplate(
    "WIN-08.responsible", .warning,
    message: Wording(
      zh: "“{0}”不是本项目的机构层级，没有机构会看到这一步是自己的。",
      en: "“{0}” is no organisation level of the programme, so no organisation sees the step as its own."),
    advice: Wording(zh: "如果指机构，请改为以下之一：{1}。", en: "Where an organisation is meant, use one of these: {1}."))
}
