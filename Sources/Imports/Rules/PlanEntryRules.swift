internal import Tabular

/// 1+X 报考 — VSL-03: what entries by certificate, by subject and their removal may and may not say.
enum PlanEntryRules: RuleFamily {
  static let templates = [
    plan, closed, certificate, level, kindMissing, kind, kindOfSubject, subject, subjectName, student, name,
    otherPlan, station, notApproved, seated, nothing, protected,
  ]

  static let plan = FindingTemplate(
    "VSL-03.plan",
    message: Wording(zh: "本考次没有这个考试计划。", en: "The sitting has no plan of this number."),
    advice: Wording(zh: "本考次的计划编号：{0}。", en: "The sitting has {0}."))
  static let closed = FindingTemplate(
    "VSL-03.dates",
    message: Wording(
      zh: "现在不在该计划的报考时间（{0}）内，不能报考或删除报考。",
      en: "This is outside the plan's registration dates ({0}): nothing is entered or removed."),
    advice: Wording(zh: "请在报考时间内导入。", en: "Import within these dates."))
  static let certificate = FindingTemplate(
    "VSL-03.certificate",
    message: Wording(zh: "该计划没有这个证书。", en: "The plan does not have this certificate."),
    advice: Wording(zh: "该计划的证书：{0}。", en: "It has {0}."))
  static let level = FindingTemplate(
    "VSL-03.level",
    message: Wording(zh: "该计划的这个证书没有这个等级。", en: "The plan does not have the certificate at this level."),
    advice: Wording(zh: "可选的等级：{0}。", en: "It has {0}."))
  static let kindMissing = FindingTemplate(
    "VSL-03.kind/missing",
    message: Wording(
      zh: "该证书的科目因参考对象类型而异，须填写类型。", en: "The subjects depend on the kind of candidate; it must be said."),
    advice: Wording(zh: "可选：{0}。", en: "Choose among {0}."))
  static let kind = FindingTemplate(
    "VSL-03.kind",
    message: Wording(
      zh: "该证书没有为这类参考对象设置科目。", en: "The certificate has no subjects for this kind of candidate."),
    advice: Wording(zh: "可选：{0}。", en: "Choose among {0}."))
  static let kindOfSubject = FindingTemplate(
    "VSL-03.kind/subject",
    message: Wording(
      zh: "科目 {0} 的参考对象是“{1}”，与考生不符。", en: "Subject {0} is for “{1}”, which the candidate is not."),
    advice: Wording(zh: "请核对科目编号和参考对象类型。", en: "Check the subject and the kind of candidate."))
  static let subject = FindingTemplate(
    "VSL-03.subject",
    message: Wording(zh: "该计划的这个证书没有这个科目。", en: "The certificate has no such subject in this plan."),
    advice: Wording(
      zh: "可选的科目：{0}。编号按文本填写，检查开头的 0。", en: "It has {0}. Write the number as text; check leading zeros."))
  static let subjectName = FindingTemplate(
    "VSL-03.subject/name",
    message: Wording(zh: "科目名称与编号不符，该编号是“{0}”。", en: "The name does not fit the number, which is “{0}”."),
    advice: Wording(zh: "请核对科目编号和名称。", en: "Check number and name."))
  static let student = FindingTemplate(
    "VSL-03.student",
    message: Wording(zh: "本院校没有这名考生。", en: "The school has no student of this ID number."),
    advice: Wording(
      zh: "请核对身份证号，或先导入考生信息（kaowu import students）。",
      en: "Check the number, or import the student first (kaowu import students)."))
  static let name = FindingTemplate(
    "VSL-03.name",
    message: Wording(zh: "姓名与考生信息不符，应为“{0}”。", en: "The name is not the student's, who is “{0}”."),
    advice: Wording(zh: "请核对姓名和身份证号。", en: "Check name and number."))
  static let otherPlan = FindingTemplate(
    "VSL-03.taken",
    message: Wording(
      zh: "该考生已在计划 {0} 的“{1}”中报考了同一科目。", en: "The student takes the subject already in plan {0} for “{1}”."),
    advice: Wording(zh: "请先删除那一条报考，或删除此行。", en: "Remove that entry first, or this row."))
  static let station = FindingTemplate(
    "VSL-03.station",
    message: Wording(zh: "没有这个考核站点，或不属于本院校。", en: "There is no such station, or it is not the school's."),
    advice: Wording(
      zh: "可选的站点：{0}。在其他院校借考的，由培训评价组织导入。",
      en: "There are {0}. For a station of another school ask the assessment body."))
  static let notApproved = FindingTemplate(
    "VSL-03.station/approved",
    message: Wording(zh: "该考核站点没有被批准考核这个证书。", en: "The station is not approved for this certificate."),
    advice: Wording(
      zh: "请先申报并等待批准（kaowu stations），或换一个站点。", en: "Have it approved first (kaowu stations), or name another."
    ))
  static let seated = FindingTemplate(
    "VSL-03.station/seated",
    message: Wording(zh: "该报考已在站点 {0} 编排，不能改到其他站点。", en: "The entry has a seat at {0} and cannot be moved."),
    advice: Wording(
      zh: "请先清除编排（kaowu arrange clear）。", en: "Clear the arrangement first (kaowu arrange clear)."))
  static let nothing = FindingTemplate(
    "VSL-03.nothing",
    message: Wording(zh: "该考生在该计划中没有这样的报考。", en: "The student has no such entry in the plan."),
    advice: Wording(zh: "请核对计划编号和科目编号，或删除此行。", en: "Check plan and subject, or remove the row."))
  static let protected = FindingTemplate(
    "VSL-03.protected",
    message: Wording(zh: "科目 {0} {1}，不能删除。", en: "Subject {0} is {3} and cannot be removed."),
    advice: Wording(zh: "解除办法：{2}。", en: "What lifts it: {4}."))
}
