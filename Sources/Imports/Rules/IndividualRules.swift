internal import Tabular

/// 个人网报 — CAN-07 and SET-04: the feed of registrations that candidates made themselves.
enum IndividualRules: RuleFamily {
  static let templates = [site, collective, expired, preferredDate, preferredPlaces]

  static let site = FindingTemplate(
    "CAN-07/site",
    message: Wording(
      zh: "{0} 不是本范围内开考本考次的考点。", en: "{0} is no site of this organisation that is open in this sitting."),
    advice: Wording(zh: "请核对考点代码和 --site。", en: "Check the site's code, and --site."))
  static let collective = FindingTemplate(
    "CAN-07/collective",
    message: Wording(
      zh: "该考生已集体报名，个人网报不能覆盖。", en: "The candidate was registered collectively; a feed does not touch that."),
    advice: Wording(zh: "请删除此行，由考点处理。", en: "Remove the row; the site deals with it."))
  static let expired = FindingTemplate(
    "CAN-07/expired", .warning,
    message: Wording(
      zh: "报名后 24 小时内没有支付，报名已失效，不再导入。",
      en: "Not paid within 24 hours of registering: it has expired and is passed over."),
    advice: Wording(zh: "如考生已支付，请更新支付状态。", en: "If it has been paid, send it with that state."))
  static let preferredDate = FindingTemplate(
    "SET-04/date",
    message: Wording(zh: "意向考试日期不是考点可选的日期。", en: "The site does not offer this date to choose."),
    advice: Wording(zh: "可选：{0}。", en: "Dates to choose: {0}."))
  static let preferredPlaces = FindingTemplate(
    "SET-04/places",
    message: Wording(
      zh: "考点 {0} 选择 {1} 的名额不足：{2}。", en: "Not enough places for {1} at site {0}: {3}."),
    advice: Wording(
      zh: "请减少选择该日的考生，或调整名额。", en: "Fewer candidates can choose that day, or the places must be raised."))
}
