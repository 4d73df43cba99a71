internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

/// 考生下载准考证统计 — how many tickets of each site and subject were made ahead, and how often they were downloaded
/// (DOC-04, ch. 37).
struct TicketDownloadStatistics {
  private let sitting: OpenSitting

  init(_ sitting: OpenSitting) { self.sitting = sitting }

  private static let columns: [StatisticsTable.Column] = [
    .init("site", .text, zh: "考点", en: "site"), .init("siteName", .text, zh: "考点名称", en: "site name"),
    .init("subject", .text, zh: "科目", en: "subject"),
    .init("subjectName", .text, zh: "科目名称", en: "subject name"),
    .init("entries", .count, zh: "科目次数", en: "entries"),
    .init("made", .count, zh: "已预生成", en: "made"),
    .init("downloaded", .count, zh: "已下载", en: "downloaded"),
    .init("left", .count, zh: "未下载", en: "not downloaded"),
    .init("share", .share, zh: "下载率", en: "share"),
    .init("downloads", .count, zh: "下载次数", en: "downloads"),
  ]

  /// The downloads of an organisation and those below it; nil has none.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    let tallies =
      try organisation.map {
        try CandidateTicketTable.tallies(sitting: sitting.id, organisation: $0, session)
      } ?? []
    var total = CandidateTicketTable.Tally()
    for tally in tallies {
      total.entries += tally.entries
      total.made += tally.made
      total.downloaded += tally.downloaded
      total.downloads += tally.downloads
    }
    return StatisticsTable(
      title: Wording(zh: "考生下载准考证统计", en: "Downloads of tickets"), columns: Self.columns,
      rows: tallies.map(row), total: row(total),
      notes: [
        Wording(
          zh: "同一张准考证下载多次，“已下载”只计一次。", en: "A ticket that was downloaded again counts once as downloaded.")
      ],
      chart: StatisticsTable.Chart(
        title: Wording(zh: "各科下载", en: "Downloads by subject"), labels: ["subject", "subjectName"],
        series: ["downloaded", "left"]))
  }

  private func row(_ tally: CandidateTicketTable.Tally) -> [StatisticsTable.Cell] {
    let siteName = sitting.definition.organisation(tally.site)?.name
    let subjectName = sitting.programme.subject(tally.subject, inSitting: sitting.definition.number)?.name
    let labels = [
      tally.site.isEmpty ? nil : tally.site, siteName, tally.subject.isEmpty ? nil : tally.subject,
      subjectName,
    ]
    return labels.map { $0.map(StatisticsTable.Cell.text) ?? .blank } + [
      .count(tally.entries), .count(tally.made), .count(tally.downloaded),
      .count(tally.entries - tally.downloaded),
      tally.entries == 0 ? .blank : .share(Double(tally.downloaded) / Double(tally.entries)),
      .count(tally.downloads),
    ]
  }
}
