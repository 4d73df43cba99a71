internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

/// 通用统计 — makes the table that a form asks for: rows by fields, measures as columns, one or two fields turned into
/// columns (PIV-01 … PIV-03). One statement, whatever is asked for.
struct GeneralStatistics {
  /// The most columns that fields may be turned into.
  static let mostColumns = 500

  private let form: StatisticsForm
  private let title: Wording
  private let sitting: OpenSitting
  private let measures: [MeasuredTally]
  private let conditions: [TallyQuery.Condition]

  /// - Throws: `WrongForm` where a condition or a rate names what the programme does not have.
  init(_ form: StatisticsForm, title: Wording, _ sitting: OpenSitting) throws(WrongForm) {
    self.form = form
    self.title = title
    self.sitting = sitting
    var measures: [MeasuredTally] = []
    for measure in form.measures { measures.append(try MeasuredTally(measure, sitting.programme)) }
    self.measures = measures
    var conditions: [TallyQuery.Condition] = []
    for condition in form.conditions { conditions.append(try Self.condition(condition, sitting)) }
    self.conditions = conditions
  }

  /// The table of an organisation and those below it; nil has none.
  /// - Throws: `Refusal` where fields would be turned into too many columns; `StoreError`.
  func table(of organisation: String?, _ session: any Session) throws -> StatisticsTable {
    let tallies = measures.flatMap(\.tallies)
    var result = TallyResult(tallies: tallies.count)
    if let organisation {
      var query = TallyQuery(
        sitting: sitting.id, organisation: organisation, rows: form.rows.map(key), tallies: tallies)
      query.pivots = form.pivots.map(key)
      query.conditions = conditions
      result = try query.result(session)
    }
    let pivots = form.pivots.isEmpty ? [] : result.sortedPivots
    try requireFewColumns(pivots.count * measures.count)
    let none = [Int](repeating: 0, count: tallies.count)
    let labels = form.rows.map { StatisticsTable.Column($0.rawValue, .text, $0.title) }
    return StatisticsTable(
      title: title, columns: labels + pivots.flatMap(columns) + totalColumns,
      rows: result.sortedRows.map { row in
        let groups = pivots.map { result.groups[TallyResult.Group(rows: row, pivots: $0)] ?? none }
        return zip(row, form.rows).map(label)
          + (groups + [result.rowTotals[row] ?? none]).flatMap(cells)
      },
      total: form.rows.map { _ in StatisticsTable.Cell.blank }
        + (pivots.map { result.pivotTotals[$0] ?? none } + [result.total]).flatMap(cells),
      notes: notes, chart: chart(pivots))
  }

  private func cells(_ tallies: [Int]) -> [StatisticsTable.Cell] {
    var rest = tallies[...]
    return measures.map { measure in
      defer { rest = rest.dropFirst(measure.tallies.count) }
      return measure.cell(Array(rest.prefix(measure.tallies.count)))
    }
  }

  /// The columns of one value, or pair of values, of the fields that are turned: one for each measure.
  private func columns(_ values: [String?]) -> [StatisticsTable.Column] {
    let parts = zip(form.pivots, values).map { "\($0.rawValue)=\($1 ?? "")" }.joined(separator: ",")
    let words = zip(values, form.pivots).map(word)
    return form.measures.map { measure in
      let several = form.measures.count > 1
      func heading(_ language: Language) -> String {
        let value = words.map { $0[language] }.joined(separator: " ")
        return several ? "\(value) \(measure.title[language])" : value
      }
      return StatisticsTable.Column(
        "\(measure.text)[\(parts)]", MeasuredTally.kind(measure),
        Wording(zh: heading(.zh), en: heading(.en)))
    }
  }

  /// The measures over all values of the fields that are turned.
  private var totalColumns: [StatisticsTable.Column] {
    form.measures.map { measure in
      let total = StatisticsTable.totalLabel
      var heading = measure.title
      if !form.pivots.isEmpty {
        heading =
          form.measures.count == 1
          ? total : Wording(zh: "\(total.zh) \(heading.zh)", en: "\(total.en) \(heading.en)")
      }
      return StatisticsTable.Column(measure.text, MeasuredTally.kind(measure), heading)
    }
  }

  private var notes: [Wording] {
    guard form.measures.contains(.candidates) else { return [] }
    return [
      Wording(
        zh: "人数在每一格、每个合计中各自不重复计算，所以合计可以小于各行之和。",
        en:
          "Candidates are counted once in each cell and each total, so that a total can be less than its parts."
      )
    ]
  }

  /// What is drawn: the entries or the one measure that is counted, by the values that are turned into columns.
  private func chart(_ pivots: [[String?]]) -> StatisticsTable.Chart? {
    guard form.measures.count == 1, MeasuredTally.kind(form.measures[0]) == .count else { return nil }
    let columns = pivots.flatMap(columns)
    guard columns.count <= 30 else { return nil }
    let series = columns.isEmpty ? totalColumns : columns
    return StatisticsTable.Chart(
      title: title, labels: form.rows.map(\.rawValue), series: series.map(\.key))
  }

  private func requireFewColumns(_ count: Int) throws(Refusal) {
    guard count > Self.mostColumns else { return }
    throw Refusal(
      .precondition, rule: "PIV-03",
      Wording(
        zh: "行转列会有 \(count) 列，最多 \(Self.mostColumns) 列。请换取值较少的列字段、加条件，或把它改为行字段。",
        en:
          "There would be \(count) columns, \(Self.mostColumns) at most. Turn a field with fewer values, add a "
          + "condition, or use it for the rows."))
  }

  // MARK: Fields

  private func key(_ field: StatisticsField) -> TallyQuery.Key {
    switch field {
    case .level:
      TallyQuery.Key(.subject, meanings: sitting.subjectLevels)
    case .result: TallyQuery.Key(.result, meanings: sitting.programme.meanings)
    default: TallyQuery.Key(Self.column(field))
    }
  }

  private static func column(_ field: StatisticsField) -> TallyColumn {
    switch field {
    case .site: .site
    case .subject, .level: .subject
    case .sex: .sex
    case .ethnicity: .ethnicity
    case .education: .education
    case .class: .class
    case .department: .department
    case .method: .method
    case .paid: .paid
    case .locked: .locked
    case .audit: .audit
    case .date: .date
    case .room: .room
    case .batch: .batch
    case .result, .grade: .result
    case .violation: .violation
    }
  }

  private static func condition(
    _ condition: StatisticsForm.Condition, _ sitting: OpenSitting
  ) throws(WrongForm) -> TallyQuery.Condition {
    switch condition {
    case .range(let range): return range.condition
    case .field(let field, let texts):
      let programme = sitting.programme
      let number = sitting.definition.number
      let values = try programme.values(texts, of: field, sitting: number)
      let meanings: [String: String]
      switch field {
      case .level: meanings = sitting.subjectLevels
      case .result: meanings = programme.meanings
      default: return .column(column(field), anyOf: values, hasPatterns: true)
      }
      let codes = meanings.filter { values.contains($0.value) }.keys.sorted()
      return .column(column(field), anyOf: codes)
    }
  }

  private func word(_ value: String?, of field: StatisticsField) -> Wording {
    guard let value else { return Wording(zh: "（无）", en: "(none)") }
    if field == .site, let name = sitting.definition.organisation(value)?.name {
      return Wording(zh: "(\(value))\(name)", en: "(\(value))\(name)")
    }
    if field == .subject, let name = sitting.subjectName(value) {
      return Wording(zh: "(\(value))\(name)", en: "(\(value))\(name)")
    }
    return sitting.programme.word(value, of: field, sitting: sitting.definition.number)
  }

  private func label(_ value: String?, of field: StatisticsField) -> StatisticsTable.Cell {
    .named(value ?? "", word(value, of: field))
  }
}
