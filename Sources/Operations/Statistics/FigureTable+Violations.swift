internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

extension FigureTable {
  /// 违规分类统计 — absences and violations by site, subject and kind; the kinds are those of the code table (VIO-03).
  static func violations(_ programme: Programme) -> FigureTable {
    let kinds = programme.tables["violation-kind"]?.items ?? []
    let counts = kinds.map { kind -> Figure in
      .count(
        "kind\(kind.code)", .entries([.column(.violation, anyOf: [kind.code])]), zh: kind.name, en: kind.name)
    }
    return FigureTable(
      title: Wording(zh: "违规分类统计", en: "Violation statistics"),
      figures: [.count("entries", .entries(), zh: "科目次数", en: "entries")] + counts + [
        .count("records", .entries([.present(.violation)]), zh: "违纪缺考合计", en: "records"),
        .count("candidates", .candidates([.present(.violation)]), zh: "涉及人数", en: "candidates"),
        .share("rate", of: "records", in: "entries", zh: "违纪缺考率", en: "rate"),
      ], notes: [Wording(zh: "合计的人数不重复计算。", en: "The total counts everybody once.")],
      drawn: (Wording(zh: "各科违纪缺考", en: "Violations by subject"), counts.map(\.column.key)))
  }
}
