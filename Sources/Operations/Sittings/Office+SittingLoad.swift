internal import ExamModel
public import Programmes
internal import Storage
public import Tabular

/// 载入结果 — what loading a sitting file found and changed.
public struct SittingLoad: Sendable {
  /// The sitting's code.
  public var sitting: String
  /// What is wrong with the file, in file order; nothing is loaded where one of them is an error.
  public var findings: [Finding]
  /// What the file changes against what was loaded before.
  public var changes: [SittingChanges.Change]
  /// The earlier sitting from which a new one takes what the file leaves out, and the accounts (ORG-04).
  public var copiedFrom: String?
  /// Whether it was loaded.
  public var isLoaded: Bool
  /// Whether a finding keeps it from being loaded.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

extension Office {
  /// 载入考次 — checks a sitting file, YAML or a workbook, whole and applies it all or not at all (SET-08). Checking and applying see the same
  /// state of the store: no entry is added in between.
  /// - Throws: `FileError` where the file is neither YAML nor a workbook, `Refusal` where the sitting is closed or the user may not set it.
  public func loadSitting(path: String, isDryRun: Bool) async throws -> SittingLoad {
    let document = try SittingInput.read(path)
    // Entries that nobody paid in time hold no place any longer (CAN-07).
    let code = document.definition.id
    let stored = try await database.read { try SittingTable.read(code, $0) }
    if let stored, !stored.isClosed { try await removeExpiredEntries(ofSitting: stored.id) }
    if isDryRun { return try await database.read { try judge(document, $0).load } }
    return try await database.write { session in
      try SittingTable.hold(document.definition.id, session)
      var judged = try judge(document, session)
      guard !judged.load.hasErrors else { return judged.load }
      try apply(judged, session)
      judged.load.isLoaded = true
      return judged.load
    }
  }

  /// What a sitting file is found to be, beside what is stored.
  private struct Judged {
    var load: SittingLoad
    /// What the file says, completed from the sitting before it.
    var definition: SittingDefinition
    /// What is stored of the sitting; nil for a new one.
    var old: SittingDefinition?
    /// The sitting that a new one is copied from.
    var earlier: SittingRecord?
    /// What becomes of the settlement accounts.
    var accounts: AccountLoad
    /// Whether the file names settlement accounts; otherwise a new sitting has those of the one it is copied from.
    var namesAccounts: Bool
  }

  private func judge(_ file: SittingDocument, _ session: any Session) throws -> Judged {
    let code = file.definition.id
    let stored = try SittingTable.read(code, session)
    // A sitting that is not there yet has no users: who sets the one it is copied from may make it.
    try requireCentre(of: stored == nil ? file.copyFrom ?? code : code, session)
    if stored?.isClosed == true { try open(code, session).requireOpen() }
    let old = try stored.map { try SittingDefinition(canonicalText: $0.definition) }
    let earlier = stored == nil ? try self.earlier(of: file, session) : nil
    let document = file.completed(
      from: try old ?? earlier.map { try SittingDefinition(canonicalText: $0.definition) })
    let definition = document.definition
    var load = SittingLoad(
      sitting: code, findings: SittingCheck.findings(in: document, known: try library.identifiers()),
      changes: [], copiedFrom: earlier?.code, isLoaded: false)
    let accounts = AccountLoad(
      from: try stored.map { try SettlementAccountTable.all(sitting: $0.id, site: "", session) } ?? [],
      to: document.accounts)
    if load.findings.isEmpty {
      load.findings =
        SittingCheck.findings(in: document, programme: try library.programme(definition.programme))
        + SittingReload.findings(
          in: document, replacing: old, registered: try registeredEntries(of: stored?.id, session),
          accounts: try document.accounts == nil
            ? stored.map { try SettlementAccountTable.counts(sitting: $0.id, session) } ?? [:] : [:],
          extended: try stored.map { try SittingTrail.extendedWindows(of: $0.id, session) } ?? [])
      load.changes = SittingChanges(from: old, to: definition).list + accounts.list
    }
    if stored == nil, earlier == nil, let missing = document.copyFrom {
      load.findings = document.inFileOrder(load.findings + [document.unknownEarlierSitting(missing)])
    }
    return Judged(
      load: load, definition: definition, old: old, earlier: earlier, accounts: accounts,
      namesAccounts: document.accounts != nil)
  }

  /// The sitting of the same programme that a file names as the earlier one; nil where there is none.
  private func earlier(of file: SittingDocument, _ session: any Session) throws -> SittingRecord? {
    guard let code = file.copyFrom, let record = try SittingTable.read(code, session) else { return nil }
    return record.programme == file.definition.programme ? record : nil
  }

  private func apply(_ judged: Judged, _ session: any Session) throws {
    let id = try store(judged.definition, at: now, session)
    let trail = TrailWriter(session, by: userName, at: now.secondsSince1970, sitting: id)
    if let old = judged.old {
      for change in SittingTrail.changes(from: old, to: judged.definition, rule: "SET-08") {
        try trail.add(change)
      }
      try judged.accounts.apply(to: id, trail, session)
    } else {
      // One entry stands for all that a new sitting begins with.
      try judged.accounts.apply(to: id, nil, session)
      if !judged.namesAccounts, let earlier = judged.earlier {
        try SettlementAccountTable.copy(from: earlier.id, to: id, site: "", session)
      }
      let accounts = try SettlementAccountTable.counts(sitting: id, session).values.reduce(0, +)
      try trail.add(
        SittingTrail.creation(
          of: judged.definition, copiedFrom: judged.earlier?.code, accounts: accounts, rule: "SET-08"))
    }
    try trail.finish()
  }

  private func registeredEntries(
    of sitting: Int?, _ session: any Session
  ) throws -> [String: [String: Int]] {
    guard let sitting else { return [:] }
    var counts: [String: [String: Int]] = [:]
    try session.forEach(
      "SELECT place, subject, count(*) FROM entry WHERE sitting = $1 GROUP BY place, subject",
      [.integer(sitting)]
    ) { counts[$0.text(0), default: [:]][$0.text(1)] = $0.integer(2) }
    return counts
  }
}
