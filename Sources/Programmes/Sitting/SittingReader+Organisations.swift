import ExamModel
import Tabular

extension SittingReader {
  /// The organisations by their codes (ORG-01, ORG-03); of doubled ones the first. A file may leave them to the sitting
  /// before it (ORG-04), so whether there are any is not asked here.
  mutating func organisations(of fields: Fields) -> [String: Organisation] {
    var organisations: [String: Organisation] = [:]
    let keys = ["code", "name", "address", "audited", "enabled"]
    for item in items("organisations", of: fields, known: keys) {
      let name = text("name", of: item, isRequired: true)
      let address = text("address", of: item)
      let isAudited = flag("audited", of: item)
      let isEnabled = flag("enabled", of: item)
      guard let code = text("code", of: item, isRequired: true) else { continue }
      guard organisations[code] == nil else {
        report(
          .doubledOrganisation, at: item.path(of: "code"), line: item.line, value: code, arguments: [code])
        continue
      }
      noteKeys(of: item, under: "organisations.\(code)")
      organisations[code] = Organisation(
        code: code, name: name ?? "", address: address, isAudited: isAudited ?? false,
        isEnabled: isEnabled ?? true)
    }
    return organisations
  }

  /// The users by their names (ORG-02); of doubled ones the first.
  mutating func users(of fields: Fields) -> [String: User] {
    var users: [String: User] = [:]
    for item in items("users", of: fields, known: ["name", "organisation", "role"]) {
      let name = text("name", of: item, isRequired: true)
      // The centre's code is a text too, the empty one, so blank is not the same as left out.
      let organisation = value("organisation", of: item, form: .text, isRequired: true) {
        TextCleaning.trimmed($0)
      }
      let role = role(of: item)
      guard let name, let organisation, let role else { continue }
      guard users[name] == nil else {
        report(.doubledUser, at: item.path(of: "name"), line: item.line, value: name, arguments: [name])
        continue
      }
      noteKeys(of: item, under: "users.\(name)")
      users[name] = User(name: name, organisation: organisation, role: role)
    }
    return users
  }

  private mutating func role(of item: Fields) -> User.Role? {
    guard let text = text("role", of: item, isRequired: true) else { return nil }
    if let role = User.Role(rawValue: text) { return role }
    let roles = User.Role.allCases.map(\.rawValue)
    report(
      .unknownRole, at: item.path(of: "role"), line: item.pairs.first { $0.key == "role" }?.line ?? item.line,
      value: text, arguments: [text, roles.joined(separator: ", ")], suggestion: NearMatch.of(text, in: roles)
    )
    return nil
  }

  /// The mappings of a list. Their key paths count from 1: `organisations[3].code`.
  mutating func items(
    _ key: String, of fields: Fields, known: [String], isRequired: Bool = false
  ) -> [Fields] {
    guard let node = node(key, of: fields, isRequired: isRequired) else { return [] }
    let path = fields.path(of: key)
    guard case .list(let list) = node.content else {
      report(.wrongForm, at: path, line: node.line, value: node.shown, arguments: ValueForm.list.arguments)
      return []
    }
    var items: [Fields] = []
    for (index, item) in list.enumerated() {
      note("\(path)[\(index + 1)]", line: item.line)
      if let item = self.fields(item, at: "\(path)[\(index + 1)]", known: known) { items.append(item) }
    }
    return items
  }

  /// Remembers the lines of an item under its own name too, which is how later checks call it.
  mutating func noteKeys(of item: Fields, under path: String) {
    note(path, line: item.line)
    for pair in item.pairs { note("\(path).\(pair.key)", line: pair.line) }
  }
}

extension FindingTemplate {
  static let doubledOrganisation = FindingTemplate(
    "ORG-01.doubled",
    message: Wording(zh: "机构代码 {0} 前面已经有了。", en: "The organisation code {0} stands further up already."),
    advice: Wording(
      zh: "每个机构只写一次；请删除其中一个或更正代码。", en: "Write each organisation once: remove one, or mend its code."))

  static let doubledUser = FindingTemplate(
    "ORG-02.doubled",
    message: Wording(zh: "用户名 {0} 前面已经有了。", en: "The user name {0} stands further up already."),
    advice: Wording(
      zh: "一个用户只属于一个机构；请删除其中一个或改名。",
      en: "A user belongs to exactly one organisation: remove one, or give it another name."))

  static let unknownRole = FindingTemplate(
    "ORG-02.role",
    message: Wording(zh: "没有“{0}”这个角色。", en: "There is no role “{0}”."),
    advice: Wording(zh: "请改为以下之一：{1}。", en: "Use one of these: {1}."))
}
