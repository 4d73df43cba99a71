import Imports
import Operations
import Storage

extension OfficeFixture {
  /// Puts registered candidates into the store, each with a ticket number, for tests that begin after registration.
  func store(_ numbers: Range<Int>, subject: String = "14", site: String = "990701") async throws {
    try await database.write { session in
      let sitting = try session.count("SELECT id FROM sitting")
      let people = try session.loader(
        "registration",
        columns: ["id", "sitting", "site", "method", "document_type", "document_number", "name", "audit"])
      for number in numbers {
        let values: [SQLValue] = [
          .integer(number + 1), .integer(sitting), .text(site), "collective", "1",
          .text(Candidate(number).id), "考生",
          "none",
        ]
        for value in values { try people.add(value) }
        try people.endRow()
      }
      try people.finish()
      let entries = try session.loader(
        "entry", columns: ["sitting", "site", "registration", "subject", "ticket"])
      for number in numbers {
        let values: [SQLValue] = [
          .integer(sitting), .text(site), .integer(number + 1), .text(subject),
          .text(Self.ticket(number, subject: subject, site: site)),
        ]
        for value in values { try entries.add(value) }
        try entries.endRow()
      }
      try entries.finish()
    }
  }

  /// The ticket number that a stored candidate has.
  static func ticket(_ number: Int, subject: String = "14", site: String = "990701") -> String {
    "\(subject)58\(site)" + MadeID.pad(number / 9_999 + 1, 2) + MadeID.pad(number % 9_999 + 1, 4)
  }

  /// Imports rows of a CSV file or a workbook.
  func importing(
    _ kind: String, _ rows: [TextRow], headings: [String], _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let texts = [headings] + rows.map { row in headings.map { row[$0] } }
    let isCSV = ImportKinds.named(kind)?.source == .csv
    let path: String
    if isCSV {
      let lines = texts.map { line in line.map { "\"\($0)\"" }.joined(separator: ",") }
      path = try csv(lines[0], Array(lines.dropFirst()))
    } else {
      path = newPath(".xlsx")
      try SheetFile("数据", rows: texts.map { $0.map { .text($0) } }).write(to: path)
    }
    return try await importing(kind, path, options)
  }
}

/// A row of any file, its cells by their headings; blank ones are left out.
struct TextRow: Sendable {
  private var cells: [String: String]

  init(_ cells: [String: String]) { self.cells = cells }

  subscript(heading: String) -> String {
    get { cells[heading] ?? "" }
    set { cells[heading] = newValue }
  }

  /// The row with changes.
  func with(_ changes: [String: String]) -> TextRow { TextRow(cells.merging(changes) { $1 }) }
}

extension Fault<TextRow> {
  /// A fault that is made by setting cells.
  static func cells(
    _ name: String, _ changes: [String: String], _ marks: String..., isWarning: Bool = false
  ) -> Fault {
    var fault = Fault(name, isWarning: isWarning) { row, _ in row = row.with(changes) }
    fault.marks = marks
    return fault
  }
}
