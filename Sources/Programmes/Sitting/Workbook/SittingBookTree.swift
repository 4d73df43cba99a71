import ExamModel
import Tabular

/// 考次工作簿成树 — makes of the rows of a workbook the nodes that the same sitting has in YAML, so that one reader and
/// one check serve both. What a cell alone cannot say right (a word that is no choice, a row that stands twice) is found
/// here.
struct SittingBookTree {
  typealias Pair = DocumentNode.Pair

  private(set) var findings: [Finding] = []
  let places: SheetPlaces
  private let tables: [Int: SheetTable]

  init(_ book: SittingBookReader) {
    tables = book.tables
    places = book.places
  }

  /// The sheet, where it is there and holds anything.
  func table(_ sheet: SittingSheet) -> SheetTable? {
    SittingSheet.all.firstIndex { $0.name == sheet.name }.flatMap { tables[$0] }
  }

  /// The whole sitting.
  mutating func root() -> DocumentNode {
    let sections = [
      list(SittingSheet.organisations, ["code", "name", "address", "audited", "enabled"]),
      list(SittingSheet.users, ["name", "organisation", "role"]),
      section(SittingSheet.windows) { $0.windows($1) },
      section(SittingSheet.offers) { $0.offers($1) },
      section(SittingSheet.fees) { $0.fees($1) },
      section(SittingSheet.sites, beside: [SittingSheet.siteSubjects, SittingSheet.preferredDays]) {
        $0.sites($1)
      },
      section(SittingSheet.plans, beside: [SittingSheet.planSubjects]) { $0.plans($1) },
      list(SittingSheet.calendar, ["step", "responsible", "start", "deadline"]),
      list(
        SittingSheet.accounts,
        ["organisation", "bank", "bankNumber", "name", "number", "kind", "remarks"]),
    ]
    return DocumentNode(content: .mapping(identity() + sections.compactMap { $0 }), line: 0)
  }

  /// What the sheet of the sitting itself says. Where it is missing, its keys have their finding.
  private mutating func identity() -> [Pair] {
    let required = ["sitting", "programme", "number", "name", "examDates"]
    guard let table = table(SittingSheet.sitting), !table.isUnreadable, let row = table.rows.first else {
      return required.map { Pair(key: $0, line: 0, value: DocumentNode(content: .unreadable, line: 0)) }
    }
    for more in table.rows.dropFirst() { report(.secondSitting, at: table.number(of: more)) }
    var pairs = required.map { pair($0, table, row) } + some(["copyFrom"], table, row)
    let ages = ["least", "most"]
    if ages.contains(where: { table.text(row, $0) != nil }) {
      let line = table.number(row, "least")
      let limits = ages.map { pair($0, table, row) }
      pairs.append(Pair(key: "ages", line: line, value: DocumentNode(content: .mapping(limits), line: line)))
    }
    return pairs
  }

  /// A list with a mapping for each row.
  private mutating func list(_ sheet: SittingSheet, _ keys: [String]) -> Pair? {
    section(sheet) { tree, table in
      if table.saysNone { return .list([]) }
      return .list(
        table.rows.map { row in
          DocumentNode(content: .mapping(tree.some(keys, table, row)), line: table.number(of: row))
        })
    }
  }

  /// The key of a sheet with what its rows say; nil where it has none, as where a file leaves out the key.
  /// - Parameter beside: the sheets that say more of the same rows.
  private mutating func section(
    _ sheet: SittingSheet, beside: [SittingSheet] = [],
    _ content: (inout SittingBookTree, SheetTable) -> DocumentNode.Content
  ) -> Pair? {
    let all = ([sheet] + beside).compactMap { self.table($0) }.filter { !$0.rows.isEmpty || $0.isUnreadable }
    guard let first = all.first else { return nil }
    if all.contains(where: \.isUnreadable) {
      return Pair(
        key: sheet.key, line: first.number, value: DocumentNode(content: .unreadable, line: first.number))
    }
    let table = self.table(sheet) ?? SheetTable(SittingSheet.all.firstIndex { $0.name == sheet.name } ?? 0)
    return Pair(
      key: sheet.key, line: table.number,
      value: DocumentNode(content: content(&self, table), line: table.number))
  }

  mutating func report(
    _ template: FindingTemplate, at number: Int, value: String? = nil, arguments: [String] = [],
    suggestion: String? = nil
  ) {
    findings.append(
      Finding(
        template, at: places.place(number), value: value.map { String($0.prefix(100)) },
        arguments: arguments, suggestion: suggestion))
  }
}
