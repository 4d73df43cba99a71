internal import ExamModel
internal import Files
public import Programmes
public import Storage
public import Tabular

/// 载入结果 — what loading a sitting file found and changed.
public struct SittingLoad: Sendable {
  /// The sitting's code.
  public var sitting: String
  /// What is wrong with the file, in file order; nothing is loaded where one of them is an error.
  public var findings: [Finding]
  /// What the file changes against what was loaded before.
  public var changes: SittingChanges
  /// Whether it was loaded.
  public var isLoaded: Bool
  /// Whether a finding keeps it from being loaded.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

extension Office {
  /// 初始化 — gives a new store its first user, "root" at the centre. A store that has one is left as it is.
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
  }

  /// 载入考次 — checks a sitting file whole and applies it all or not at all (SET-08).
  /// - Throws: `FileError` where the file is no YAML, `Refusal` where the sitting is closed or the user may not set it.
  public func loadSitting(path: String, isDryRun: Bool) async throws -> SittingLoad {
    let document = try Self.sittingDocument(path)
    let definition = document.definition
    try await requireCentre(of: definition.id)
    let strange = SittingCheck.findings(in: document, known: try library.identifiers())
    guard strange.isEmpty else {
      return SittingLoad(
        sitting: definition.id, findings: strange, changes: SittingChanges(from: definition, to: definition),
        isLoaded: false)
    }
    let programme = try library.programme(definition.programme)
    let stored = try await database.read { try SittingTable.read(definition.id, $0) }
    if stored?.isClosed == true { try await open(definition.id).requireOpen() }
    let old = try stored.map { try SittingDefinition(canonicalText: $0.definition) }
    let registered = try await registeredEntries(of: stored?.id)
    let findings =
      SittingCheck.findings(in: document, programme: programme)
      + SittingReload.findings(in: document, replacing: old, registered: registered)
    var load = SittingLoad(
      sitting: definition.id, findings: findings, changes: SittingChanges(from: old, to: definition),
      isLoaded: false)
    guard !load.hasErrors, !isDryRun else { return load }
    let now = now.secondsSince1970
    try await database.write { session in
      let id = try SittingTable.store(
        SittingRecord(
          code: definition.id, programme: definition.programme, number: definition.number,
          name: definition.name,
          definition: definition.canonicalText, loadedAt: now), session)
      try SittingTable.replace(
        organisations: definition.organisations.values.sorted { $0.code < $1.code }.map {
          OrganisationRecord(
            code: $0.code, name: $0.name, address: $0.address, isEnabled: $0.isEnabled,
            isAudited: $0.isAudited)
        },
        members: definition.users.values.sorted { $0.name < $1.name }.map {
          MemberRecord(name: $0.name, organisation: $0.organisation, role: $0.role.rawValue)
        }, of: id, session)
    }
    load.isLoaded = true
    return load
  }

  /// Reads a sitting file; errors name it beside the line.
  private static func sittingDocument(_ path: String) throws(FileError) -> SittingDocument {
    let file = try FileSource(path: path)
    do throws(FileError) {
      return try SittingFile.read(file)
    } catch {
      var named = error
      named.place = error.place.map { "\(file.name) \($0)" } ?? file.name
      throw named
    }
  }

  /// 关闭考次 — from now on it is read and exported, never changed (ORG-06).
  public func closeSitting(_ code: String) async throws {
    let sitting = try await open(code)
    try await requireCentre(of: code)
    try await database.write { try SittingTable.close(sitting.id, $0) }
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
  private func requireCentre(of code: String) async throws {
    let name = userName
    let user = try await database.read { try SittingTable.user(name, inSitting: code, $0) }
    guard user?.organisation == "", user?.role == User.Role.administrator.rawValue else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "用户 \(name) 不能设置整个考次，只有中心管理员可以。", en: "User \(name) cannot set a whole sitting; the centre can."
        ))
    }
  }

  private func registeredEntries(of sitting: Int?) async throws -> [String: [String: Int]] {
    guard let sitting else { return [:] }
    return try await database.read { session in
      var counts: [String: [String: Int]] = [:]
      try session.forEach(
        "SELECT site, subject, count(*) FROM entry WHERE sitting = $1 GROUP BY site, subject",
        [.integer(sitting)]
      ) { counts[$0.text(0), default: [:]][$0.text(1)] = $0.integer(2) }
      return counts
    }
  }
}
