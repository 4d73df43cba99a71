import Exports
import Files
import Imports
import Operations
import Storage
import Tabular
import Testing

/// The rows that were not taken come back in a file of their own, and what becomes of them is counted.
@Suite struct RestFileTests {
  private func mixed() -> [Candidate] {
    var rows = Candidate.some(6)
    rows[1].phone = "12"
    rows[4].name = ""
    return rows
  }

  /// The rest file with cells of its rows set: row of the rest, column, text.
  private func mended(_ path: String, _ cells: [(Int, Int, String)], keepsNote: Bool = true) throws
    -> SheetFile
  {
    var rows = try SheetReading(path, sheet: "集体报名信息").rows
    for (row, column, text) in cells { rows[row][column] = text }
    var sheet = SheetFile("集体报名信息", rows: rows.map { $0.map { .text($0) } })
    if keepsNote {
      sheet.after = [("续传", try SheetReading(path, sheet: "续传").rows.map { $0.map { .text($0) } })]
    }
    return sheet
  }

  @Test("REG-14 the rest file names its job; sent again it continues that job, whose balance closes")
  func continued() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register(mixed()) { $0.isPartial = true }
    let job = try #require(Int(first.job))
    #expect(try await fixture.office().job(job, in: .zh).rest?.open == 2)
    let rest = try #require(first.reports.rejected)

    // One of the two rows is mended; the other comes back once more.
    let second = try await fixture.register(try mended(rest, [(2, 14, "13800000000")])) {
      $0.isPartial = true
    }
    #expect(second.continues == first.job && second.tally == [2, 1, 0, 0, 0, 1])
    #expect(try await fixture.office().job(job, in: .zh).rest?.open == 1)

    let third = try await fixture.register(
      try mended(try #require(second.reports.rejected), [(2, 1, "孙补填")]))
    #expect(third.continues == second.job && third.tally == [1, 1, 0, 0, 0, 0])
    let rest1 = try #require(try await fixture.office().job(job, in: .zh).rest)
    #expect([rest1.rejected, rest1.taken, rest1.open] == [2, 2, 0])
    #expect(try await fixture.stored().count == 6)
  }

  @Test("REG-14 the rest file can be made from any report, of a refused file too")
  func fromReport() async throws {
    let fixture = try await OfficeFixture()
    let refused = try await fixture.register(mixed())
    let made = try await fixture.office().writeReport(
      ofJob: #require(Int(refused.job)), to: fixture.folder.path("again"), in: .zh)
    let rest = try SheetReading(try #require(made.reports.rejected), sheet: "集体报名信息").rows
    #expect(rest.count == 4)
    #expect(rest[2][14] == "12" && rest[3][1] == "")
  }

  @Test("REG-14 without the note it is a file like any other; a job of another kind cannot be continued")
  func unrelated() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register(mixed()) { $0.isPartial = true }
    let rest = try mended(
      try #require(first.reports.rejected), [(2, 14, "13800000000"), (3, 1, "孙补填")], keepsNote: false)
    let path = fixture.newPath(".xlsx")
    try rest.write(to: path)
    let error = try await refusal {
      _ = try await fixture.importing("registrations", path) { $0.continues = 99 }
    }
    #expect(error.rule == "REG-14")
    let plain = try await fixture.importing("registrations", path)
    #expect(plain.continues == nil && plain.state == "done")
    #expect(try await fixture.office().job(#require(Int(first.job)), in: .zh).rest?.open == 2)
  }

  @Test("REG-14 the rest of a CSV file is a CSV file that can be sent again")
  func csv() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0), Candidate(1)])
    let lines = [
      "T1,\(Candidate(0).id),14,78.00,2020-08-19 09:35:12,支付宝,成功",
      "T2,\(Candidate(5).id),14,78.00,2020-08-19 09:35:12,支付宝,成功",
    ]
    let path = try fixture.csv(OfficeFixture.paymentHeadings, lines)
    let first = try await fixture.importing("payments", path) { $0.isPartial = true }
    let rest = try #require(first.reports.rejected)
    #expect(first.tally == [2, 1, 0, 0, 0, 1] && rest.hasSuffix(".csv"))
    _ = try await fixture.register([Candidate(5)])
    let again = try await fixture.importing("payments", rest) { $0.continues = Int(first.job) }
    #expect(again.continues == first.job && again.tally == [1, 1, 0, 0, 0, 0])
  }
}
