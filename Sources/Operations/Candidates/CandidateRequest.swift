internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 考生请求 — which candidates of which sitting and site are meant, in which order, and which page of them.
public struct CandidateRequest: Sendable {
  /// The sitting's code.
  public var sitting: String
  /// The site, or an organisation above sites.
  public var site: String
  /// `FIELD=VALUE` conditions, joined by "and"; `a,b` for either, `*` for any text.
  public var conditions: [(field: String, values: [String])] = []
  /// A file with one ID number a line; nil for no limit.
  public var numbersPath: String?
  /// The fields by which they are sorted, each with a `-` before it to turn its order round.
  public var order: [String] = []
  /// Which page is shown, from 1; nil for everything.
  public var page: Int?
  /// How many candidates a page holds.
  public var pageSize = 50

  /// All candidates of an organisation.
  public init(sitting: String, site: String) {
    self.sitting = sitting
    self.site = site
  }

  /// The places of the page in the whole list, counted from 1; nil for everything.
  var places: ClosedRange<Int>? {
    guard let page else { return nil }
    let size = min(max(pageSize, 1), 1_000_000)
    let first = (min(max(page, 1), 1_000_000_000) - 1) * size + 1
    return first...(first + size - 1)
  }

  /// The query as a person wrote it, for the trail.
  var text: String {
    let parts = conditions.map { "\($0.field)=\($0.values.joined(separator: ","))" }
    return (parts + (numbersPath == nil ? [] : ["--id"])).joined(separator: " and ")
  }
}

/// 未知条件 — candidates cannot be asked for, sorted by or given this field.
public struct UnknownField: Error {
  /// The name that was given.
  public let name: String
  /// The names that there are.
  public let known: [String]
}

extension CandidateRequest {
  /// The query for the tables.
  /// - Throws: `UnknownField`, `FileError` where the file of ID numbers cannot be read.
  func query(_ sitting: OpenSitting) throws -> CandidateQuery {
    let known = CandidateColumn.allCases.map(\.rawValue)
    var query = CandidateQuery(sitting: sitting.id, site: site)
    query.conditions = try conditions.map { condition in
      guard let column = CandidateColumn.named(condition.field) else {
        throw UnknownField(name: condition.field, known: known)
      }
      return .init(column, anyOf: condition.values.flatMap { column.stored($0, sitting) })
    }
    query.order = try order.map { name in
      let isDescending = name.hasPrefix("-")
      let field = isDescending ? String(name.dropFirst()) : name
      guard let column = CandidateColumn.named(field) else { throw UnknownField(name: field, known: known) }
      return .init(column, isDescending: isDescending)
    }
    query.rosterSites = sitting.definition.sites.filter(\.value.roster.isEnabled).map(\.key).sorted()
    if let numbersPath { query.documentNumbers = try Self.numbers(in: numbersPath) }
    return query
  }

  static func numbers(in path: String) throws(FileError) -> [String] {
    try LineList.read(path).map { DocumentType.residentCard.stored($0) }
  }
}
