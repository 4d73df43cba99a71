internal import ExamModel
internal import Files
internal import Imports
internal import Storage
internal import Tabular

/// 受理 — an import that passed the gates: what it is, where, and under which rules.
struct ImportAdmission: Sendable {
  let kind: any ImportKind.Type
  let sitting: OpenSitting
  let context: ImportContext

  /// The row of the ledger for a file that is taken in, without its number.
  func job(of file: FileSource, sha256: String, plan: Int?, owner: String) -> JobRecord {
    var job = JobRecord(
      kind: kind.name, sitting: sitting.id, site: context.site, user: sitting.user.name, fileName: file.name,
      fileBytes: file.count, fileSHA256: sha256, options: context.options.json, owner: owner,
      startedAt: sitting.now.secondsSince1970)
    job.applies = plan
    return job
  }

  /// The gates that depend on steps which are stored: a station's approval, what was submitted already.
  func requireSteps(_ session: any Session) throws {
    let site = context.site
    if kind.needsApprovedStation { try StationGates(sitting, site: site).requireApproval(session) }
    if kind.record == .violation { try ViolationReturnGates(sitting, session).requireRecording(at: site) }
  }

  /// Enters a job into the ledger; the conditions that depend on what is stored are judged in the same transaction.
  func enter(_ job: JobRecord, _ session: any Session) throws -> JobRecord {
    try Office.requireNoneProcessing(kind, job, session)
    try requireSteps(session)
    var entered = job
    entered.id = try JobTable.insert(job, session)
    return entered
  }
}

extension Office {
  /// The gates before every import: who may, where, and when (ORG-02, ORG-03, ORG-06, WIN-03, SET-01).
  func admit(_ request: ImportRequest) async throws -> ImportAdmission {
    let kind = try kind(of: request)
    let sitting = try await open(request.sitting)
    try sitting.requireChange(at: request.site, window: kind.window)
    try sitting.requireAnyWindow(whereSet: kind.windowsWhereSet, of: request.site)
    var options = request.options
    // Photos alone are taken one by one (OPS-07).
    if kind.source == .photos { options.isPartial = true }
    let context = ImportContext(sitting, site: request.site, options: options)
    if let refusal = kind.refusal(context) { throw Refusal(.precondition, rule: "SET-01", refusal) }
    return ImportAdmission(kind: kind, sitting: sitting, context: context)
  }

  /// The kind that a request names.
  func kind(of request: ImportRequest) throws(UnknownKind) -> any ImportKind.Type {
    guard let kind = ImportKinds.named(request.kind) else { throw UnknownKind(name: request.kind) }
    return kind
  }
}
