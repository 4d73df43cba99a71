internal import ExamModel
public import Tabular

extension Programme {
  /// The tables that the programme itself supplies, beside those of `Templates/CodeTables`: `subject` (the subjects of
  /// the sitting), `result` (the result codes), `violation` (kinds of violation and the result codes that mean one).
  public static let suppliedTables = ["subject", "result", "violation"]

  /// A code table as it holds in a sitting: subjects only where they are examined, documents only where they are
  /// accepted. Nil where there is no such table.
  public func table(_ name: String, sitting: Int) -> CodeTable? {
    switch name {
    case "subject":
      CodeTable(
        name: name, title: "科目",
        items: subjects(inSitting: sitting).map { .init(code: $0.code, name: $0.name, aliases: $0.aliases) })
    case "result":
      scores.map { rules in
        CodeTable(
          name: name, title: "等第", items: rules.outcomes.map { .init(code: String($0.code), name: $0.name) })
      }
    case "violation": violationTable
    case "document-type":
      tables[name].map { table in
        CodeTable(name: name, title: table.title, items: table.items.filter { documents.contains($0.code) })
      }
    default: tables[name]
    }
  }

  /// The prepared look-up of a code table as it holds in a sitting. Make it once for a file, not once for a row.
  public func codes(of table: String, sitting: Int) -> CodeLookup? {
    self.table(table, sitting: sitting).map(CodeLookup.init)
  }

  private var violationTable: CodeTable? {
    guard let kinds = tables["violation-kind"], let scores else { return nil }
    let results = scores.outcomes.filter { $0.standing != .absent && !$0.standing.isGraded }
    return CodeTable(
      name: "violation", title: "违规",
      items: kinds.items + results.map { .init(code: String($0.code), name: $0.name) })
  }
}
