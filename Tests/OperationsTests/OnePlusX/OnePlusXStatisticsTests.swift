import Exports
import Imports
import Operations
import Programmes
import Tabular
import Testing

/// Statistics of a programme whose subjects come from exam plans.
@Suite struct OnePlusXStatisticsTests {
  @Test(
    "PIV-01 STA-01 subjects of an exam plan are counted and filtered by their codes, and shown with their names"
  )
  func plannedSubjects() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<2)
    let entries = [OnePlusXRows.entry(0), OnePlusXRows.entry(1)]
    let result = try await fixture.importing("entries-by-certificate", OnePlusXRows.entries, entries)
    #expect(result.state == "done")

    let office = fixture.office()
    let payment = try await office.statistics(.payment, sitting: OnePlusXFixture.sitting)
    #expect(payment.rows.map { payment.label($0, ["subject"]) } == OnePlusXRows.lower.sorted())
    #expect(payment.rows.allSatisfy { payment.label($0, ["subjectName"]) != "" })
    #expect(payment.figures(payment.total)["unpaid"] == 6)

    let form = try StatisticsForm(
      rows: ["subject"], measures: ["entries"], conditions: ["subject=\(OnePlusXRows.lower[0])"])
    let table = try await office.generalStatistics(.form(form), sitting: OnePlusXFixture.sitting)
    #expect(table.rows.count == 1 && table.figures(table.total)["entries"] == 2)
    #expect(table.lines(in: .zh)[2].text.hasPrefix("(\(OnePlusXRows.lower[0]))"))
  }

  @Test("PIV-04 every preset of the programme is made, with nobody registered too")
  func presets() async throws {
    let office = try await OnePlusXFixture().office()
    let presets = try await office.statisticsPresets(sitting: OnePlusXFixture.sitting)
    #expect(!presets.isEmpty)
    for preset in presets {
      let table = try await office.generalStatistics(
        .preset(preset.name), sitting: OnePlusXFixture.sitting)
      #expect(table.rows.isEmpty)
    }
  }
}
