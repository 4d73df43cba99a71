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

  private struct Group: Hashable {
    var site: String
    var subject: String
  }

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
    let classOf = Dictionary(
      classes.enumerated().flatMap { index, codes in codes.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var places: [Group: Int] = [:]
    var (lastGroup, lastPlace) = (Group(site: "", subject: ""), -1)
    var candidates = NumberSet()
    // Codes begin with the organisation's, so that none of them comes before it: by that the index is found.
    let sql = """
      SELECT e.place, e.subject, e.registration, c.result, c.kept,
        CASE WHEN COALESCE(c.certificate, '') <> '' THEN 1 ELSE 0 END, c.score
      FROM \(try Self.order(sitting: sitting, organisation: organisation, session))
      WHERE \(Joining.record("c")) AND e.sitting = $1 AND e.place >= $2 AND substr(e.place, 1, length($2)) = $2
      """
    try session.forEach(sql, [.integer(sitting), .text(organisation)]) { row in
      let group = Group(site: row.text(0), subject: row.text(1))
      if group != lastGroup || lastPlace < 0 {
        lastGroup = group
        if let place = places[group] {
          lastPlace = place
        } else {
          lastPlace = groups.count
          places[group] = lastPlace
          var counts = ScoreCounts.none(classes: classes.count)
          counts.site = group.site
          counts.subject = group.subject
          groups.append(counts)
        }
      }
      candidates.insert(row.integer(2))
      if let index = classOf[row.integer(3)] { groups[lastPlace].counts[index] += 1 }
      groups[lastPlace].kept += row.integer(4)
      groups[lastPlace].certificates += row.integer(5)
      groups[lastPlace].entries += 1
      if !row.isNull(6), let band = bands.band(of: row.integer(6)) { self.bands[band] += 1 }
    }
    finish(candidates: candidates.count)
  }

  /// Scores and entries in the order in which a file's database goes through them: once through all scores where the
  /// organisation has most sites of the sitting, else from its entries to theirs. A server finds its own way.
  private static func order(sitting: Int, organisation: String, _ session: any Session) throws -> String {
    let isMost = try session.first(
      """
      SELECT CASE WHEN 2 * sum(CASE WHEN substr(code, 1, length($2)) = $2 THEN 1 ELSE 0 END) >= count(*) THEN 1 ELSE 0 END
      FROM organisation WHERE sitting = $1
      """, [.integer(sitting), .text(organisation)]
    ) { $0.flag(0) }
    return isMost == true ? "score c CROSS JOIN entry e" : "entry e CROSS JOIN score c"
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
