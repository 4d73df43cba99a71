public import Storage

/// 探查 — a look at whether a rule can find anything at all: a condition over rows that several rules share, so that one
/// pass over them asks for all of these rules. Most files break none.
public struct Probe: Sendable {
  /// The rows: `FROM …`.
  public let source: String
  /// The parameters of `source`, all of which it uses; they begin at `$1`.
  public let parameters: [SQLValue]
  /// What is true of a row that the rule finds; it may be true of others too.
  public let condition: String

  /// A probe.
  public init(_ condition: String, from source: String, parameters: [SQLValue] = []) {
    self.source = source
    self.parameters = parameters
    self.condition = condition
  }

  /// Those of some judgements that may find something.
  static func mayFind(_ judgements: [Judgement], _ session: any Session) throws -> [Judgement] {
    var idle: Set<Int> = []
    let sources = Set(judgements.compactMap(\.probe?.source))
    for source in sources.sorted() {
      let places = judgements.indices.filter { judgements[$0].probe?.source == source }
      let conditions = places.compactMap { judgements[$0].probe?.condition }
      let parameters = places.first.flatMap { judgements[$0].probe?.parameters } ?? []
      let columns = conditions.map { "max(CASE WHEN \($0) THEN 1 ELSE 0 END)" }
      let found = try session.first("SELECT \(columns.joined(separator: ", ")) \(source)", parameters) {
        row in
        conditions.indices.map(row.flag)
      }
      for (place, isFound) in zip(places, found ?? []) where !isFound { idle.insert(place) }
    }
    return judgements.indices.filter { !idle.contains($0) }.map { judgements[$0] }
  }
}
