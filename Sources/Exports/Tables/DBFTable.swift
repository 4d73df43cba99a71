internal import DBFFormat
internal import Programmes
internal import Storage
internal import Tabular

/// DBF 表 — writes records as a dBASE III file in code page 936. Nothing is cut, dropped or replaced in silence
/// (DOC-07): what does not fit is a finding, and all findings are found in one run.
struct DBFTable {
  private let layout: ExportLayout
  private let context: ExportContext
  private let rules: TableRules
  private let policy: CharacterPolicy
  private var findings = ExportFindings()

  init(_ layout: ExportLayout, _ rules: TableRules, _ context: ExportContext) {
    self.layout = layout
    self.context = context
    self.rules = rules
    policy = context.options.characters ?? .fail
  }

  /// Writes all records to `sink`. Where a finding is an error, the file is no good: do not let it appear.
  mutating func write(_ records: EntryRecords, to sink: any ByteSink, _ session: any Session) throws
    -> ExportOutcome
  {
    let count = try records.count(session)
    var writer = try DBFWriter(
      sink, columns: layout.columns.map(\.asField), records: count, date: try context.tableDate())
    let ticket = layout.columns.firstIndex { $0.source == .ticket }
    var number = 0
    let digests = try records.forEach(session, expecting: count) { record in
      number += 1
      while let problem = Self.problem({ () throws(DBFProblem) in try writer.append(record) }) {
        let column = writer.column
        let cell = Cell(
          column: layout.columns[column], record: number,
          ticket: ticket.map(record.text) ?? String(number), text: record.text(column))
        try settle(problem, of: cell, &writer)
      }
      try writer.endRecord()
      try context.step(number, of: count)
    }
    try writer.finish()
    if count == 0 { findings.add(Finding(rules.empty, at: Place())) }
    var outcome = ExportOutcome(records: count, findings: findings)
    outcome.digests = digests
    return outcome
  }

  /// A value on its way into the file.
  private struct Cell {
    var column: ExportColumn
    var record: Int
    var ticket: String
    var text: String
  }

  /// Writes something instead of a value that cannot stand there, and notes it.
  private mutating func settle(_ problem: DBFProblem, of cell: Cell, _ writer: inout DBFWriter) throws {
    var problem = problem
    if case .outsideCodePage(let scalars) = problem.reason, let text = replacement(of: cell.text, scalars) {
      guard let next = Self.problem({ () throws(DBFProblem) in try writer.append(text) }) else {
        note(rules.replaced, cell, [Self.list(scalars), text])
        return
      }
      problem = next
    }
    note(problem, cell)
    // The record is filled up so that the rest of the file can be checked too.
    try writer.append("")
  }

  /// Why a value was not written; nil where it was.
  private static func problem(_ write: () throws(DBFProblem) -> Void) -> DBFProblem? {
    do throws(DBFProblem) {
      try write()
      return nil
    } catch {
      return error
    }
  }

  /// What is written instead of a text with characters that the code page does not have; nil where nothing may be.
  private func replacement(of text: String, _ missing: [Unicode.Scalar]) -> String? {
    switch policy {
    case .fail: nil
    case .question: Homophones.questioned(text, missing)
    case .homophone: Homophones.replaced(text, missing)
    }
  }

  private mutating func note(_ problem: DBFProblem, _ cell: Cell) {
    switch problem.reason {
    case .outsideCodePage(let scalars): note(rules.characters, cell, [Self.list(scalars)])
    case .tooLong(let needed, let available):
      note(rules.width, cell, [String(needed), String(available)])
    case .notANumber, .tooPrecise: note(rules.number, cell, [String(cell.column.decimals)])
    }
  }

  private mutating func note(_ template: FindingTemplate, _ cell: Cell, _ arguments: [String]) {
    let isPersonal = cell.column.source == .documentNumber
    findings.add(
      Finding(
        template, at: Place(row: cell.record, column: cell.column.heading),
        value: isPersonal ? "…" + cell.text.suffix(4) : cell.text,
        arguments: [cell.ticket, cell.column.heading] + arguments))
  }

  private static func list(_ scalars: [Unicode.Scalar]) -> String {
    scalars.map { "\($0) (U+\(String($0.value, radix: 16, uppercase: true)))" }.joined(separator: "、")
  }
}

extension ExportColumn {
  /// The column as a DBF header describes it.
  fileprivate var asField: DBFColumn {
    DBFColumn(
      name: field ?? heading, type: kind == .numeric ? .number : .text, width: width, decimals: decimals)
  }
}
