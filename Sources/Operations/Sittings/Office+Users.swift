public import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

extension Office {
  /// 用户清单 — the users of an organisation and those below it, by organisation and name; outside the scope there are none
  /// (ch. 8).
  public func users(sitting code: String, organisation: String) async throws -> [User] {
    let sitting = try await open(code)
    guard sitting.sees(organisation) else { return [] }
    return sitting.definition.users.values
      .filter { sitting.programme.levels.isWithin($0.organisation, scope: organisation) }
      .sorted { ($0.organisation, $0.name) < ($1.organisation, $1.name) }
  }

  /// 新增用户 — adds a user to an organisation. A name belongs to one user of the whole sitting.
  /// - Throws: `Refusal` outside the scope, of a closed sitting, for a viewer.
  public func addUser(
    _ name: String, role: User.Role, to organisation: String, in code: String
  ) async throws -> Edit<User> {
    try await change(code, rule: "ORG-02") { sitting, definition, session in
      try sitting.requireManagement(of: organisation)
      let user = User(name: TextCleaning.trimmed(name), organisation: organisation, role: role)
      var findings = NamedTextCheck.findings([("--name", user.name)])
      // A name of the store's own users would take their place in this sitting.
      let isTaken =
        try definition.users[user.name] != nil
        || SittingTable.user(user.name, inSitting: "", session) != nil
      if isTaken { findings.append(NamedTextCheck.takenUserName(user.name)) }
      if findings.isEmpty { definition.users[user.name] = user }
      return Edit(record: user, findings: findings)
    }
  }

  /// 修改用户 — gives a user another role, or moves the user to another organisation of one's scope. Nobody changes
  /// themselves.
  /// - Throws: `Refusal` where there is no such user in the scope.
  public func changeUser(
    _ name: String, role: User.Role? = nil, organisation: String? = nil, in code: String
  ) async throws -> User {
    try await change(code, rule: "ORG-02") { sitting, definition, _ in
      var user = try sitting.requireOther(name)
      if let role { user.role = role }
      if let organisation {
        try sitting.requireManagement(of: organisation)
        user.organisation = organisation
      }
      definition.users[name] = user
      return user
    }
  }

  /// 删除用户 — takes a user out of a sitting; anyone but oneself.
  /// - Throws: `Refusal` where there is no such user in the scope.
  public func deleteUser(_ name: String, in code: String) async throws -> User {
    try await change(code, rule: "ORG-02") { sitting, definition, _ in
      let user = try sitting.requireOther(name)
      definition.users[name] = nil
      return user
    }
  }
}

extension OpenSitting {
  /// A user of the scope whom the acting user may change: anyone but themselves.
  fileprivate func requireOther(_ name: String) throws(Refusal) -> User {
    guard let other = definition.users[name], sees(other.organisation) else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "没有用户 \(name)。可用 kaowu users list 查看。", en: "There is no user \(name). See kaowu users list."))
    }
    try requireManagement(of: other.organisation)
    guard name != user.name else {
      throw Refusal(
        .precondition, rule: "ORG-02",
        Wording(
          zh: "不能修改或删除自己（\(name)）。请由本机构的其他管理员或上级操作。",
          en: "Nobody changes or deletes themselves (\(name)). Another administrator can."))
    }
    return other
  }
}
