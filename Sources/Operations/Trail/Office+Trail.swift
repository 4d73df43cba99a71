internal import CSVFormat
internal import ExamModel
internal import Files
internal import Imports
public import Storage
public import Tabular

extension Office {
  /// 审计查询 — what the trail tells, oldest first, within the user's scope (OPS-02, ORG-02). Asked for one key, it begins
  /// with the creation of the key's records: the values that the file gave them.
  public func trail(_ request: TrailRequest) async throws -> [TrailItem] {
    guard let scope = try await trailScope(request) else { return [] }
    return try await database.read { session in
      var items: [TrailItem] = []
      try Self.forEachItem(request, scope, session) { items.append($0) }
      return items
    }
  }

  /// 审计导出 — the same as CSV, row by row.
  /// - Returns: how many rows there are.
  public func exportTrail(_ request: TrailRequest, to path: String, in language: Language) async throws -> Int
  {
    let scope = try await trailScope(request)
    return try await database.read { session in
      let file = try WholeFile(path: path)
      var writer = try CSVWriter(file, encoding: .utf8BOM)
      try writer.write(TrailItem.headings.map { $0[language] })
      var count = 0
      if let scope {
        try Self.forEachItem(request, scope, session) { item in
          try writer.write(item.cells(language))
          count += 1
        }
      }
      try writer.finish()
      try file.finish()
      return count
    }
  }

  /// The sitting's key and the organisation whose records are asked for; nil where the user sees nothing of it.
  private func trailScope(_ request: TrailRequest) async throws -> (sitting: Int, site: String)? {
    let sitting = try await open(request.sitting)
    let site = request.site.isEmpty ? sitting.user.organisation : request.site
    return sitting.sees(site) ? (sitting.id, site) : nil
  }

  private static func forEachItem(
    _ request: TrailRequest, _ scope: (sitting: Int, site: String), _ session: any Session,
    _ body: (TrailItem) throws -> Void
  ) throws {
    var sources = TrailSources(session)
    guard let key = request.key, request.job == nil else {
      try TrailTable.forEach(
        keys: request.key.map { [$0] }, sitting: scope.sitting, job: request.job, site: scope.site, session
      ) {
        for item in try items($0, request, &sources) { try body(item) }
      }
      return
    }
    let names = try names(of: key, scope.sitting, session)
    var entries: [TrailEntry] = []
    try TrailTable.forEach(keys: names, sitting: scope.sitting, site: scope.site, session) {
      entries.append($0)
    }
    for name in names {
      for origin in try RecordOrigin.all(ofKey: name, sitting: scope.sitting, site: scope.site, session) {
        for item in try creation(of: origin, key: name, scope.site, entries, request, &sources) {
          try body(item)
        }
      }
    }
    for entry in entries { for item in try items(entry, request, &sources) { try body(item) } }
  }

  /// 审计核对 — follows the hashes of the whole trail (OPS-02).
  /// - Parameter known: the ends of an earlier check: what was there then must be there still.
  public func verifyTrail(known: [TrailTable.End] = []) async throws -> TrailCheck {
    try await database.read { session in
      let found = try TrailTable.verify(known: known, session)
      return TrailCheck(links: found.links, break: found.break, ends: try TrailTable.ends(session))
    }
  }

  /// The numbers that a candidate had before a correction, and the one asked for.
  private static func names(of key: String, _ sitting: Int, _ session: any Session) throws -> [String] {
    var names = [key]
    while let former = try TrailTable.formerKey(of: names[0], sitting: sitting, session),
      !names.contains(former)
    {
      names.insert(former, at: 0)
    }
    return names
  }

  /// What the file gave to a record when it created it: where a value changed since, the oldest known.
  private static func creation(
    of origin: RecordOrigin, key: String, _ site: String, _ entries: [TrailEntry], _ request: TrailRequest,
    _ sources: inout TrailSources
  ) throws -> [TrailItem] {
    guard let job = origin.job else { return [] }
    var first = Dictionary(uniqueKeysWithValues: origin.values.map { ($0.column, Optional($0.value)) })
    var seen: Set<String> = []
    for entry in entries where entry.change.record == origin.record && entry.change.part == origin.part {
      for field in entry.change.fields where seen.insert(field.column).inserted {
        first[field.column] = field.old
      }
    }
    let at = try sources.job(job)
    let columns = RecordTable.of(origin.record)?.columns ?? []
    return try columns.compactMap { column in
      guard let value = first[column] ?? nil, request.asks(for: column, origin.record) else { return nil }
      return TrailItem(
        at: at.map { Instant(secondsSince1970: $0.startedAt).iso }, by: at?.user, site: site,
        action: RecordChange.Action.created.rawValue, record: origin.record.rawValue,
        key: request.isWhole || !origin.record.isOfCandidate ? key : Masking.shortened(key),
        part: origin.part,
        field: column, new: ShownValue.text(value, of: column, isWhole: request.isWhole),
        source: try sources.source(job: job, row: origin.row, column: column))
    }
  }

  private static func items(
    _ entry: TrailEntry, _ request: TrailRequest, _ sources: inout TrailSources
  ) throws -> [TrailItem] {
    let change = entry.change
    return try change.fields.compactMap { field in
      guard request.asks(for: field.column, change.record) else { return nil }
      let isMasked = !request.isWhole && change.record.hasMaskedKey
      return TrailItem(
        number: entry.number, at: Instant(secondsSince1970: entry.at).iso, by: entry.member,
        site: change.site,
        action: change.action.rawValue, record: change.record.rawValue,
        key: isMasked && !change.key.isEmpty ? Masking.shortened(change.key) : change.key, part: change.part,
        field: field.column, old: ShownValue.text(field.old, of: field.column, isWhole: request.isWhole),
        new: ShownValue.text(field.new, of: field.column, isWhole: request.isWhole), rule: change.rule,
        reason: change.reason,
        source: try entry.job.map { try sources.source(job: $0, row: change.row, column: field.column) }
          ?? nil)
    }
  }
}

extension TrailRequest {
  /// Whether a field is one that is asked for.
  fileprivate func asks(for column: String, _ record: RecordKind) -> Bool {
    guard let field else { return true }
    let title = FieldTitle.of(column, in: record)
    return field == column || field == title.zh || field == title.en
  }
}

/// 出处查找 — the jobs behind trail entries, each read once.
struct TrailSources {
  private let session: any Session
  private var jobs: [Int: (record: JobRecord, binding: JobBinding?)] = [:]

  init(_ session: any Session) { self.session = session }

  mutating func job(_ id: Int) throws -> JobRecord? { try find(id)?.record }

  /// The place in a job's file.
  mutating func source(job id: Int, row: Int?, column: String) throws -> TrailItem.Source? {
    guard let (job, binding) = try find(id) else { return nil }
    // A score is stored under another name than the one under which it was staged.
    let found = binding?.columns[column] ?? binding?.columns[String(column.trimmingPrefix("file_"))]
    let cell = found.flatMap { column in row.map { CellAddress.columnLetters(column.position) + String($0) } }
    return TrailItem.Source(
      job: String(id), file: job.fileName, sha256: job.fileSHA256, sheet: binding?.sheet, row: row,
      column: found?.heading, cell: cell)
  }

  private mutating func find(_ id: Int) throws -> (record: JobRecord, binding: JobBinding?)? {
    if let known = jobs[id] { return known }
    guard let record = try JobTable.read(id, session) else { return nil }
    jobs[id] = (record, JobBinding(json: record.binding))
    return jobs[id]
  }
}
