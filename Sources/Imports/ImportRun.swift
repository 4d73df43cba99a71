internal import ExamModel
public import Pipeline
public import Storage
internal import Synchronization
public import Tabular

/// 导入过程 — stage, then judge and merge: reads rows into the staging tables, then settles everything in one
/// transaction, so that all of a file is taken or nothing (OPS-07).
public struct ImportRun: Sendable {
  private let kind: any ImportKind
  private let binding: FieldBinding
  private let context: ImportContext
  private let job: Int

  /// A run of a kind over one file.
  public init(_ kind: any ImportKind, binding: FieldBinding, context: ImportContext, job: Int) {
    self.kind = kind
    self.binding = binding
    self.context = context
    self.job = job
  }

  /// 结果 — what came of a run.
  public struct Outcome: Sendable {
    /// `done` or `refused`.
    public var state: JobState
    /// What became of the rows; where the file was refused, what would have.
    public var rows = RowCounts()
    /// What became of the entries.
    public var entries = EntryCounts()
    /// How many findings there are.
    public var findings = 0
    /// What people call the one record that the whole file became; nil where the rows are records of their own.
    public var made: String?
    /// The same by site and subject.
    public var groups: [GroupCounts] = []
    /// For a dry run what would change.
    public var changes: [FieldChange]?
    /// Where good rows alone were taken: the numbers of the others.
    public var rejectedRows: [Int] = []
  }

  /// Creates the staging tables on the run's own connection.
  public func prepare(_ connection: any Connection, headerFindings: [Finding]) async throws {
    try await connection.read { [kind] session in
      try StagingTable.create(kind, session)
      try StagedFindings.add(headerFindings, session)
    }
  }

  /// Reads all rows into the staging tables: decoded and checked in parallel, loaded in the order of the file.
  /// - Parameters:
  ///   - chunks: how many rows are handed to a task at a time.
  ///   - decode: makes values of a chunk's cells; pure.
  /// - Returns: how many rows were read.
  public func stage(
    _ reader: inout any RowReader, chunks: ChunkRun = ChunkRun(), on connection: any Connection,
    progress: any ProgressDisplay, decode: @escaping @Sendable (RowChunk) throws -> [DecodedRow]
  ) async throws -> Int {
    let stage = Wording(zh: "读取并检查", en: "reading and checking")
    let (kind, binding) = (kind, binding)
    let done = Mutex(0)
    try await chunks.run(&reader) { chunk in
      var rows = try decode(chunk)
      for index in rows.indices { kind.check(&rows[index]) }
      return rows
    } settle: { rows in
      try await connection.read { try StagingTable.load(rows, of: kind, binding: binding, $0) }
      let soFar = done.withLock { count in
        count += rows.count
        return count
      }
      progress.advance(stage, done: soFar, of: nil)
    }
    progress.finish(stage)
    return done.withLock(\.self)
  }

  /// Loads the whole file into the staging tables, for kinds that keep it.
  public func stage(content file: any ByteSource, on connection: any Connection) async throws {
    try await connection.read { try SiteFileStaging.load(file, $0) }
  }

  /// Judges what is staged and, where it may be taken, merges it and ends the job, all in one transaction.
  /// - Parameters:
  ///   - read: how many rows were read.
  ///   - plan: the plan that is to be carried out; nil where there is none (REG-18).
  ///   - begin: what the transaction begins with; where it throws, nothing is kept.
  ///   - finish: notes the job's end; it returns false where somebody else ended it, and then nothing is kept.
  /// - Throws: `StalePlan` where a row would fare otherwise than planned, `UnbalancedRun` where the counts do not close.
  public func settle(
    read: Int, plan: Int? = nil, on connection: any Connection,
    begin: @escaping @Sendable (any Session) throws -> Void = { _ in },
    finish: @escaping @Sendable (Outcome, any Session) throws -> Bool
  ) async throws -> Outcome {
    let (kind, binding, context, options, job) = (kind, binding, context, context.options, job)
    let balance = RowBalance(read: read, kind: kind, context: context)
    return try await connection.write { session in
      try begin(session)
      try kind.match(session)
      for judgement in try Probe.mayFind(kind.judgements, session) {
        try StagedFindings.add(judgement, binding: binding, session)
      }
      try StagedFindings.add(try kind.judgeRows(session), session)
      try StagedFindings.add(try SwappedCells.judgeColumns(binding, session), session)
      try StagingTable.setOutcomes(session)
      try StagedFindings.add(try kind.judgeWhole(session), session)
      try StagedFindings.add(try ChangeGuard(context: context, kind: kind).findings(session), session)

      var outcome = Outcome(state: .done)
      outcome.rows = try StagingTable.counts(session)
      outcome.groups = try balance.groups(outcome.rows, session)
      try balance.check(outcome.rows, outcome.groups)
      if let plan { try ImportPlan.check(plan: plan, kind, session) }
      let isFileBad = try StagedFindings.hasErrorsOfWholeFile(session)
      if isFileBad || (outcome.rows.failed > 0 && !options.isPartial) { outcome.state = .refused }
      outcome.entries = try kind.entryCounts(session)
      outcome.findings = try Self.keepFindings(binding, job, session)
      if options.isPartial { outcome.rejectedRows = try StagingTable.failedRows(session) }
      if options.isDryRun {
        var changes: [FieldChange] = []
        try kind.forEachChange(session) { changes += FieldChange.all(of: $0, kind, binding) }
        outcome.changes = changes
        try ImportPlan.keep(job: job, kind, session)
      } else if outcome.state == .done {
        try writeTrail(outcome.rows, session)
        try kind.merge(session, job: job)
        try balance.checkMerged(outcome.rows, job: job, session)
        outcome.made = try kind.nameOfWhole(session, job: job)
      }
      guard try finish(outcome, session) else { throw MergeConflict() }
      return outcome
    }
  }

  /// Writes down what the merge is about to change, and how many records it creates (OPS-02).
  private func writeTrail(_ rows: RowCounts, _ session: any Session) throws {
    let trail = TrailWriter(
      session, by: context.user.name, at: context.now.secondsSince1970,
      sitting: type(of: kind).belongsToSitting ? context.sittingID : 0, job: job)
    try kind.forEachChange(session) { try trail.add($0) }
    if rows.created > 0 {
      let records = type(of: kind).makesRecordOfRow ? rows.created : 1
      let count = RecordChange.Field("count", old: nil, new: String(records))
      try trail.add(
        RecordChange(.created, type(of: kind).record, key: "", site: context.site, fields: [count]))
    }
    try trail.finish()
  }

  /// Keeps the findings for the job's reports, identity numbers masked (IDN-06).
  private static func keepFindings(_ binding: FieldBinding, _ job: Int, _ session: any Session) throws -> Int
  {
    let masked = Set(binding.layout.columns.filter { $0.type == .document }.map(\.heading))
    let writer = try JobFindingTable.Writer(job: job, session)
    try StagedFindings.forEach(sheet: binding.sheet, session) { finding in
      var finding = finding
      let holdsNumbers = finding.place.column.map(masked.contains) ?? false
      finding.value = finding.value.map {
        holdsNumbers ? Masking.shortened($0) : Masking.hidingResidentIDs(in: $0)
      }
      try writer.add(finding)
    }
    try writer.finish()
    return writer.count
  }
}
