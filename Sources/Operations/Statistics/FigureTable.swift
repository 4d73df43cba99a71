internal import Exports
internal import Storage
internal import Tabular

/// 统计图表定义 — a statistic of fixed columns: figures per site, or per site and subject, each a count or a share of two
/// of them. The whole table is one statement.
struct FigureTable {
  /// 统计项 — one column of figures.
  struct Figure {
    /// What stands in the column.
    enum Value {
      case count(TallyQuery.Tally)
      /// A sum in hundredths.
      case amount(TallyNumber)
      /// The share of one counted column in another; nothing where that is 0.
      case share(of: String, in: String)
    }

    var column: StatisticsTable.Column
    var value: Value

    /// A column of counts.
    static func count(_ key: String, _ tally: TallyQuery.Tally, zh: String, en: String) -> Figure {
      Figure(column: .init(key, .count, zh: zh, en: en), value: .count(tally))
    }

    /// A column of money.
    static func amount(_ key: String, _ number: TallyNumber, zh: String, en: String) -> Figure {
      Figure(column: .init(key, .hundredths, zh: zh, en: en), value: .amount(number))
    }

    /// A column of shares.
    static func share(_ key: String, of part: String, in whole: String, zh: String, en: String) -> Figure {
      Figure(column: .init(key, .share, zh: zh, en: en), value: .share(of: part, in: whole))
    }

    var tally: TallyQuery.Tally? {
      switch value {
      case .count(let tally): tally
      case .amount(let number): .sum(number)
      case .share: nil
      }
    }
  }

  var title: Wording
  var figures: [Figure]
  /// Whether there is a row for each subject of a site, or one for the site.
  var hasSubjects = true
  var notes: [Wording] = []
  /// The counts that are drawn, stacked, per subject.
  var drawn: (title: Wording, series: [String])?

  /// The statistic of an organisation and those below it; nil has none.
  func table(
    _ sitting: OpenSitting, of organisation: String?, _ session: any Session
  ) throws -> StatisticsTable {
    let keys = [TallyQuery.Key(.site)] + (hasSubjects ? [TallyQuery.Key(.subject)] : [])
    let tallies = figures.compactMap(\.tally)
    let result = try organisation.map {
      try TallyQuery(sitting: sitting.id, organisation: $0, rows: keys, tallies: tallies).result(session)
    }
    let labels = SubjectLabels(sitting, hasSubjects: hasSubjects)
    // A candidate without entries has no subject to be counted under.
    let rows = (result?.sortedRows ?? []).filter { !$0.contains(nil) }
    return StatisticsTable(
      title: title, columns: labels.columns + figures.map(\.column),
      rows: rows.map { values in
        let subject = hasSubjects ? values[1] : nil
        return labels.cells(site: values[0], subject: subject) + cells(result?.rowTotals[values] ?? [])
      },
      total: labels.cells(site: nil, subject: nil)
        + cells(result?.total ?? [Int](repeating: 0, count: tallies.count)), notes: notes,
      chart: drawn.map {
        StatisticsTable.Chart(title: $0.title, labels: ["subject", "subjectName"], series: $0.series)
      })
  }

  /// The cells of the tallies of one row, with the shares between them.
  private func cells(_ tallies: [Int]) -> [StatisticsTable.Cell] {
    var counts: [String: Int] = [:]
    var rest = tallies[...]
    for figure in figures where figure.tally != nil { counts[figure.column.key] = rest.popFirst() }
    return figures.map { figure in
      let count = counts[figure.column.key] ?? 0
      switch figure.value {
      case .count: return .count(count)
      case .amount: return .hundredths(count)
      case .share(let part, let whole):
        let (part, whole) = (counts[part] ?? 0, counts[whole] ?? 0)
        return whole == 0 ? .blank : .share(Double(part) / Double(whole))
      }
    }
  }
}
