internal import ExamModel
internal import Tabular

/// 成绩 — SCO-02 to SCO-05: what a file of scores may and may not say.
enum ScoreRowRules: RuleFamily {
  static let templates = [
    violationDiffers, unknownTicket, otherSubject, nameDiffers, documentDiffers, twoNames, twoDocuments,
    documentTaken, documentShared, range, decimals, result, violation, scoreMissing, grade, scoreNotAllowed,
    contradiction, part, partSum, certificateNotDue, certificateForm, certificateField, kept,
  ]

  static let violationDiffers = FindingTemplate(
    "SCO-02",
    message: Wording(
      zh: "违规信息不一致：文件为“{1}”，已登记为“{0}”。", en: "The violation differs: the file says “{1}”, on record is “{0}”."
    ),
    advice: Wording(
      zh: "请核对违规登记；若以文件为准，请用 --no-check-violations 导入。",
      en: "Check the record; if the file is right, import with --no-check-violations."))
  static let unknownTicket = FindingTemplate(
    "SCO-03", message: Wording(zh: "没有这个准考证号。", en: "There is no such ticket number."),
    advice: Wording(
      zh: "请核对准考证号；若要跳过这些行，请用 --no-check-tickets 导入。",
      en: "Check the number; to pass over such rows, import with --no-check-tickets."))
  static let otherSubject = FindingTemplate(
    "SCO-03/subject",
    message: Wording(
      zh: "与准考证号不符：这个准考证号报考的科目是 {0}。", en: "This ticket number is for subject {0}."),
    advice: Wording(zh: "请核对准考证号和科目代码。", en: "Check the ticket number and the subject."))
  static let nameDiffers = FindingTemplate(
    "SCO-04/name", message: Wording(zh: "姓名与报名信息“{0}”不一致。", en: "The registered name is “{0}”."),
    advice: Wording(
      zh: "请核对；确认以文件为准后，用 --no-check-identity 导入。",
      en: "Check it; once it is confirmed that the file is right, import with --no-check-identity."))
  static let documentDiffers = FindingTemplate(
    "SCO-04/document",
    message: Wording(zh: "证件号码与报名信息（{0}）不一致。", en: "The registered ID number is another ({0})."),
    advice: Wording(
      zh: "请核对；确认以文件为准后，用 --no-check-identity 导入。",
      en: "Check it; once it is confirmed that the file is right, import with --no-check-identity."))
  static let twoNames = FindingTemplate(
    "SCO-04/two-names",
    message: Wording(
      zh: "同一考生在第 {0} 行的姓名与此不同。", en: "Row {0} gives the same candidate another name."),
    advice: Wording(zh: "请统一后再导入。", en: "Give the candidate one name."))
  static let twoDocuments = FindingTemplate(
    "SCO-04/two-documents",
    message: Wording(
      zh: "同一考生在第 {0} 行的证件号码与此不同。", en: "Row {0} gives the same candidate another ID number."),
    advice: Wording(zh: "请统一后再导入。", en: "Give the candidate one ID number."))
  static let documentTaken = FindingTemplate(
    "SCO-04/taken",
    message: Wording(
      zh: "本考次的另一名考生已使用这个证件号码。", en: "Another candidate of this sitting has this ID number."),
    advice: Wording(zh: "请核对证件号码。", en: "Check the ID number."))
  static let documentShared = FindingTemplate(
    "SCO-04/shared",
    message: Wording(
      zh: "第 {0} 行把同一证件号码给了另一名考生。", en: "Row {0} gives this ID number to another candidate."),
    advice: Wording(zh: "请核对证件号码。", en: "Check the ID numbers."))
  static let range = FindingTemplate(
    "SCO-05/range",
    message: Wording(zh: "成绩应在 {0}–{1} 之间。", en: "The score must be from {0} to {1}."),
    advice: Wording(zh: "请核对成绩。", en: "Check the score."))
  static let decimals = FindingTemplate(
    "SCO-05/decimals",
    message: Wording(zh: "成绩最多 {0} 位小数。", en: "A score has at most {0} decimals."),
    advice: Wording(zh: "请核对成绩。", en: "Check the score."))
  static let result = FindingTemplate(
    "SCO-05/result", message: Wording(zh: "没有这个等第代码。", en: "There is no such result code."),
    advice: Wording(zh: "请核对等第。", en: "Check the result."))
  static let violation = FindingTemplate(
    "SCO-05/violation", message: Wording(zh: "没有这个违规代码。", en: "There is no such violation code."),
    advice: Wording(zh: "请核对违规代码。", en: "Check the violation."))
  static let scoreMissing = FindingTemplate(
    "SCO-05/missing",
    message: Wording(
      zh: "没有成绩，也没有缺考或违规。", en: "There is neither a score nor an absence or violation."),
    advice: Wording(zh: "请填写成绩，或填写等第。", en: "Give the score, or the result."))
  static let grade = FindingTemplate(
    "SCO-05/grade",
    message: Wording(zh: "等第与成绩不符：应为 {0}。", en: "The result does not fit the score: it should be {0}."),
    advice: Wording(zh: "请核对成绩和等第。", en: "Check score and result."))
  static let scoreNotAllowed = FindingTemplate(
    "SCO-05/score",
    message: Wording(zh: "缺考或违规的考生没有成绩。", en: "Absent and violating candidates carry no score."),
    advice: Wording(zh: "请清空成绩或填 0，或核对等第和违规。", en: "Leave it blank or 0, or check the result."))
  static let contradiction = FindingTemplate(
    "SCO-05/contradiction",
    message: Wording(zh: "违规与等第互相矛盾。", en: "Violation and result contradict each other."),
    advice: Wording(zh: "请核对违规和等第。", en: "Check both."))
  static let part = FindingTemplate(
    "SCO-05/part",
    message: Wording(zh: "分项成绩应在 0–{0} 之间。", en: "This part's score must be from 0 to {0}."),
    advice: Wording(zh: "请核对分项成绩。", en: "Check the part's score."))
  static let partSum = FindingTemplate(
    "SCO-05/sum",
    message: Wording(zh: "成绩与分项之和 {0} 不符。", en: "The parts sum to {0}."),
    advice: Wording(zh: "请核对成绩和分项成绩。", en: "Check the score and its parts."))
  static let certificateNotDue = FindingTemplate(
    "SCO-05/certificate",
    message: Wording(zh: "没有合格，不应有证书编号。", en: "A certificate number, though the subject was not passed."),
    advice: Wording(zh: "请清空证书编号，或核对成绩。", en: "Remove the number, or check the score."))
  static let certificateForm = FindingTemplate(
    "SCO-05/form",
    message: Wording(zh: "证书编号应为 {0} 位，形如 {1}。", en: "A certificate number has {0} digits: {1}."),
    advice: Wording(zh: "请核对证书编号。", en: "Check the number."))
  static let certificateField = FindingTemplate(
    "SCO-05/field",
    message: Wording(
      zh: "证书编号中的科目或考次不对，应为 {0}。", en: "Subject or sitting in the certificate number should be {0}."),
    advice: Wording(zh: "请核对证书编号。", en: "Check the number."))
  static let kept = FindingTemplate(
    "SCO-05/kept", .warning,
    message: Wording(
      zh: "科目 {0} 合格，但还没有 {1} 的合格成绩：成绩保留（保证），暂不发证。",
      en: "Subject {0} is passed, but none of {1} is yet: the score is kept, the certificate waits."),
    advice: Wording(
      zh: "所需科目的合格成绩导入后，证书编号自动生效。",
      en: "The number takes effect once a passed score of the required subject is imported."))
}
