internal import ExamModel
internal import Tabular

/// 考场批次 — ARR-01 and the first half of ARR-07: what a workbook of rooms and batches may and may not say.
enum RoomRules: RuleFamily {
  static let templates = [
    notAnExamDay, outsideHours, order, seats, batchNumber, overlap, usedRoom, usedBatch, differs, whole,
  ]

  static let notAnExamDay = FindingTemplate(
    "ARR-01/day", message: Wording(zh: "不是本考次的考试日。", en: "Not an exam day of this sitting."),
    advice: Wording(zh: "考试日：{0}。", en: "The exam days are {0}."))
  static let outsideHours = FindingTemplate(
    "ARR-01/hours",
    message: Wording(zh: "批次时间应在 {0}–{1} 之间。", en: "A batch must lie between {0} and {1}."),
    advice: Wording(zh: "请调整时间。", en: "Choose another time."))
  static let order = FindingTemplate(
    "ARR-01/order",
    message: Wording(zh: "结束时间应晚于开始时间 {0}。", en: "The batch must end after it starts at {0}."),
    advice: Wording(zh: "请核对开始和结束时间。", en: "Check both times."))
  static let seats = FindingTemplate(
    "ARR-01/seats",
    message: Wording(zh: "座位数应为 1–{0}。", en: "The number of seats must be from 1 to {0}."),
    advice: Wording(zh: "请填写考场实际可用的座位数。", en: "Write how many seats the room really has."))
  static let batchNumber = FindingTemplate(
    "ARR-01/number", message: Wording(zh: "批次号从 1 开始。", en: "Batches are counted from 1."),
    advice: Wording(zh: "请填写 1 或更大的批次号。", en: "Write 1 or more."))
  static let overlap = FindingTemplate(
    "ARR-01/overlap",
    message: Wording(
      zh: "同一考场的批次时间重叠：与批次 {0}（{1}）重叠。", en: "It overlaps batch {0} of the same room ({1})."),
    advice: Wording(zh: "请错开同一考场的批次时间。", en: "Let one batch of a room end before the next begins."))
  static let usedRoom = FindingTemplate(
    "ARR-01/used-room",
    message: Wording(
      zh: "考场 {0} 已有考生编排在内，不能修改。", en: "Candidates are seated in room {0}; it cannot be changed."),
    advice: Wording(
      zh: "请先清除编排结果（kaowu arrange clear），再导入。",
      en: "Clear the arrangement first (kaowu arrange clear), then import."))
  static let usedBatch = FindingTemplate(
    "ARR-01/used-batch",
    message: Wording(
      zh: "考场 {0} 的批次 {1} 已有考生编排在内，不能修改。",
      en: "Candidates are seated in batch {1} of room {0}; it cannot be changed."),
    advice: Wording(
      zh: "请先清除编排结果（kaowu arrange clear），再导入。",
      en: "Clear the arrangement first (kaowu arrange clear), then import."))
  static let differs = FindingTemplate(
    "ARR-07/differs",
    message: Wording(
      zh: "与同一考场在第 {0} 行的内容“{1}”不一致。", en: "Row {0} says “{1}” of the same room."),
    advice: Wording(
      zh: "同一考场只需在第一行填写一次，其余行可以留空。", en: "Say it once, in the room's first row; leave the others blank."))
  static let whole = FindingTemplate(
    "ARR-07/whole",
    message: Wording(
      zh: "同一考场的第 {0} 行有错误；考场要么整个导入，要么不导入。",
      en: "Row {0} of the same room has errors; a room is taken whole or not at all."),
    advice: Wording(zh: "请先改正那一行。", en: "Mend that row first."))
}
