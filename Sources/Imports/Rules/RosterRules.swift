internal import Tabular

/// 学籍数据 — ROS-03, ROS-04 and SET-07: what a roster file may and may not do.
enum RosterRules: RuleFamily {
  static let templates = [exists, lowerLevel, unknownSite]

  static let exists = FindingTemplate(
    "ROS-03",
    message: Wording(zh: "该证件号码在本考点已有学籍。", en: "This ID number is in the site's roster already."),
    advice: Wording(
      zh: "若要更新，请勾选“覆盖同一考点同一个证件号学籍数据”（--override）；否则请删除此行。",
      en: "To update it, import with --override; else remove the row."))
  static let lowerLevel = FindingTemplate(
    "ROS-04",
    message: Wording(
      zh: "该证件号码在其他考点已有学籍：文化程度低的（{0}）不能覆盖文化程度高的（{1}）。",
      en:
        "Another site has this student: a lower level of education ({0}) does not replace a higher one ({1})."
    ),
    advice: Wording(
      zh: "请核对文化程度；若原学籍已失效，请原考点先删除。",
      en: "Check the level of education; if the other record is out of date, its site must delete it first."))
  static let unknownSite = FindingTemplate(
    "SET-07/site",
    message: Wording(
      zh: "“{0}”不是本省本考次的考点。", en: "“{0}” is no site of this province in this sitting."),
    advice: Wording(
      zh: "请填写本省的考点代码，多个用逗号分隔；留空为全省任一考点。",
      en:
        "Write codes of the province's sites, parted by commas; leave it blank for any site of the province.")
  )
}
