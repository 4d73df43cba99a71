import ExamModel
import Tabular

extension SittingReload {
  /// ORG-05: an audited organisation stays as it is until its audit is taken back. One with settlement accounts stays.
  mutating func checkOrganisations(accounts: [String: Int]) {
    guard let old, !document.isUnread("organisations") else { return }
    for (code, before) in SittingCheck.sorted(old.organisations) {
      if let after = document.definition.organisations[code] {
        if before.isAudited, after.isAudited { checkAudited(before, after) }
        continue
      }
      // Where codes could not be read, nobody knows which organisations are left.
      guard document.findings.isEmpty else { continue }
      if before.isAudited { report(.auditedRemoved, at: "organisations", arguments: [code, before.name]) }
      if let count = accounts[code], count > 0 {
        report(.organisationWithAccounts, at: "organisations", arguments: [code, String(count)])
      }
    }
  }

  private mutating func checkAudited(_ before: Organisation, _ after: Organisation) {
    let fields: [(key: String, old: String?, new: String?)] = [
      ("name", before.name, after.name), ("address", before.address, after.address),
      ("enabled", String(before.isEnabled), String(after.isEnabled)),
    ]
    for (key, old, new) in fields where old != new {
      report(
        .auditedEdited, at: "organisations.\(before.code).\(key)", value: new,
        arguments: [before.code, before.name, old ?? ""])
    }
  }

  /// WIN-07: says which extensions the file takes back, so that none goes unnoticed.
  mutating func checkWindows(extended: [ExtendedWindow]) {
    guard let old else { return }
    // The newest extension of each window counts; one that was changed since then is none that this file takes back.
    let newest = Dictionary(extended.map { ("\($0.organisation).\($0.kind.rawValue)", $0) }) { $1 }
    for (_, one) in SittingCheck.sorted(newest) {
      let (code, kind) = (one.organisation, one.kind)
      guard old.window(kind, for: code)?.end == one.closes,
        let end = document.definition.window(kind, for: code)?.end, end < one.closes
      else { continue }
      report(
        .windowShortened, at: "windows.\(code).\(kind.rawValue)", value: end.shortText,
        arguments: [
          code, kind.title.zh, kind.title.en, one.closes.shortText, end.shortText, one.member,
          one.at.shortText,
        ])
    }
  }
}

extension FindingTemplate {
  static let auditedEdited = FindingTemplate(
    "ORG-05",
    message: Wording(
      zh: "机构 {0}（{1}）的信息已审核，不能修改；现在是“{2}”。",
      en: "The organisation {0} ({1}) is audited and cannot be edited; this is “{2}” now."),
    advice: Wording(
      zh: "请保留原来的值；确需修改时写 audited: false，即同时取消审核。",
      en: "Keep the value as it is; to change it, write audited: false, which takes the audit back."))

  static let auditedRemoved = FindingTemplate(
    "ORG-05.removed",
    message: Wording(
      zh: "机构 {0}（{1}）的信息已审核，不能删除。", en: "The organisation {0} ({1}) is audited and cannot be removed."),
    advice: Wording(
      zh: "请先载入 audited: false 取消审核，再删除。", en: "Load it with audited: false first, then remove it."))

  static let organisationWithAccounts = FindingTemplate(
    "ORG-04.accounts",
    message: Wording(
      zh: "机构 {0} 有 {1} 个分账账户，不能删除。",
      en: "The organisation {0} has {1} settlement accounts and cannot be removed."),
    advice: Wording(
      zh: "请保留这个机构，或先用 kaowu accounts delete 删除它的账户。",
      en: "Keep the organisation, or delete its accounts first with kaowu accounts delete."))

  static let windowShortened = FindingTemplate(
    "WIN-07.shorter", .warning,
    message: Wording(
      zh: "载入后 {0} 的“{1}”到 {4} 结束：{5} 于 {6} 延长到 {3} 的时间会被收回。",
      en: "Loaded, the window “{2}” of {0} closes at {4}: the extension to {3}, by {5} at {6}, is taken back."
    ),
    advice: Wording(
      zh: "如要保留，请在文件的 windows 中写出现在的结束时间。", en: "To keep it, write the present end in the file's windows."
    ))

  static let unknownEarlierSitting = FindingTemplate(
    "ORG-04.from",
    message: Wording(
      zh: "没有可以复制的考次 {0}：它不存在，或属于别的考试项目。",
      en: "There is no sitting {0} to copy from: it does not exist, or belongs to another programme."),
    advice: Wording(
      zh: "请更正 copyFrom，可用 kaowu sitting list 查看；不复制时请删除它。",
      en: "Mend copyFrom (see kaowu sitting list), or remove it to copy nothing."))
}
