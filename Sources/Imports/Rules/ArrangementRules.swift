public import Tabular

/// 编排 — ARR-05, ARR-06: why a site or a selection cannot be arranged, in numbers. Nothing is kept then.
public enum ArrangementRules: RuleFamily {
  static let templates = [
    noDay, noKind, tooShort, candidate, seats, overlapping, searched, notFound, unknownCandidate,
    unknownBatch,
  ]

  /// A line of the selection's candidates is nobody at the site.
  public static let unknownCandidate = FindingTemplate(
    "ARR-05/candidate",
    message: Wording(
      zh: "所选考生中，证件号码 {0} 在本考点没有报考。", en: "Nobody with ID number {0} has an entry at this site."),
    advice: Wording(zh: "请核对清单，每行一个证件号码。", en: "Check the list: one ID number a line."))
  /// A line of the selection's batches is no batch of the site.
  public static let unknownBatch = FindingTemplate(
    "ARR-05/batch",
    message: Wording(zh: "本考点没有所选的考场或批次“{0}”。", en: "The site has no room or batch “{0}”."),
    advice: Wording(
      zh: "每行写一个批次，如 03#2；或一个考场的全部批次，如 03。kaowu arrange show 列出所有批次。",
      en:
        "Write one batch a line, such as 03#2, or a room with all its batches, such as 03; kaowu arrange show lists them."
    ))
  /// No batch on any of the subject's days.
  public static let noDay = FindingTemplate(
    "ARR-06/days",
    message: Wording(
      zh: "科目 {0} 有 {1} 科次，但在它的考试日期内没有批次。",
      en: "Subject {0} has {1} entries, but no batch lies on its days."),
    advice: Wording(zh: "请在科目的考试日期内增加批次。", en: "Add batches on the subject's days."))
  /// No room of the subject's kind.
  public static let noKind = FindingTemplate(
    "ARR-06/kind",
    message: Wording(
      zh: "科目 {0} 有 {1} 科次，只能排进{2}考场，但在它的考试日期内没有这类考场的批次。",
      en: "Subject {0} has {1} entries for rooms of the kind {2}; on its days no batch lies in one."),
    advice: Wording(
      zh: "请在科目的考试日期内增加这类考场的批次，或更正考场类型。",
      en: "Add batches of such rooms on the subject's days, or mend the rooms' kinds."))
  /// No batch is long enough.
  public static let tooShort = FindingTemplate(
    "ARR-06/minutes",
    message: Wording(
      zh: "科目 {0} 需要 {1} 分钟，最长的批次只有 {2} 分钟。",
      en: "Subject {0} takes {1} minutes; the longest batch has {2}."),
    advice: Wording(zh: "请延长批次时间。", en: "Make batches longer."))
  /// One candidate's subjects do not fit one after the other.
  public static let candidate = FindingTemplate(
    "ARR-06/candidate",
    message: Wording(
      zh: "考生 {0}（{1}）报考 {2}，间隔大于 15 分钟的批次最多只能安排其中 {3} 科。",
      en: "Candidate {0} ({1}) takes {2}; with more than 15 minutes between them only {3} can be sat."),
    advice: Wording(zh: "请增加批次，或错开批次的时间。", en: "Add batches, or set their times further apart."))
  /// Too few seats.
  public static let seats = FindingTemplate(
    "ARR-06/seats",
    message: Wording(
      zh: "座位不足：科目 {0} 共 {1} 科次，可用批次（{2}）只有 {3} 个座位，缺 {4} 个。",
      en: "Too few seats: subjects {0} have {1} entries, their batches ({2}) only {3} seats; {4} are missing."
    ),
    advice: Wording(zh: "请增加考场、批次或座位。", en: "Add rooms, batches or seats."))
  /// Seats enough, but candidates with several subjects need them at different times.
  public static let overlapping = FindingTemplate(
    "ARR-06/overlapping",
    message: Wording(
      zh: "多科目考生错不开：科目 {0} 共 {1} 科次，最多只能安排 {2} 科次。",
      en:
        "Candidates with several subjects collide: of the {1} entries of subjects {0} only {2} can be seated."
    ),
    advice: Wording(
      zh: "请在其他时间增加批次；批次间隔要大于 15 分钟。",
      en: "Add batches at other times, more than 15 minutes apart."))
  /// Every arrangement was gone through.
  public static let searched = FindingTemplate(
    "ARR-06/searched",
    message: Wording(
      zh: "已穷举所有编排，{0} 科次不能全部安排。", en: "All arrangements were tried; none seats all {0} entries."),
    advice: Wording(zh: "请增加批次或座位。", en: "Add batches or seats."))
  /// The search ended without one.
  public static let notFound = FindingTemplate(
    "ARR-06/not-found",
    message: Wording(
      zh: "没有找到完整的编排：{0} 科次中最多安排了 {1}，余下的属于科目 {2}。",
      en:
        "No full arrangement was found: {1} of {0} entries were seated; left over are entries of subjects {2}."
    ),
    advice: Wording(zh: "请增加批次或座位后再编排。", en: "Add batches or seats and try again."))
}
