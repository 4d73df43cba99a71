import Exports
import Files
import Foundation
import Imports
import Operations
import Tabular
import Testing
import XLSXFormat

@Suite struct ManyFindingsTests {
  /// What a report keeps of a finding that this test looks at.
  private struct Kept: Decodable {
    struct Finding: Decodable {
      var rule: String
      var row: Int
    }

    var findings: [Finding]
    var findingsTotal: Int
  }

  @Test(
    "VIO-02 ERR-03 the page shows the first 1 000 errors, the report has them all",
    arguments: ViolationSheet.Form.allCases)
  func thousand(form: ViolationSheet.Form) async throws {
    let fixture = try await SeatingFixture.afterExam([TestCandidate.number(1, ["14"])])
    // Row 501 is right; each of the others names a ticket that there is not, and one of them says no kind either.
    var rows = (0..<1_201).map { ["14589907010\(50_000 + $0)", "", "", "", "缺考", ""] }
    rows[499][0] = ScoreSheet.ticket(1, "14")
    rows[1_200][4] = ""
    let result = try await fixture.importViolations(rows, as: form)
    #expect(result.state == "refused" && result.countsLine == "1/0/0/0/1200 of 1201")
    #expect(result.findingsTotal == 1_201)
    #expect(result.findings.count == 1_000)
    #expect(result.findings.first?.cell == "A2" && result.findings.last?.cell == "A1002")
    #expect(try await fixture.violations().isEmpty)

    let json = try Data(contentsOf: URL(filePath: try #require(result.reports.json)))
    let kept = try JSONDecoder().decode(Kept.self, from: json)
    #expect(kept.findingsTotal == 1_201 && kept.findings.count == 1_201)
    #expect(kept.findings.map(\.row) == (2...1_202).filter { $0 != 501 } + [1_202])
    #expect(kept.findings.suffix(2).map(\.rule) == ["VIO-01", "REQ"])

    let workbook = try Workbook(
      FileSource(path: try #require(result.reports.workbook)), name: "report")
    let lines = try workbook.sheets.map { sheet in
      var (count, row) = (0, RawRow())
      let reader = try workbook.rows(of: sheet)
      while try reader.read(into: &row) {
        if row.cells.contains(where: { ["VIO-01", "REQ"].contains(row.text(of: $0)) }) { count += 1 }
      }
      return count
    }
    #expect(lines.max() == 1_201)
  }
}
