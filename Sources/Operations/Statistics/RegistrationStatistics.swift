internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

/// 报考统计 — how many entries and candidates there are per site and subject, how they came, and how many and what
/// share are paid and arranged (STA-01).
struct RegistrationStatistics {
  private let sitting: OpenSitting

  init(_ sitting: OpenSitting) { self.sitting = sitting }

  private static let columns: [StatisticsTable.Column] = [
    .init("site", .text, zh: "考点", en: "site"), .init("siteName", .text, zh: "考点名称", en: "site name"),
    .init("subject", .text, zh: "科目", en: "subject"),
    .init("subjectName", .text, zh: "科目名称", en: "subject name"),
    .init("entries", .count, zh: "科目次数", en: "entries"),
    .init("collective", .count, zh: "集体报名", en: "collective"),
    .init("individual", .count, zh: "个人网报", en: "individual"),
    .init("paid", .count, zh: "已支付", en: "paid"), .init("unpaid", .count, zh: "未支付", en: "unpaid"),
    .init("seated", .count, zh: "已编排", en: "seated"),
    .init("candidates", .count, zh: "人数", en: "candidates"),
    .init("paidRate", .share, zh: "支付率", en: "paid rate"),
    .init("seatedRate", .share, zh: "编排率", en: "seated rate"),
  ]

  /// The entries of an organisation and those below it; nil has none.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    let counted = try organisation.map {
      try EntryTally.read(sitting: sitting.id, organisation: $0, session)
    }
    return StatisticsTable(
      title: Wording(zh: "报考统计", en: "Registration statistics"), columns: Self.columns,
      rows: (counted ?? []).filter { $0.subject != nil }.map(row),
      total: row(counted?.last { $0.site == nil } ?? EntryTally.none),
      notes: [Wording(zh: "合计的人数不重复计算。", en: "The total counts everybody once.")],
      chart: StatisticsTable.Chart(
        title: Wording(zh: "各科报考", en: "Entries by subject"), labels: ["subject", "subjectName"],
        series: ["paid", "unpaid"]))
  }

  private func row(_ tally: EntryTally) -> [StatisticsTable.Cell] {
    let siteName = tally.site.flatMap { sitting.definition.organisation($0)?.name }
    let subjectName = tally.subject.flatMap(sitting.subjectName)
    let labels = [tally.site, siteName, tally.subject, subjectName]
    let counts = [
      tally.entries, tally.collective, tally.entries - tally.collective, tally.paid,
      tally.entries - tally.paid, tally.seated, tally.candidates,
    ]
    func share(_ count: Int) -> StatisticsTable.Cell {
      tally.entries == 0 ? .blank : .share(Double(count) / Double(tally.entries))
    }
    return labels.map { $0.map(StatisticsTable.Cell.text) ?? .blank } + counts.map { .count($0) }
      + [share(tally.paid), share(tally.seated)]
  }
}
