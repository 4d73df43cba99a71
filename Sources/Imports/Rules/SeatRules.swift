internal import Tabular

/// 编排结果 — ARR-03 and ARR-07: what an arrangement that was made elsewhere may and may not say.
enum SeatRules: RuleFamily {
  static let templates = [
    unknown, nameDiffers, unpaid, numbered, batch, beyond, taken, day, kind, minutes, close, gap,
  ]

  static let unknown = FindingTemplate(
    "ARR-07/entry",
    message: Wording(zh: "本考点没有这名考生的这一科报考。", en: "The site has no entry of this candidate for this subject."),
    advice: Wording(zh: "请核对证件号码和科目代码。", en: "Check the ID number and the subject's code."))
  static let nameDiffers = FindingTemplate(
    "ARR-07/name", message: Wording(zh: "姓名与报名信息“{0}”不一致。", en: "The registered name is “{0}”."),
    advice: Wording(zh: "请核对是哪一名考生。", en: "Check which candidate is meant."))
  static let unpaid = FindingTemplate(
    "ARR-02/entry",
    message: Wording(zh: "这一科还没有支付，不能编排。", en: "This entry is not paid, so it is not seated."),
    advice: Wording(zh: "请先完成支付，或删除这一行。", en: "Have it paid first, or delete the row."))
  static let numbered = FindingTemplate(
    "ARR-05/ticket",
    message: Wording(zh: "这一科已生成准考证号，座位不能再变。", en: "This entry has its ticket number; its seat stands."),
    advice: Wording(
      zh: "确需改变时，请先清除编排（kaowu arrange clear）。",
      en: "To change it, clear the arrangement first (kaowu arrange clear)."))
  static let batch = FindingTemplate(
    "ARR-03/batch", message: Wording(zh: "考场 {0} 没有这个批次。", en: "Room {0} has no such batch."),
    advice: Wording(
      zh: "请先登记考场和批次（kaowu rooms list 可查）。", en: "Add the room and its batches first (kaowu rooms list)."))
  static let beyond = FindingTemplate(
    "ARR-03/seats", message: Wording(zh: "座位号应为 1–{0}。", en: "The seat must be from 1 to {0}."),
    advice: Wording(zh: "请核对座位号和考场的座位数。", en: "Check the seat, and the room's number of seats."))
  static let taken = FindingTemplate(
    "ARR-03/taken", message: Wording(zh: "这个座位与{0}重复。", en: "The seat is taken by {1}."),
    advice: Wording(zh: "请换一个空座位。", en: "Choose a free seat."))
  static let day = FindingTemplate(
    "ARR-03/day", message: Wording(zh: "批次不在科目 {0} 的考试日期内。", en: "The batch is on no day of subject {0}."),
    advice: Wording(zh: "请换一个日期合适的批次。", en: "Choose a batch on one of its days."))
  static let kind = FindingTemplate(
    "ARR-03/kind",
    message: Wording(
      zh: "科目 {0} 只能排进{1}考场。", en: "Subject {0} is sat in rooms of the kind {1} only."),
    advice: Wording(zh: "请换一个类型合适的考场，或更正考场类型。", en: "Choose such a room, or mend the room's kind."))
  static let minutes = FindingTemplate(
    "ARR-03/minutes",
    message: Wording(
      zh: "科目 {0} 需要 {1} 分钟，这个批次只有 {2} 分钟。", en: "Subject {0} takes {1} minutes; the batch has {2}."),
    advice: Wording(zh: "请换一个够长的批次。", en: "Choose a longer batch."))
  static let close = FindingTemplate(
    "ARR-03/close",
    message: Wording(
      zh: "与同一考生的另一科（{0}）时间重叠，或间隔不到 16 分钟。",
      en: "It overlaps another subject of the candidate ({1}), or lies less than 16 minutes from it."),
    advice: Wording(zh: "请换一个间隔大于 15 分钟的批次。", en: "Choose a batch more than 15 minutes apart."))
  static let gap = FindingTemplate(
    "ARR-03/gap", .warning,
    message: Wording(
      zh: "考场 {0} 批次 {1} 的 {2} 号座位空着，后面的座位有人。",
      en: "Room {0}, batch {1}: seat {2} is empty, later ones are not."),
    advice: Wording(zh: "如不是有意留空，请核对。", en: "Check it, unless it is meant."))
}
