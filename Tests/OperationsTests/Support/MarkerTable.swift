import Exports
import Imports
import Operations
import Testing

/// Rows with marks: each line is a candidate with something changed in it, and what must be found there, as
/// `column rule`. All lines go in as one file, so that one fault hiding another would be seen.
struct MarkerTable {
  private var lines: [(name: String, candidate: Candidate, marks: [String])] = []

  /// Adds a candidate with a change and the marks that it must get, in file order; none for a good row.
  mutating func row(_ name: String, _ marks: String..., change: (inout Candidate) -> Void) {
    lines.append((name, Candidate(lines.count, change), marks))
  }

  /// Imports the lines as one file and compares every row's findings with its marks.
  @discardableResult
  func check(
    _ fixture: OfficeFixture, _ options: (inout ImportOptions) -> Void = { _ in },
    location: SourceLocation = #_sourceLocation
  ) async throws -> Found {
    let result = try await fixture.register(lines.map(\.candidate), options)
    let found = result.marksByRow
    for (index, line) in lines.enumerated() {
      #expect(found[SheetFile.row(index)] ?? [] == line.marks, "\(line.name)", sourceLocation: location)
    }
    #expect(found[0] == nil, "a finding of the whole file", sourceLocation: location)
    #expect(result.rows.read == lines.count, sourceLocation: location)
    return Found(names: lines.map(\.name), findings: result.findings)
  }

  /// What was found on the lines, by their names.
  struct Found {
    fileprivate let names: [String]
    fileprivate let findings: [ReportedFinding]

    /// Everything that was found.
    var all: [ReportedFinding] { findings }

    /// The first finding on the line of a name.
    subscript(name: String) -> ReportedFinding? {
      names.firstIndex(of: name).flatMap { index in findings.first { $0.row == SheetFile.row(index) } }
    }
  }
}
