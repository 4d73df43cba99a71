internal import ExamModel
public import Tabular

extension Programme {
  /// What a value of a statistics field is called; the value itself where it has no name.
  /// - Parameter sitting: the sitting whose subjects count; nil for those of any.
  public func word(_ value: String, of field: StatisticsField, sitting: Int?) -> Wording {
    if let word = field.words.first(where: { $0.code == value })?.word { return word }
    guard let name = table(of: field, sitting: sitting)?.items.first(where: { $0.code == value })?.name else {
      return Wording(zh: value, en: value)
    }
    return Wording(zh: name, en: name)
  }

  /// The stored values that a condition's texts mean: codes for names.
  /// - Throws: `WrongForm` where the field has no such value.
  public func values(_ texts: [String], of field: StatisticsField, sitting: Int?) throws(WrongForm)
    -> [String]
  {
    guard let lookup = lookup(of: field, sitting: sitting) else { return texts }
    var values: [String] = []
    for text in texts {
      guard case .code(let code) = lookup.find(text) else {
        throw WrongForm.unknown(
          Wording(zh: "“\(field.title.zh)”的值", en: "value of “\(field.title.en)”"), text,
          known: lookup.table.items.map { $0.code == $0.name ? $0.code : "\($0.code)(\($0.name))" })
      }
      values.append(code)
    }
    return values
  }

  /// The result codes that a rate counts: of a grade by its code or name, else of all results of a meaning.
  /// - Throws: `WrongForm` where there is no such result.
  public func resultCodes(_ text: String) throws(WrongForm) -> [String] {
    let outcomes = scores?.outcomes ?? []
    if let outcome = outcomes.first(where: { $0.name == text || String($0.code) == text }) {
      return [String(outcome.code)]
    }
    let words = StatisticsField.result.words
    if let meaning = words.first(where: { $0.code == text || $0.word.zh == text })?.code {
      return outcomes.filter { $0.standing.rawValue == meaning }.map { String($0.code) }
    }
    throw WrongForm.unknown(
      Wording(zh: "结果", en: "result"), text, known: words.map(\.code) + outcomes.map(\.name))
  }

  /// The level of each subject, by its code.
  public func levels(sitting: Int?) -> [String: String] {
    Dictionary(subjects(in: sitting).map { ($0.code, $0.level) }) { first, _ in first }
  }

  /// What each result code means, by the code.
  public var meanings: [String: String] {
    Dictionary((scores?.outcomes ?? []).map { (String($0.code), $0.standing.rawValue) }) { first, _ in first }
  }

  /// Checks what a form asks of the programme: values of conditions, results of rates.
  /// - Throws: `WrongForm`.
  public func check(_ form: StatisticsForm, sitting: Int?) throws(WrongForm) {
    for case .rate(let result) in form.measures { _ = try resultCodes(result) }
    for case .field(let field, let texts) in form.conditions {
      _ = try values(texts, of: field, sitting: sitting)
    }
  }

  private func subjects(in sitting: Int?) -> [Subject] {
    sitting.map { subjects(inSitting: $0) } ?? subjects
  }

  private func lookup(of field: StatisticsField, sitting: Int?) -> CodeLookup? {
    if !field.words.isEmpty {
      return CodeLookup(
        CodeTable(
          name: field.rawValue, title: field.title.zh,
          items: field.words.map { .init(code: $0.code, name: $0.word.zh, aliases: [$0.word.en]) }))
    }
    return table(of: field, sitting: sitting).map(CodeLookup.init)
  }

  /// The table of a field whose values are coded; nil for a field with values of any kind.
  private func table(of field: StatisticsField, sitting: Int?) -> CodeTable? {
    switch field {
    case .subject:
      var items: [CodeTable.Item] = []
      for subject in subjects(in: sitting) where !items.contains(where: { $0.code == subject.code }) {
        items.append(.init(code: subject.code, name: subject.name, aliases: subject.aliases))
      }
      // Where exam plans bring the subjects, any code may be one.
      return items.isEmpty ? nil : CodeTable(name: "subject", title: field.title.zh, items: items)
    case .level:
      let levels = Set(subjects(in: sitting).map(\.level)).sorted()
      let items = levels.map { CodeTable.Item(code: $0, name: $0) }
      return items.isEmpty ? nil : CodeTable(name: "level", title: field.title.zh, items: items)
    case .sex, .ethnicity, .education: return tables[field.rawValue]
    case .violation: return tables["violation-kind"]
    case .grade:
      return CodeTable(
        name: "grade", title: field.title.zh,
        items: (scores?.outcomes ?? []).map { .init(code: String($0.code), name: $0.name) })
    case .site, .class, .department, .method, .paid, .locked, .audit, .date, .room, .batch, .result:
      return nil
    }
  }
}
