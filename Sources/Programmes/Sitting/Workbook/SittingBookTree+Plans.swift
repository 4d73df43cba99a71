import ExamModel
import Tabular

extension SittingBookTree {
  private static let names = ["number", "certificate", "level"]

  /// The plans in the order of their rows, each with the subjects of another sheet.
  mutating func plans(_ table: SheetTable) -> DocumentNode.Content {
    let subjects = self.table(SittingSheet.planSubjects)
    var rows: [[String]: [SheetTable.Row]] = [:]
    for row in subjects?.rows ?? [] {
      if let subjects { rows[Self.name(row, subjects), default: []].append(row) }
    }
    let plans = table.rows.map { row in
      // Only the first plan of a name has its subjects; a second one is a finding of its own.
      let own = rows.removeValue(forKey: Self.name(row, table)) ?? []
      return plan(row, table, own, subjects)
    }
    if let subjects {
      for row in rows.values.joined().sorted(by: { $0.number < $1.number }) {
        guard !table.rows.contains(where: { Self.name($0, table) == Self.name(row, subjects) }) else {
          continue
        }
        report(
          .withoutParent, at: subjects.number(of: row), value: subjects.text(row, "number"),
          arguments: [SittingSheet.plans.name])
      }
    }
    return .list(plans)
  }

  private mutating func plan(
    _ row: SheetTable.Row, _ table: SheetTable, _ own: [SheetTable.Row], _ subjects: SheetTable?
  ) -> DocumentNode {
    let line = table.number(of: row)
    let start = table.number(row, "start")
    let times = [node("start", table, row), node("end", table, row)]
    var pairs = some(Self.names + ["rule", "passMark"], table, row)
    pairs.append(
      Pair(key: "registration", line: start, value: DocumentNode(content: .list(times), line: start)))
    if let subjects, let first = own.first {
      let line = subjects.number(of: first)
      let nodes = own.map { planSubject($0, subjects) }
      pairs.append(Pair(key: "subjects", line: line, value: DocumentNode(content: .list(nodes), line: line)))
    }
    return DocumentNode(content: .mapping(pairs), line: line)
  }

  private mutating func planSubject(_ row: SheetTable.Row, _ table: SheetTable) -> DocumentNode {
    let line = table.number(of: row)
    var pairs = some(["kind", "weight", "passMark", "candidates"], table, row)
    pairs.append(pair("subjectCode", table, row, as: "code"))
    pairs.append(pair("subjectName", table, row, as: "name"))
    var times = pair("times", table, row)
    if case .nothing = times.value.content { times.value.content = .list([]) }
    return DocumentNode(content: .mapping(pairs + [times]), line: line)
  }

  /// What names a plan: its number, certificate and level.
  private static func name(_ row: SheetTable.Row, _ table: SheetTable) -> [String] {
    names.map { table.text(row, $0) ?? "" }
  }
}
