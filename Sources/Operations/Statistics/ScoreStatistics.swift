internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

/// 成绩统计 — how many results of each kind there are, per site and subject (SCO-08). Which result counts as what is the
/// programme's: its passing grades by rank from the lowest, and the standing of the others.
struct ScoreStatistics {
  private let sitting: OpenSitting
  private let rules: ScoreRules

  init(_ sitting: OpenSitting) throws(Refusal) {
    guard let rules = sitting.programme.scores else {
      throw Refusal(
        .precondition, rule: "SCO-08",
        Wording(
          zh: "考试项目 \(sitting.programme.id) 没有成绩规则，不能统计成绩。",
          en: "Programme \(sitting.programme.id) has no rules of scores to count by."))
    }
    self.sitting = sitting
    self.rules = rules
  }

  /// What is counted, in the order of the columns.
  private static let classes: [StatisticsTable.Column] = [
    .init("excellent", .count, zh: "优秀", en: "excellent"), .init("good", .count, zh: "良好", en: "good"),
    .init("pass", .count, zh: "及格", en: "pass"), .init("fail", .count, zh: "不及格", en: "fail"),
    .init("absent", .count, zh: "缺考", en: "absent"),
    .init("violation", .count, zh: "违纪", en: "violation"),
    .init("cheating", .count, zh: "作弊", en: "cheating"), .init("other", .count, zh: "其他违规", en: "other"),
  ]

  private static let columns: [StatisticsTable.Column] =
    [
      .init("site", .text, zh: "考点", en: "site"), .init("siteName", .text, zh: "考点名称", en: "site name"),
      .init("subject", .text, zh: "科目", en: "subject"),
      .init("subjectName", .text, zh: "科目名称", en: "subject name"),
    ] + classes + [
      .init("kept", .count, zh: "保证", en: "kept"),
      .init("certificates", .count, zh: "证书盖章", en: "certificates"),
      .init("entries", .count, zh: "科目次数", en: "entries"),
      .init("candidates", .count, zh: "人数", en: "candidates"),
      .init("excellentRate", .share, zh: "优秀率", en: "excellent rate"),
      .init("goodRate", .share, zh: "良好率", en: "good rate"),
      .init("passRate", .share, zh: "及格率", en: "pass rate"),
    ]

  /// Counts the results of an organisation and those below it; nil counts nothing.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    let bands = ScoreBands(rules)
    let census = try ScoreCensus(
      codes, bands: bands.counted, sitting: sitting.id, organisation: organisation, session)
    // Where nothing may be seen, there is no distribution either.
    let distribution = organisation == nil ? nil : bands.figure(census.bands)
    return StatisticsTable(
      title: Wording(zh: "成绩统计", en: "Score statistics"), columns: Self.columns,
      rows: census.groups.map(row), total: row(census.total),
      notes: [
        Wording(
          zh: "各率以科目次数为分母；及格率含优秀、良好。合计的人数不重复计算。",
          en:
            "Rates are shares of the entries; the pass rate counts all passing grades. The total counts everybody once."
        )
      ],
      chart: StatisticsTable.Chart(
        title: Wording(zh: "各科成绩", en: "Results by subject"), labels: ["subject", "subjectName"],
        series: Self.classes.map(\.key)),
      figures: [passRates(census.groups), distribution].compactMap(\.self))
  }

  /// The rates of each subject over all sites; nil where nothing was counted.
  private func passRates(_ counted: [ScoreCounts]) -> StatisticsTable.Figure? {
    var sums: [String: (counts: [Int], entries: Int)] = [:]
    for counts in counted {
      guard let subject = counts.subject else { continue }
      let sum = sums[subject] ?? ([0, 0, 0], 0)
      sums[subject] = (zip(sum.counts, counts.counts).map { $0 + $1 }, sum.entries + counts.entries)
    }
    guard !sums.isEmpty else { return nil }
    return StatisticsTable.Figure(
      title: Wording(zh: "各科及格率", en: "Pass rates by subject"), label: Wording(zh: "科目", en: "subject"),
      series: Self.columns.filter { $0.kind == .share },
      points: sums.sorted { $0.key < $1.key }.map { code, sum in
        let name = sitting.programme.subject(code, inSitting: sitting.definition.number)?.name
        let passed = sum.counts.reduce(0, +)
        let shares = [sum.counts[0], sum.counts[1], passed].map { Double($0) / Double(sum.entries) }
        return ([code, name].compactMap(\.self).joined(separator: " "), shares.map { .share($0) })
      })
  }

  /// The result codes of each class, in the order of the columns.
  private var codes: [[Int]] {
    // The lowest grade that passes is "pass", the next "good", all above it "excellent".
    let passing = codes(.passed) { ($0.from ?? .zero) < ($1.from ?? .zero) }
    return [
      Array(passing.dropFirst(2)), Array(passing.dropFirst().prefix(1)), Array(passing.prefix(1)),
      codes(.failed), codes(.absent), codes(.violation), codes(.cheating), codes(.other),
    ]
  }

  private func codes(
    _ standing: ScoreRules.Standing,
    by areInOrder: (ScoreRules.Outcome, ScoreRules.Outcome) -> Bool = { $0.code < $1.code }
  ) -> [Int] {
    rules.outcomes.filter { $0.standing == standing }.sorted(by: areInOrder).map(\.code)
  }

  private func row(_ counts: ScoreCounts) -> [StatisticsTable.Cell] {
    let subject = counts.subject.flatMap {
      sitting.programme.subject($0, inSitting: sitting.definition.number)
    }
    let site = counts.site.flatMap { sitting.definition.organisation($0) }
    let excellent = counts.counts[0]
    let good = counts.counts[1]
    let passed = counts.counts[...2].reduce(0, +)
    func share(_ count: Int) -> StatisticsTable.Cell {
      .share(counts.entries == 0 ? 0 : Double(count) / Double(counts.entries))
    }
    let labels = [counts.site, site?.name, counts.subject, subject?.name]
    let numbers = counts.counts + [counts.kept, counts.certificates, counts.entries, counts.candidates]
    return labels.map { $0.map(StatisticsTable.Cell.text) ?? .blank } + numbers.map { .count($0) }
      + [share(excellent), share(good), share(passed)]
  }
}
