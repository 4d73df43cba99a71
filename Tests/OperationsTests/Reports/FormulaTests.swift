import CSVFormat
import Exports
import Files
import Foundation
import Imports
import Operations
import Programmes
import Storage
import Tabular
import TestKit
import Testing
import ZIPFormat

/// Texts that begin like formulas, through every workbook and CSV file that is written.
@Suite struct FormulaTests {
  /// A text that a spreadsheet might run.
  private static func trap(_ random: inout SeededGenerator) -> String {
    let starts = ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "＋", "－", "＠", "'=", "''+", "\n@"]
    let rests = [
      "1+1", "SUM(A1:A9)", "HYPERLINK(\"a\",\"x\")", "cmd|' /C calc'!A0", "1;2", "学号,1",
    ]
    return starts[Int.random(in: starts.indices, using: &random)]
      + rests[Int.random(in: rests.indices, using: &random)]
  }

  private static func people(_ count: Int, from first: Int = 0, _ random: inout SeededGenerator)
    -> [Candidate]
  {
    (first..<first + count).map { number in
      Candidate(number) { row in
        // A name with blanks would not be taken.
        row.name = ["=1+1", "+SUM(A1:A9)", "-1+1", "@SUM(A1:A9)", "＝1"][number % 5]
        row.studentNumber = trap(&random)
        row.department = trap(&random)
        row.major = trap(&random)
        row.schoolClass = trap(&random)
        row.address = trap(&random)
        row.extra = trap(&random)
        row.remarks = trap(&random)
        row.email = ["=", "+", "-"][number % 3] + row.email
      }
    }
  }

  /// Everything that the office wrote, by its name; what stands in a package is among it.
  private func written(_ folder: TemporaryFolder, except sent: Set<String>) throws -> [String: FileSource] {
    var files: [String: FileSource] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
    where !sent.contains(name) {
      let file = { try FileSource(path: folder.path(name)) }
      if name.hasSuffix(".xlsx") || name.hasSuffix(".csv") { files[name] = try file() }
      guard name.hasSuffix(".zip") else { continue }
      let archive = try ZIPArchive(try file(), limits: .photos, name: name)
      for entry in archive.entries where entry.path.hasSuffix(".csv") || entry.path.hasSuffix(".xlsx") {
        let path = try folder.file("\(UUID().uuidString)", try archive.bytes(entry, atMost: 64 << 20))
        files["\(name)/\(entry.path)"] = try FileSource(path: path)
      }
    }
    return files
  }

  /// The cells of a CSV file, line breaks inside them kept.
  private func cells(_ file: FileSource) throws -> [String] {
    var reader: any RowReader = try CSVReader(file, removesGuards: false)
    var row = RawRow()
    var cells: [String] = []
    while try reader.read(into: &row) { cells += row.cells.map(row.text) }
    return cells
  }

  /// Whether a spreadsheet takes a cell of a CSV file for a formula.
  private func runs(_ cell: String) -> Bool {
    let start = cell.unicodeScalars.drop { $0 == " " }
    guard let first = start.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return false }
    return Double(cell) == nil
  }

  @Test(
    "ERR-04 no cell of any workbook or CSV file that is written can run as a formula",
    arguments: [1, 2] as [UInt64])
  func everything(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let fixture = try await OfficeFixture(
      .with { plan in
        plan.sites["990701"]?.classes = "\"\""
        plan.windows.removeAll { $0.0 == "postExamDownloads" || $0.0 == "preExamDownloads" }
        for window in ["postExamDownloads", "preExamDownloads"] {
          plan.windows.append((window, "[2020-07-01 08:00, 2021-12-31 08:00]"))
        }
      })
    // An import whose report and rest hold what was typed.
    var rows = Self.people(30, &random)
    for index in stride(from: 0, to: 30, by: 3) { rows[index].phone = Self.trap(&random) }
    let first = try await fixture.register(rows, headings: Candidate.headings + ["=未知列"]) {
      $0.isPartial = true
    }
    #expect(first.rows.failed == 10 && first.rows.created == 20)
    // An override, for the trail's old and new values; scores, with remarks and names; payments.
    let changed = Self.people(30, &random).filter { $0.phone.hasPrefix("1") }
    _ = try await fixture.register(changed.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)) {
      $0.overrides = true
    }
    let stored = try await fixture.stored()
    _ = try await fixture.pay(stored.keys.sorted().map { ($0, "14") })
    try await fixture.execute(
      "UPDATE entry SET ticket = '1458990701' || substr('000000' || CAST(id AS TEXT), length(CAST(id AS TEXT)) + 1)"
    )
    let lines = try await fixture.database.read { session in
      try session.all(
        "SELECT e.ticket, r.document_number FROM entry e JOIN registration r ON r.id = e.registration"
      ) {
        ($0.text(0), $0.text(1))
      }
    }
    try fixture.setClock("2020-10-09 10:00")
    let scores = lines.map { ticket, number in
      TextRow([
        "准考证号": ticket, "证件号码": number, "科目代码": "14", "成绩": "85",
        "备注": Self.trap(&random).replacingOccurrences(of: "\"", with: "”"),
      ])
    }
    let headings = ["准考证号", "证件号码", "科目代码", "成绩", "备注"]
    let faulty = scores.map { $0.with(["成绩": "-101"]) }
    _ = try await fixture.importing("scores", faulty, headings: headings) { $0.isPartial = true }
    #expect(try await fixture.importing("scores", scores, headings: headings).rows.created == 20)

    let sent = Set(try fixture.files().filter { !$0.contains("/") })
    try await export(fixture)
    let files = try written(fixture.folder, except: sent)
    var traps = 0
    for (name, file) in files {
      if name.hasSuffix(".csv") {
        let cells = try cells(file)
        #expect(cells.filter(runs) == [], "\(name)")
        traps += cells.count { FormulaGuard.removed(from: $0) != $0 }
      } else {
        let archive = try ZIPArchive(file, limits: .workbook, name: name)
        for entry in archive.entries where entry.path.hasPrefix("xl/worksheets/sheet") {
          let text = String(decoding: try archive.bytes(entry, atMost: 64 << 20), as: UTF8.self)
          #expect(!text.contains("<f>") && !text.contains("<f "), "\(name)")
          traps += text.components(separatedBy: "SUM(A1:A9)").count - 1
        }
      }
    }
    #expect(files.keys.contains { $0.hasSuffix(".csv") } && files.keys.contains { $0.hasSuffix(".xlsx") })
    #expect(traps > 100, "what was typed stands in the files: \(files.keys.sorted())")
  }

  /// Makes every package that can be made of the site, a statistic, a template and the trail.
  private func export(_ fixture: OfficeFixture) async throws {
    let office = fixture.office("root")
    var made = 0
    for kind in ExportKinds.all {
      for format in ExportLayout.Form.allCases {
        var request = ExportRequest(
          kind: kind.name, sitting: SittingPlan.code, site: "990701",
          folder: fixture.folder.path("packages-\(format)"))
        request.options.format = format
        do {
          _ = try await office.export(request)
          made += 1
        } catch is Refusal {
        } catch is UnfitOption {}
      }
    }
    #expect(made >= 3)
    for kind in StatisticsKind.allCases {
      let table = try await office.statistics(kind, sitting: SittingPlan.code)
      try office.write(table, to: fixture.newPath("-statistics.xlsx"), language: .zh)
    }
    for kind in ImportKinds.all where kind.source != .photos {
      do {
        _ = try await office.writeTemplate(
          kind: kind.name, sitting: SittingPlan.code, site: "990701",
          to: fixture.newPath(kind.source == .csv ? ".csv" : ".xlsx"))
      } catch is Refusal {}
    }
    let lines = try await office.exportTrail(
      TrailRequest(sitting: SittingPlan.code), to: fixture.newPath("-trail.csv"), in: .zh)
    #expect(lines > 20)
  }
}
