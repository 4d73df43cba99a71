internal import Exports
internal import Storage
internal import Tabular

/// 考场统计 — the batches of every room with their seats, how many are used and free, and who sits there (chapter 33).
struct RoomStatistics {
  private let sitting: OpenSitting

  init(_ sitting: OpenSitting) { self.sitting = sitting }

  private var columns: [StatisticsTable.Column] {
    SubjectLabels(sitting, hasSubjects: false).columns + [
      .init("room", .text, zh: "考场号", en: "room"), .init("roomName", .text, zh: "考场名称", en: "room name"),
      .init("batch", .text, zh: "批次", en: "batch"), .init("date", .text, zh: "考试日期", en: "date"),
      .init("time", .text, zh: "考试时间", en: "time"), .init("seats", .count, zh: "座位数", en: "seats"),
      .init("used", .count, zh: "已用", en: "used"), .init("free", .count, zh: "剩余", en: "free"),
      .init("usedRate", .share, zh: "使用率", en: "used rate"),
      .init("subjects", .text, zh: "各科人数", en: "subjects"),
    ]
  }

  /// The rooms of an organisation and those below it; nil has none.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    let batches = try organisation.map { try RoomBatchUse.all(sitting: sitting.id, site: $0, session) } ?? []
    let (seats, used) = (batches.reduce(0) { $0 + $1.batch.seats }, batches.reduce(0) { $0 + $1.used })
    let labels = SubjectLabels(sitting, hasSubjects: false)
    return StatisticsTable(
      title: Wording(zh: "考场统计", en: "Room statistics"), columns: columns,
      rows: batches.map { use in
        labels.cells(site: use.batch.site, subject: nil) + [
          .text(use.batch.room), use.batch.name.map { .text($0) } ?? .blank, .text(String(use.batch.batch)),
          .text(use.batch.examDate), .text(use.timeText),
        ] + counts(seats: use.batch.seats, used: use.used) + [.text(use.subjectsText)]
      },
      total: labels.cells(site: nil, subject: nil) + Array(repeating: .blank, count: 5)
        + counts(seats: seats, used: used) + [.blank])
  }

  private func counts(seats: Int, used: Int) -> [StatisticsTable.Cell] {
    let rate: StatisticsTable.Cell = seats == 0 ? .blank : .share(Double(used) / Double(seats))
    return [.count(seats), .count(used), .count(max(0, seats - used)), rate]
  }
}
