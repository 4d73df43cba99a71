/// 成绩清点 — everything that score statistics say, counted in one pass over the results that hold for an organisation and
/// those below it (SCO-08). A pass costs less than the sorting by which a database would group the rows.
public struct ScoreCensus: Sendable {
  /// 分数段 — bands of scores of one width; the last has no upper end.
  public struct Bands: Sendable {
    /// Where the first band begins, in hundredths of a point.
    public var start: Int
    /// How wide a band is, in hundredths.
    public var width: Int
    /// How many there are.
    public var count: Int

    /// Bands.
    public init(start: Int, width: Int, count: Int) {
      self.start = start
      self.width = width
      self.count = count
    }

    /// The band that a score lies in; nil for one below the first.
    func band(of score: Int) -> Int? { score < start ? nil : min((score - start) / width, count - 1) }
  }

  /// The counts of each site and subject, in the order of their codes.
  public private(set) var groups: [ScoreCounts] = []
  /// The counts of all together; everybody counts once.
  public private(set) var total: ScoreCounts
  /// How many scores lie in each band.
  public private(set) var bands: [Int]

  /// Counts.
  /// - Parameters:
  ///   - classes: the result codes of each class, in the order in which their counts are wanted.
  ///   - organisation: the code with which the sites' codes begin; nil counts nothing.
  public init(
    _ classes: [[Int]], bands: Bands, sitting: Int, organisation: String?, _ session: any Session
  ) throws {
    total = .none(classes: classes.count)
    self.bands = [Int](repeating: 0, count: bands.count)
    guard let organisation else { return }
    // A dozen codes are found sooner by looking along them than by hashing.
    let codes = classes.flatMap(\.self)
    let classOfCode = classes.enumerated().flatMap { index, codes in codes.map { _ in index } }
    var groups = ScoreGroups(organisation: organisation, classes: classes.count)
    var counted = self.bands
    var candidates = NumberSet()
    let walk = try Self.walk(sitting: sitting, organisation: organisation, session)
    let sql = """
      SELECT e.place, e.subject, e.registration, c.result, c.kept, length(c.certificate), c.score
      FROM \(walk.tables) WHERE \(Joining.record("c")) AND e.sitting = $1\(walk.condition)
      """
    try session.forEach(sql, walk.parameters) { row in
      guard let group = groups.place(site: row.text(0), subject: row.text(1)) else { return }
      candidates.insert(row.integer(2))
      let code = row.integer(3)
      groups[group].add(
        class: codes.firstIndex(of: code).map { classOfCode[$0] }, kept: row.integer(4),
        hasCertificate: row.integer(5) > 0)
      let score = row.integer(6)
      if score != 0 || !row.isNull(6), let band = bands.band(of: score) { counted[band] += 1 }
    }
    self.bands = counted
    self.groups = groups.counts
    finish(candidates: candidates.count)
  }

  /// How a file's database goes through scores and entries: once through all scores in their order where the organisation
  /// has most sites of the sitting, and whose they are is seen group by group; else from the organisation's entries to
  /// their scores. A server finds its own way.
  private static func walk(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> (tables: String, condition: String, parameters: [SQLValue]) {
    let parameters: [SQLValue] = [.integer(sitting), .text(organisation)]
    let isMost = try session.first(
      """
      SELECT CASE WHEN 2 * sum(CASE WHEN substr(code, 1, length($2)) = $2 THEN 1 ELSE 0 END) >= count(*) THEN 1 ELSE 0 END
      FROM organisation WHERE sitting = $1
      """, parameters
    ) { $0.flag(0) }
    if isMost == true { return ("score c CROSS JOIN entry e", "", [.integer(sitting)]) }
    // Codes begin with the organisation's, so that none of them comes before it: by that the index is found.
    return (
      "entry e CROSS JOIN score c", " AND e.place >= $2 AND substr(e.place, 1, length($2)) = $2", parameters
    )
  }

  private mutating func finish(candidates: Int) {
    groups.sort { ($0.site ?? "", $0.subject ?? "") < ($1.site ?? "", $1.subject ?? "") }
    for index in groups.indices {
      let group = groups[index]
      // A candidate has a subject once.
      groups[index].candidates = group.entries
      for (place, count) in group.counts.enumerated() { total.counts[place] += count }
      total.kept += group.kept
      total.certificates += group.certificates
      total.entries += group.entries
    }
    total.candidates = candidates
  }
}
