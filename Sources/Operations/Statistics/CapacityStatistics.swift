internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

/// 科目容量统计 — how many entries each site takes in all and in each subject, how many there are, and how many are left
/// (STA-01). Sites that take no part are left out, and a number that stands for "no limit" stays blank.
struct CapacityStatistics {
  private let sitting: OpenSitting

  init(_ sitting: OpenSitting) { self.sitting = sitting }

  private static let columns: [StatisticsTable.Column] = [
    .init("site", .text, zh: "考点", en: "site"), .init("siteName", .text, zh: "考点名称", en: "site name"),
    .init("subject", .text, zh: "科目", en: "subject"),
    .init("subjectName", .text, zh: "科目名称", en: "subject name"),
    .init("capacity", .count, zh: "总容量", en: "capacity"), .init("taken", .count, zh: "已报", en: "taken"),
    .init("left", .count, zh: "剩余容量", en: "left"),
  ]

  /// The capacities of an organisation's sites; nil has none.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    var taken: [String: [String: Int]] = [:]
    if let organisation {
      for tally in try EntryTally.read(sitting: sitting.id, organisation: organisation, session) {
        if let site = tally.site { taken[site, default: [:]][tally.subject ?? ""] = tally.entries }
      }
    }
    var rows: [[StatisticsTable.Cell]] = []
    var (allPlaces, allTaken): (Int?, Int) = (0, 0)
    for site in sites(of: organisation) {
      let settings = sitting.definition.siteSettings(site) ?? SiteSettings()
      let counts = taken[site] ?? [:]
      let places = settings.isOpen ? limit(settings.capacity.total) : 0
      rows.append(row(site, subject: nil, places: places, taken: counts[""] ?? 0))
      allPlaces = places.flatMap { places in allPlaces.map { $0 + places } }
      allTaken += counts[""] ?? 0
      let subjects = Set(settings.subjects.keys).union(counts.keys).subtracting([""]).sorted()
      for subject in subjects {
        let isOffered = settings.isOpen && settings.subjects[subject] != nil
        let places = isOffered ? limit(settings.capacity.places(for: subject)) : 0
        rows.append(row(site, subject: subject, places: places, taken: counts[subject] ?? 0))
      }
    }
    return StatisticsTable(
      title: Wording(zh: "科目容量统计", en: "Capacity"), columns: Self.columns, rows: rows,
      total: row(nil, subject: nil, places: allPlaces, taken: allTaken),
      notes: [
        Wording(
          zh: "科目为空的行是该考点各科合计；总容量为空表示不限。",
          en: "A row without a subject is the site's total; a blank capacity means there is no limit.")
      ], scarcity: .init(column: "left", whole: "capacity"))
  }

  private func sites(of organisation: String?) -> [String] {
    guard let organisation else { return [] }
    let levels = sitting.programme.levels
    return sitting.definition.organisations.keys
      .filter { levels.isSite($0) && levels.isWithin($0, scope: organisation) }
      .filter(sitting.definition.isEnabled).sorted()
  }

  private func limit(_ places: Int) -> Int? { places >= Capacity.unlimited ? nil : places }

  private func row(_ site: String?, subject: String?, places: Int?, taken: Int) -> [StatisticsTable.Cell] {
    let siteName = site.flatMap { sitting.definition.organisation($0)?.name }
    let subjectName = subject.flatMap {
      sitting.programme.subject($0, inSitting: sitting.definition.number)?.name
    }
    let labels = [site, siteName, subject, subjectName].map { $0.map(StatisticsTable.Cell.text) ?? .blank }
    let left = places.map { max(0, $0 - taken) }
    return labels + [
      places.map(StatisticsTable.Cell.count) ?? .blank, .count(taken),
      left.map(StatisticsTable.Cell.count) ?? .blank,
    ]
  }
}
