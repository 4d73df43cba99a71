internal import Tabular

extension ProgrammeReader {
  /// Reads `subjects.csv`: code, name, level, minutes, from, to, aliases. A code may stand twice where the sittings
  /// differ.
  func readSubjects() throws(FileError) -> [Subject] {
    let table = try TableFile(
      "\(folder)/subjects.csv", name: "subjects.csv", required: ["code", "name", "level", "minutes"],
      optional: ["from", "to", "aliases"], findings: findings)
    var subjects: [Subject] = []
    for row in table.rows {
      for key in ["code", "name", "level"] where row[key].isEmpty {
        table.file.note(DefinitionRules.missing, line: row.line, key: key, [key])
      }
      let subject = Subject(
        code: row["code"], name: row["name"], level: row["level"],
        minutes: number(row, "minutes", 1...1_440, table) ?? 0,
        firstSitting: optionalNumber(row, "from", table),
        lastSitting: optionalNumber(row, "to", table), aliases: row.list("aliases"))
      if let first = subject.firstSitting, let last = subject.lastSitting, last < first {
        table.file.note(DefinitionRules.value, line: row.line, key: "to", ["to", String(last), "≥ \(first)"])
      }
      for other in subjects where overlap(subject, other) {
        if other.code == subject.code {
          table.file.note(DefinitionRules.doubled, line: row.line, key: "code", [subject.code, "code"])
        } else if other.name == subject.name, !subject.name.isEmpty {
          table.file.note(
            DefinitionRules.doubled, line: row.line, key: "name",
            [subject.name, "\(other.code), \(subject.code)"])
        }
      }
      subjects.append(subject)
    }
    return subjects
  }

  private func overlap(_ first: Subject, _ second: Subject) -> Bool {
    first.firstSitting ?? .min <= second.lastSitting ?? .max
      && second.firstSitting ?? .min <= first.lastSitting ?? .max
  }

  private func optionalNumber(_ row: TableFile.Row, _ column: String, _ table: TableFile) -> Int? {
    row[column].isEmpty ? nil : number(row, column, 0...999_999, table)
  }

  private func number(
    _ row: TableFile.Row, _ column: String, _ range: ClosedRange<Int>, _ table: TableFile
  ) -> Int? {
    guard let value = Int(row[column]), range.contains(value) else {
      table.file.note(
        DefinitionRules.value, line: row.line, key: column,
        [column, row[column], "\(range.lowerBound)–\(range.upperBound)"])
      return nil
    }
    return value
  }
}
