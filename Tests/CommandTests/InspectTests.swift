import DBFFormat
import Files
import Foundation
import Tabular
import TestKit
import Testing
import XLSXFormat

/// `kaowu inspect`, which needs no store and writes nothing.
@Suite struct InspectTests {
  @Test(
    "a workbook: sheets with the last row and the cells; --csv keeps blank rows inside, drops trailing ones")
  func workbook() async throws {
    let fixture = try CommandFixture()
    var book = try WorkbookWriter(path: fixture.path("b.xlsx"), properties: WorkbookProperties(created: 1))
    let (first, second) = (try book.addSheet("一"), try book.addSheet("二"))
    try book.writeText("姓名", row: 1, column: 0, in: first)
    try book.writeText("他说\"是\",好", row: 4, column: 0, in: first)
    try book.writeDate(year: 2020, month: 9, day: 26, row: 4, column: 2, in: first)
    try book.writeBlank(row: 9, column: 1, style: .text, in: first)
    try book.writeNumber(0.5, row: 2, column: 1, in: second)
    try book.finish()

    let run = try await fixture.run(["inspect", "b.xlsx", "--json"])
    #expect(try run.keys() == ["kind", "sheets"])
    let seen = try run.decoded(InspectShape.self)
    #expect(seen.kind == "xlsx")
    #expect(seen.sheets == [.init(name: "一", rows: 4, cells: 3), .init(name: "二", rows: 2, cells: 1)])
    let csv = try await fixture.run(["inspect", "b.xlsx", "--csv"])
    #expect(csv.output == "姓名\n\n\n\"他说\"\"是\"\",好\",,2020-09-26\n")
    #expect(try await fixture.run(["inspect", "b.xlsx", "--csv", "--rows", "3"]).output == "姓名\n")
    #expect(try await fixture.run(["inspect", "b.xlsx", "--csv", "--sheet", "二"]).output == "\n,0.5\n")
    let missing = try await fixture.run(["inspect", "b.xlsx", "--sheet", "三"])
    #expect(missing.status == 3)
    #expect(missing.output.isEmpty)
    #expect(missing.errors.contains("一、二"))
  }

  @Test("an old workbook is shown as a new one, its kind told by the content")
  func oldWorkbook() async throws {
    let fixture = try CommandFixture()
    let book = OldWorkbookBuilder([
      .init("一", texts: [["姓名", "考试科目"], [], ["赵测试", "14"]]), .init("二", texts: [["a"]]),
    ])
    _ = try fixture.write("b.xlsx", book.bytes())
    let run = try await fixture.run(["inspect", "b.xlsx", "--json"])
    #expect(try run.keys() == ["kind", "sheets"])
    let seen = try run.decoded(InspectShape.self)
    #expect(seen.kind == "xls")
    #expect(seen.sheets == [.init(name: "一", rows: 3, cells: 4), .init(name: "二", rows: 1, cells: 1)])
    #expect(try await fixture.run(["inspect", "b.xlsx", "--csv"]).output == "姓名,考试科目\n\n赵测试,14\n")
    #expect(try await fixture.run(["inspect", "b.xlsx", "--csv", "--sheet", "二"]).output == "a\n")
    #expect(try await fixture.run(["inspect", "b.xlsx"]).output.hasPrefix("种类    工作簿（xls）\n"))

    var locked = book
    locked.hasPassword = true
    _ = try fixture.write("locked.xls", locked.bytes())
    let refused = try await fixture.run(["inspect", "locked.xls"])
    #expect(refused.status == 3 && refused.output.isEmpty && refused.errors.contains("密码"))
  }

  @Test("a CSV file in GB 18030 and a DBF: encoding, columns, live records; --csv is UTF-8 with LF")
  func tables() async throws {
    let fixture = try CommandFixture()
    // 姓名,号码 and 王,007 in GBK, lines ended by CRLF.
    let text: [UInt8] =
      [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xBA, 0xC5, 0xC2, 0xEB, 0x0D, 0x0A, 0xCD, 0xF5, 0x2C]
      + Array("007\r\n".utf8)
    _ = try fixture.write("a.csv", text)
    let csv = try await fixture.run(["inspect", "a.csv", "--json"])
    #expect(try csv.keys() == ["kind", "encoding", "columns", "records"])
    let seen = try csv.decoded(InspectShape.self)
    #expect(seen.kind == "csv" && seen.columns == ["姓名", "号码"] && seen.records == 1)
    #expect(try await fixture.run(["inspect", "a.csv", "--csv"]).output == "姓名,号码\n王,007\n")

    let file = try WholeFile(path: fixture.path("a.dbf"))
    var table = try DBFWriter(
      file, columns: [.text("XM", 10), .text("ZKZH", 4)], records: 2,
      date: try #require(DBFDate(year: 2020, month: 9, day: 1)))
    try table.write(["王", "0007"])
    try table.write(["李,四", "0008"])
    try table.finish()
    try file.finish()
    let dbf = try await fixture.run(["inspect", "a.dbf", "--json"])
    #expect(try dbf.keys() == ["kind", "encoding", "columns", "records"])
    let records = try dbf.decoded(InspectShape.self)
    #expect(records.kind == "dbf" && records.columns == ["XM", "ZKZH"] && records.records == 2)
    #expect(try await fixture.run(["inspect", "a.dbf", "--csv"]).output == "XM,ZKZH\n王,0007\n\"李,四\",0008\n")
  }

  @Test("a ZIP lists its entries; --entry looks into one, whatever the file is called")
  func archive() async throws {
    let fixture = try CommandFixture()
    let book = try CandidateWorkbook(2).write("b.xlsx", in: fixture)
    let bytes = try Array(Data(contentsOf: URL(filePath: book)))
    let archive = ArchiveBuilder([.init("表/名单.csv", "a,b\n1,2\n"), .init("报名.xlsx", bytes)])
    _ = try fixture.write("picture.jpg", archive.bytes())
    let run = try await fixture.run(["inspect", "picture.jpg", "--json"])
    #expect(try run.keys() == ["kind", "entries"])
    let seen = try run.decoded(InspectShape.self)
    #expect(seen.kind == "zip")
    #expect(seen.entries == [.init(name: "表/名单.csv", bytes: 8), .init(name: "报名.xlsx", bytes: bytes.count)])
    let table = ["inspect", "picture.jpg", "--entry", "表/名单.csv"]
    #expect(try await fixture.run(table + ["--csv"]).output == "a,b\n1,2\n")
    let inner = try await fixture.run(["inspect", "picture.jpg", "--entry", "报名.xlsx", "--json"])
    #expect(try inner.decoded(InspectShape.self).sheets?.map(\.rows) == [3])
    let missing = try await fixture.run(["inspect", "picture.jpg", "--entry", "没有"])
    #expect(missing.status == 3)
    #expect(missing.errors.contains("“没有”"))
  }

  @Test(
    "what has no reader, is damaged or is not there: status 3 with one line that names what it is",
    arguments: [
      ("a.pdf", "%PDF-1.4\n%âãÏÓ", "PDF"), ("a.rar", "Rar!\u{1A}\u{07}", "RAR"), ("a.csv", "", "空"),
      ("a.gif", "GIF89a", "GIF"), ("a.xlsx", "PK\u{03}\u{04}", "a.xlsx"), ("nowhere/a.csv", "", "没有这个文件"),
    ])
  func refused(_ name: String, _ content: String, _ word: String) async throws {
    let fixture = try CommandFixture()
    if !name.contains("/") { _ = try fixture.write(name, content) }
    for more in [[], ["--csv"], ["--json"]] {
      let run = try await fixture.run(["inspect", name] + more)
      #expect(run.status == 3)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains(word), "\(run.errors)")
    }
  }

  @Test("no store is opened or made, and the inspected folder stays as it was")
  func writesNothing() async throws {
    let fixture = try CommandFixture()
    _ = try fixture.write("a.csv", "a,b\n1,2\n")
    let run = try await fixture.run(["inspect", "a.csv"], environment: ["KAOWU_STORE": "/nowhere/at-all"])
    #expect(run.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.url.path)
    #expect(names.filter { !$0.hasPrefix("call-") } == ["a.csv"])
  }

  @Test("IDN-06 people see the first rows aligned, ID numbers masked; --csv shows them whole")
  func masked() async throws {
    let fixture = try CommandFixture()
    try CandidateWorkbook(9).write("b.xlsx", in: fixture)
    let number = CandidateWorkbook.number(0)
    let run = try await fixture.run(["inspect", "b.xlsx"])
    #expect(run.output.hasPrefix("种类    工作簿（xlsx）\n工作表  集体报名信息    10 行  110 个单元格\n前 5 行：\n"))
    #expect(!run.output.contains(number) && run.output.contains("…" + number.suffix(4)))
    #expect(run.output.split(separator: "\n").count == 8)
    let photos = ArchiveBuilder((0..<30).map { .init("\(CandidateWorkbook.number($0)).jpg", "") })
    _ = try fixture.write("photos.zip", photos.bytes())
    let entries = try await fixture.run(["inspect", "photos.zip"])
    #expect(!entries.output.contains(number) && entries.output.contains("还有 10 个条目"))
    #expect(try await fixture.run(["inspect", "b.xlsx", "--csv"]).output.contains(number))
  }

  @Test("a reader that goes away ends --csv quietly")
  func brokenPipe() async throws {
    let fixture = try CommandFixture()
    let line = String(repeating: "x", count: 90) + ",1\n"
    _ = try fixture.write("long.csv", String(repeating: line, count: 40_000))
    let shell = try StartedCommand(
      URL(filePath: "/bin/sh"),
      ["-c", "\"$KAOWU\" inspect long.csv --csv | head -n 1 > first; echo done"], in: fixture.folder.url,
      environment: ["KAOWU": CommandFixture.command.path])
    let run = try await shell.end()
    #expect(run.output == "done\n")
    #expect(run.errors.isEmpty)
    #expect(try String(contentsOfFile: fixture.path("first"), encoding: .utf8) == line)
  }
}
