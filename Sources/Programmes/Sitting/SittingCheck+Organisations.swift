import ExamModel
import Tabular

extension SittingCheck {
  /// ORG-01: every code has the length of a level, and its parent is there.
  mutating func checkOrganisations() {
    if definition.organisations.isEmpty, !document.has("organisations") {
      report(.missing, at: "organisations", arguments: [document.title(ofSection: "organisations")])
    }
    let lengths = terms.levels.codeLengths.map(String.init).joined(separator: ", ")
    for (code, _) in Self.sorted(definition.organisations) {
      let path = "organisations.\(code).code"
      guard let parent = terms.levels.parent(of: code) else {
        report(.wrongCodeLength, at: path, value: code, arguments: [code, lengths])
        continue
      }
      if !parent.isEmpty, definition.organisations[parent] == nil {
        report(.missingParent, at: path, value: code, arguments: [code, parent])
      }
    }
  }

  /// ORG-02: every user belongs to an organisation there is.
  mutating func checkUsers() {
    for (name, user) in Self.sorted(definition.users) where !isKnown(user.organisation) {
      report(
        .unknownUserOrganisation, at: "users.\(name).organisation", value: user.organisation,
        arguments: [name, user.organisation])
    }
  }

  /// Whether a code is the centre's or that of an organisation of the sitting.
  /// Where the organisations could not be read, nobody knows which there are.
  func isKnown(_ code: String) -> Bool {
    code.isEmpty || definition.organisations[code] != nil || document.isUnread("organisations")
  }
}

extension FindingTemplate {
  static let wrongCodeLength = FindingTemplate(
    "ORG-01.length",
    message: Wording(
      zh: "机构代码 {0} 不是任何一级机构的代码：各级代码的长度为 {1}，只含字母和数字。",
      en: "The organisation code {0} is of no level: codes have {1} characters, letters and digits only."),
    advice: Wording(zh: "请更正代码；数字代码请检查开头的 0。", en: "Mend the code; check leading zeros."))

  static let missingParent = FindingTemplate(
    "ORG-01.parent",
    message: Wording(
      zh: "机构 {0} 的上级 {1} 不在文件中。", en: "{1}, the parent of the organisation {0}, is not in the file."),
    advice: Wording(
      zh: "请在 organisations 中补上 {1}，或更正代码 {0}。", en: "Add {1} to organisations, or mend the code {0}."))

  static let unknownUserOrganisation = FindingTemplate(
    "ORG-02.organisation",
    message: Wording(
      zh: "用户 {0} 的机构 {1} 不在文件中。", en: "{1}, the organisation of the user {0}, is not in the file."),
    advice: Wording(
      zh: "请更正机构代码（考试中心为 \"\"），或在 organisations 中补上它。",
      en: "Mend the code (\"\" is the centre), or add the organisation to organisations."))
}
