internal import ExamModel
internal import Files
public import Storage
internal import Tabular

/// 考生请求 — which candidates of which sitting and site are meant.
public struct CandidateRequest: Sendable {
  /// The sitting's code.
  public var sitting: String
  /// The site, or an organisation above sites.
  public var site: String
  /// `FIELD=VALUE` conditions, joined by "and"; `a,b` for either.
  public var conditions: [(field: String, values: [String])] = []
  /// A file with one ID number a line; nil for no limit.
  public var numbersPath: String?

  /// All candidates of an organisation.
  public init(sitting: String, site: String) {
    self.sitting = sitting
    self.site = site
  }
}

/// 未知条件 — candidates cannot be asked for by this field.
public struct UnknownField: Error {
  /// The name that was given.
  public let name: String
}

extension Office {
  /// 考生清单 — the candidates of a query; outside the user's scope there are none (ORG-02).
  public func candidates(_ request: CandidateRequest) async throws -> [CandidateRecord] {
    let sitting = try await open(request.sitting)
    guard sitting.sees(request.site) else { return [] }
    let query = try query(request, sitting)
    return try await database.read { try CandidateTable.all(query, $0) }
  }

  /// 锁定 or 解锁 — one candidate, many, or all of a query (CAN-02).
  /// - Returns: how many changed.
  public func setLock(_ isLocked: Bool, _ request: CandidateRequest) async throws -> Int {
    let sitting = try await open(request.sitting)
    try sitting.requireChange(at: request.site, window: .registration)
    let query = try query(request, sitting)
    let now = now.secondsSince1970
    return try await database.write { session in
      isLocked
        ? try CandidateTable.lock(query, reason: "manual", at: now, session)
        : try CandidateTable.unlock(query, session)
    }
  }

  private func query(_ request: CandidateRequest, _ sitting: OpenSitting) throws -> CandidateQuery {
    var query = CandidateQuery(sitting: sitting.id, site: request.site)
    query.values = try request.conditions.map { condition in
      guard let column = Self.column(condition.field) else { throw UnknownField(name: condition.field) }
      return (column, condition.values)
    }
    if let path = request.numbersPath { query.documentNumbers = try Self.numbers(in: path) }
    return query
  }

  /// A field by its English name or its heading.
  private static func column(_ field: String) -> CandidateColumn? {
    let headings: [String: CandidateColumn] = [
      "证件号码": .idNumber, "姓名": .name, "报名方式": .method, "锁定": .locked, "审核": .audit, "照片": .photo,
      "班级": .class,
      "报考科目": .subject, "支付": .paid,
    ]
    return CandidateColumn(rawValue: field) ?? headings[field]
  }

  static func numbers(in path: String) throws(FileError) -> [String] {
    let source = try FileSource(path: path)
    let text = String(decoding: try source.bytes(in: 0..<source.count), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let number = TextCleaning.trimmed(String(line))
      return number.isEmpty ? nil : DocumentType.residentCard.stored(number)
    }
  }
}
