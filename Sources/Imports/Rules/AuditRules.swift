internal import Tabular

/// 报名审核 — AUD-01, AUD-02: what can be decided of a registration, and what must be mended before it is submitted again.
enum AuditRules: RuleFamily {
  static let templates = [
    needsPhoto, unknown, notPending, notRejectable, kindRequired, reasonRequired, kindUnasked,
  ]

  static let needsPhoto = FindingTemplate(
    "AUD-01/photo", .warning,
    message: Wording(
      zh: "该考生因照片审核不通过，还没有上传新照片：信息照常更新，审核状态仍为“不通过”。",
      en:
        "The photo was turned down and there is no new one: the data is taken, the registration stays rejected."
    ),
    advice: Wording(
      zh: "请先导入新照片（kaowu import photos --override），再覆盖导入此行。",
      en: "Import a new photo first (kaowu import photos --override), then this row again with --override."))
  static let unknown = FindingTemplate(
    "AUD-02/unknown",
    message: Wording(zh: "本考点本考次没有这名考生。", en: "No candidate of the site has this ID number."),
    advice: Wording(zh: "请核对证件号码。", en: "Check the ID number."))
  static let notPending = FindingTemplate(
    "AUD-01/pass",
    message: Wording(
      zh: "审核状态是“{0}”，只有“待审核”的才可以通过。", en: "The state is “{1}”; only what is to be audited can pass."),
    advice: Wording(
      zh: "请先改正后重新提交（覆盖导入），再审核。", en: "Have it mended and submitted again (import with --override) first."))
  static let notRejectable = FindingTemplate(
    "AUD-01/reject",
    message: Wording(
      zh: "审核状态是“{0}”，只有“待审核”“已通过”的才可以设为不通过。",
      en: "The state is “{1}”; only what is to be audited or has passed can be rejected."),
    advice: Wording(zh: "请删除此行。", en: "Remove the row."))
  static let kindRequired = FindingTemplate(
    "AUD-01/kind", message: Wording(zh: "审核不通过须选择类型。", en: "A rejection needs its kind."),
    advice: Wording(zh: "请填写不通过类型。", en: "Fill in the kind of rejection."))
  static let reasonRequired = FindingTemplate(
    "AUD-01/reason", message: Wording(zh: "审核不通过须填写原因。", en: "A rejection needs a reason."),
    advice: Wording(zh: "请填写不通过原因。", en: "Fill in the reason."))
  static let kindUnasked = FindingTemplate(
    "AUD-02/passed",
    message: Wording(zh: "审核通过时不能有不通过类型或原因。", en: "What passes has no kind of rejection or reason."),
    advice: Wording(zh: "请核对审核结果，或清空此格。", en: "Check the decision, or empty the cell."))
}
