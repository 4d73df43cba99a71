internal import Tabular

/// 考核站点申报 — ORG-08: what an application for a station may and may not say.
enum StationRules: RuleFamily {
  static let templates = [region, certificateMissing, certificate, mobile]

  static let region = FindingTemplate(
    "ORG-08.region",
    message: Wording(zh: "不是行政区划代码。", en: "Not a region code."),
    advice: Wording(zh: "请填写 6 位区县代码，如 110108。", en: "Write the six digits of a county, such as 110108."))
  static let certificateMissing = FindingTemplate(
    "ORG-08.certificate/none",
    message: Wording(zh: "没有写明考核哪些证书。", en: "It does not say for which certificates."),
    advice: Wording(
      zh: "请用 --certificate 写明，可写多次；本考次的证书：{0}。",
      en: "Name them with --certificate, once for each; the sitting has {0}."))
  static let certificate = FindingTemplate(
    "ORG-08.certificate",
    message: Wording(zh: "本考次的考试计划没有这个证书。", en: "No plan of the sitting has this certificate."),
    advice: Wording(
      zh: "请写证书名称，或名称和等级，如“名称 初级”；本考次的证书：{0}。",
      en: "Write its name, or name and level; the sitting has {0}."))
  static let mobile = FindingTemplate(
    "ORG-08.phone",
    message: Wording(zh: "不是手机号。", en: "Not a mobile number."),
    advice: Wording(zh: "请填写联系人的 11 位手机号。", en: "Write the contact's mobile number of 11 digits."))
}
