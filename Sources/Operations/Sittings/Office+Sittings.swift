internal import ExamModel
internal import Programmes
public import Storage
internal import Tabular

extension Office {
  /// 初始化 — gives a new store its first user, "root" at the centre, and the key that signs its packages. A store that has one is left as it is.
  /// - Parameter allowsClock: whether `--now` may set the clock of this store.
  public func initialise(allowsClock: Bool) async throws {
    try await database.write { session in
      if try SittingTable.user("root", inSitting: "", session) == nil {
        try SittingTable.add(
          MemberRecord(name: "root", organisation: "", role: User.Role.administrator.rawValue), to: 0, session
        )
      }
      if allowsClock { try StoreProperty.write("allowClock", "1", session) }
    }
    _ = try await signingKey()
  }

  /// 关闭考次 — from now on it is read and exported, never changed (ORG-06).
  public func closeSitting(_ code: String) async throws {
    let now = now.secondsSince1970
    try await database.write { session in
      try SittingTable.hold(code, session)
      let sitting = try open(code, session)
      try requireCentre(of: code, session)
      guard !sitting.isClosed else { return }
      try SittingTable.close(sitting.id, session)
      let trail = TrailWriter(session, by: userName, at: now, sitting: sitting.id)
      try trail.add(
        RecordChange(
          .changed, .sitting, key: code, site: "", rule: "ORG-06",
          fields: [RecordChange.Field("closed", old: "false", new: "true")]))
      try trail.finish()
    }
  }

  /// 考次清单 — the sittings in which the acting user has a part; an empty list for somebody unknown.
  public func sittings() async throws -> [SittingRecord] {
    let name = userName
    return try await database.read { session in
      let codes = Set(try SittingTable.codes(of: name, session))
      return try SittingTable.all(session).filter { codes.contains($0.code) }
    }
  }

  /// A whole sitting is set by the centre alone.
  func requireCentre(of code: String, _ session: any Session) throws {
    let user = try SittingTable.user(userName, inSitting: code, session)
    guard user?.organisation == "", user?.role == User.Role.administrator.rawValue else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "用户 \(userName) 不能设置整个考次，只有中心管理员可以。",
          en: "User \(userName) cannot set a whole sitting; the centre can."))
    }
  }
}
