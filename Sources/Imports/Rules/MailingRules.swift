internal import Tabular

/// 证书直邮 — MAI-01: what a file of certificates by post may and may not say.
enum MailingRules: RuleFamily {
  static let templates = [
    keyMissing, unknownTicket, unknownCertificate, certificateDiffers, nameDiffers, documentDiffers, postcode,
    tracking,
  ]

  static let keyMissing = FindingTemplate(
    "REQ/mailing",
    message: Wording(
      zh: "准考证号和证书编号都是空的，不知道是哪一份证书。",
      en: "Neither ticket number nor certificate number is given: which certificate is it?"),
    advice: Wording(zh: "请至少填写一项。", en: "Give at least one of them."))
  static let unknownTicket = FindingTemplate(
    "MAI-01/ticket",
    message: Wording(zh: "本考点本考次没有这个准考证号。", en: "The site has no such ticket number in this sitting."),
    advice: Wording(zh: "请核对准考证号。", en: "Check the ticket number."))
  static let unknownCertificate = FindingTemplate(
    "MAI-01/unknown",
    message: Wording(
      zh: "本考点本考次的成绩中没有这个证书编号。", en: "No score of the site in this sitting has this certificate number."),
    advice: Wording(
      zh: "请核对证书编号；成绩还没有导入的，请填写准考证号。",
      en: "Check the number; where the scores are not imported yet, give the ticket number."))
  static let certificateDiffers = FindingTemplate(
    "MAI-01/certificate",
    message: Wording(
      zh: "证书编号与成绩不一致：这名考生这一科的证书编号是{0}。",
      en: "The certificate number differs: that of this candidate's subject is {1}."),
    advice: Wording(zh: "请核对证书编号。", en: "Check the certificate number."))
  static let nameDiffers = FindingTemplate(
    "MAI-01/name", message: Wording(zh: "姓名与报名信息“{0}”不一致。", en: "The registered name is “{0}”."),
    advice: Wording(zh: "请核对是哪一名考生。", en: "Check which candidate is meant."))
  static let documentDiffers = FindingTemplate(
    "MAI-01/document",
    message: Wording(zh: "证件号码与报名信息（{0}）不一致。", en: "The registered ID number is another ({0})."),
    advice: Wording(zh: "请核对是哪一名考生。", en: "Check which candidate is meant."))
  static let postcode = FindingTemplate(
    "FMT.number/postcode", message: Wording(zh: "邮编应为 6 位数字。", en: "A postcode has six digits."),
    advice: Wording(zh: "请补全邮编。", en: "Complete the postcode."))
  static let tracking = FindingTemplate(
    "FMT.number/tracking",
    message: Wording(
      zh: "EMS 单号应为 13 位：两个大写字母、9 位数字、两个大写字母。",
      en: "An EMS number has 13 characters: two capital letters, nine digits, two capital letters."),
    advice: Wording(zh: "请对照邮件详情单填写，如 EA000000001CN。", en: "Copy it from the label, like EA000000001CN."))
}
