/// 成绩分组 — the counts of each site and subject of an organisation while they are made, found by their codes. Rows come in
/// the order of the entries: mostly of the same site as the one before, of any of its subjects.
struct ScoreGroups {
  /// The counts of each group, in the order in which the groups were met.
  private(set) var counts: [ScoreCounts] = []
  private let organisation: String
  private let classes: Int
  private var sites: [String: Int] = [:]
  /// Where the subjects of each site are counted; nil for a site that is not the organisation's.
  private var subjects: [[String: Int]?] = []
  private var (lastSite, lastNumber) = ("", 0)

  /// - Parameters:
  ///   - organisation: the code with which the sites' codes begin.
  ///   - classes: how many classes of results are counted.
  init(organisation: String, classes: Int) {
    self.organisation = organisation
    self.classes = classes
  }

  /// The counts of a group, by its place.
  subscript(place: Int) -> ScoreCounts {
    get { counts[place] }
    _modify { yield &counts[place] }
  }

  /// The place of a group; nil where its site is not the organisation's.
  mutating func place(site: String, subject: String) -> Int? {
    if site != lastSite || sites.isEmpty {
      lastSite = site
      lastNumber = sites[site] ?? addSite(site)
    }
    guard let places = subjects[lastNumber] else { return nil }
    return places[subject] ?? addGroup(subject)
  }

  private mutating func addSite(_ site: String) -> Int {
    let number = subjects.count
    sites[site] = number
    subjects.append(site.utf8.starts(with: organisation.utf8) ? [:] : nil)
    return number
  }

  private mutating func addGroup(_ subject: String) -> Int {
    let place = counts.count
    subjects[lastNumber]?[subject] = place
    counts.append(.none(classes: classes, site: lastSite, subject: subject))
    return place
  }
}
