internal import ExamModel
internal import Exports
internal import Storage
internal import Tabular

/// 下载统计 — the packages that were made for download, by site and kind (STA-01).
struct DownloadStatistics {
  private let sitting: OpenSitting

  init(_ sitting: OpenSitting) { self.sitting = sitting }

  /// The packages of an organisation and those below it; nil has none.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    let counts =
      try organisation.map {
        try PackageCounts.read(sitting: sitting.id, organisation: $0, session)
      } ?? []
    let labels = SubjectLabels(sitting, hasSubjects: false)
    func figures(_ counts: [PackageCounts]) -> [StatisticsTable.Cell] {
      let newest = counts.map(\.newest).max()
      return [
        .count(counts.reduce(0) { $0 + $1.packages }), .count(counts.reduce(0) { $0 + $1.records }),
        .count(counts.reduce(0) { $0 + $1.bytes }),
        newest.map { .text(Instant(secondsSince1970: $0).text) } ?? .blank,
      ]
    }
    return StatisticsTable(
      title: Wording(zh: "下载统计", en: "Download statistics"),
      columns: labels.columns + [
        .init("kind", .text, zh: "数据包", en: "package"), .init("packages", .count, zh: "生成个数", en: "made"),
        .init("records", .count, zh: "记录数", en: "records"), .init("bytes", .count, zh: "字节", en: "bytes"),
        .init("newest", .text, zh: "最近生成", en: "newest"),
      ],
      rows: counts.map { count in
        let title = ExportKinds.named(count.kind)?.title ?? Wording(zh: count.kind, en: count.kind)
        return labels.cells(site: count.site, subject: nil) + [.named(count.kind, title)] + figures([count])
      }, total: labels.cells(site: nil, subject: nil) + [.blank] + figures(counts))
  }
}
