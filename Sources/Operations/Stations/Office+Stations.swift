internal import ExamModel
internal import Files
internal import Imports
internal import Programmes
public import Storage
internal import Tabular

/// 考核站点申报请求 — what a school says of a station.
public struct StationRequest: Sendable {
  /// The sitting's code.
  public var sitting: String
  /// The station's code.
  public var site: String
  public var name = ""
  /// The region code.
  public var region = ""
  public var address = ""
  public var contactName = ""
  public var contactPhone = ""
  public var contactEmail = ""
  /// Certificates by name, or by name and level.
  public var certificates: [String] = []
  /// The evidence file; nil where there is none.
  public var evidencePath: String?

  /// A request that says nothing yet.
  public init(sitting: String, site: String) {
    self.sitting = sitting
    self.site = site
  }
}

extension Office {
  /// 考核站点清单 — the applications of an organisation and those below it; outside the scope there are none (ORG-02).
  /// - Parameter site: the user's own organisation unless named.
  public func stations(sitting code: String, site: String? = nil) async throws -> [StationRecord] {
    let sitting = try await open(code)
    let site = site ?? sitting.user.organisation
    guard sitting.sees(site) else { return [] }
    return try await database.read {
      try StationTable.all(sitting: sitting.id, organisation: site, $0)
    }
  }

  /// 申报考核站点 — applies for a station, or anew for one that was rejected (ORG-08).
  /// - Throws: `Refusal` where it is not allowed, `FileError` where the evidence is no PDF or Word document.
  public func applyForStation(_ request: StationRequest) async throws -> Edit<StationRecord> {
    let gates = StationGates(try await open(request.sitting), site: request.site)
    let check = StationCheck(gates.sitting.programme, gates.sitting.definition)
    let evidence = try request.evidencePath.map(EvidenceFile.init)
    let certificates = Set(request.certificates.flatMap(check.certificates(named:)))
    let plain = CandidateChange.plain
    let station = StationRecord(
      site: request.site, name: plain(request.name), region: plain(request.region),
      address: plain(request.address), contactName: plain(request.contactName),
      contactPhone: plain(request.contactPhone), contactEmail: plain(request.contactEmail),
      certificates: certificates.sorted { $0.title < $1.title }, evidence: evidence?.record,
      appliedAt: now.secondsSince1970, appliedBy: gates.sitting.user.name)
    let findings = check.findings(in: station, certificates: request.certificates)
    return try await changing(gates) { old, trail, session in
      try gates.requireApplication(over: old)
      guard findings.isEmpty else { return Edit(record: station, findings: findings) }
      try evidence?.keep(session)
      try StationTable.put(station, over: old, sitting: gates.sitting.id, trail, session)
      return Edit(record: station, findings: [])
    }
  }

  /// 审批考核站点 — approves an application, or rejects it with a reason (ORG-08).
  /// - Throws: `Refusal` for anyone but an administrator of the approving level, and where nothing is pending.
  public func decideStation(
    _ state: StationRecord.State, sitting code: String, site: String, reason: String? = nil
  ) async throws -> StationRecord {
    let gates = StationGates(try await open(code), site: site)
    let (user, now) = (gates.sitting.user.name, now.secondsSince1970)
    return try await changing(gates) { old, trail, session in
      try StationTable.decide(
        try gates.requireDecision(on: old), state, reason: reason.map(CandidateChange.plain), by: user,
        at: now, sitting: gates.sitting.id, trail, session)
    }
  }

  /// 下载佐证材料 — writes the evidence file of an application as it came.
  /// - Throws: `Refusal` where there is none.
  public func saveEvidence(sitting code: String, site: String, to path: String) async throws -> StationRecord
  {
    let sitting = try await open(code)
    try sitting.requireSight(of: site)
    return try await database.read { session in
      guard let station = try StationTable.read(site, sitting: sitting.id, session),
        let evidence = station.evidence
      else {
        throw Refusal(
          .precondition, rule: "ORG-08",
          Wording(
            zh: "考核站点 \(site) 的申报没有佐证材料。", en: "The application of station \(site) has no evidence file."))
      }
      let target = try WholeFile(path: path)
      var sink: any ByteSink = target
      try UploadTable.forEachPiece(of: evidence.sha256, session) { try sink.write($0) }
      try target.finish()
      return station
    }
  }

  private func changing<Result: Sendable>(
    _ gates: StationGates,
    _ body: @escaping @Sendable (StationRecord?, TrailWriter, any Session) throws -> Result
  ) async throws -> Result {
    try await database.write { session in
      let trail = TrailWriter(
        session, by: gates.sitting.user.name, at: gates.sitting.now.secondsSince1970,
        sitting: gates.sitting.id)
      let result = try body(
        try StationTable.read(gates.site, sitting: gates.sitting.id, session), trail, session)
      try trail.finish()
      return result
    }
  }
}
