internal import ExamModel
internal import Exports
internal import Storage
internal import Tabular

/// 下载统计 — the packages that were made, by site and kind, and how often each kind was fetched; of the tickets that
/// candidates download themselves, how often by subject (STA-01, DOC-04).
struct DownloadStatistics {
  private let sitting: OpenSitting
  private let labels: SubjectLabels

  init(_ sitting: OpenSitting) {
    self.sitting = sitting
    labels = SubjectLabels(sitting, hasSubjects: true)
  }

  /// The kind under which single tickets are counted: those of the package of all have their own.
  private static let ticket = StatisticsTable.Cell.named(
    "ticket", Wording(zh: "考生下载准考证", en: "tickets, one by one"))

  /// The downloads of an organisation and those below it; nil has none.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    let packages =
      try organisation.map {
        try PackageCounts.read(sitting: sitting.id, organisation: $0, session)
      } ?? []
    let tickets =
      try organisation.map {
        try CandidateTicketTable.tallies(sitting: sitting.id, organisation: $0, session)
      }?.filter { $0.made > 0 || $0.downloads > 0 } ?? []
    typealias Row = (site: String, cells: [StatisticsTable.Cell])
    let rows = packages.map { Row($0.site, row($0)) } + tickets.map { Row($0.site, row($0)) }
    return StatisticsTable(
      title: Wording(zh: "下载统计", en: "Download statistics"),
      columns: labels.columns + [
        .init("kind", .text, zh: "数据包", en: "package"), .init("packages", .count, zh: "生成个数", en: "made"),
        .init("records", .count, zh: "记录数", en: "records"), .init("bytes", .count, zh: "字节", en: "bytes"),
        .init("newest", .text, zh: "最近生成", en: "newest"),
        .init("downloads", .count, zh: "下载次数", en: "downloads"),
      ],
      // A site's packages first, then its tickets.
      rows: rows.sorted { $0.site < $1.site }.map(\.cells),
      total: labels.cells(site: nil, subject: nil) + [.blank] + figures(packages) + [
        .count(packages.reduce(0) { $0 + $1.downloads } + tickets.reduce(0) { $0 + $1.downloads })
      ])
  }

  private func row(_ count: PackageCounts) -> [StatisticsTable.Cell] {
    let title = ExportKinds.named(count.kind)?.title ?? Wording(zh: count.kind, en: count.kind)
    return labels.cells(site: count.site, subject: nil) + [.named(count.kind, title)] + figures([count])
      + [.count(count.downloads)]
  }

  private func row(_ tally: CandidateTicketTable.Tally) -> [StatisticsTable.Cell] {
    labels.cells(site: tally.site, subject: tally.subject) + [
      Self.ticket, .blank, .blank, .blank, .blank, .count(tally.downloads),
    ]
  }

  private func figures(_ counts: [PackageCounts]) -> [StatisticsTable.Cell] {
    [
      .count(counts.reduce(0) { $0 + $1.packages }), .count(counts.reduce(0) { $0 + $1.records }),
      .count(counts.reduce(0) { $0 + $1.bytes }),
      counts.map(\.newest).max().map { .text(Instant(secondsSince1970: $0).text) } ?? .blank,
    ]
  }
}
