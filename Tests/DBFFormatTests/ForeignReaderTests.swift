import Files
import Foundation
import Tabular
import TestKit
import Testing

@testable import DBFFormat

@Suite("DBF and other programs")
struct ForeignReaderTests {
  static let hasDBFRead = run(["-c", "import dbfread"]) != nil

  @Test("SCO-07 another reader sees the records that were written", .enabled(if: hasDBFRead))
  func dbfread() throws {
    let table = [["6599990001010001", "张三·A", "60"], ["6599990001010002", "镕—", "-1"], ["", "", ""]]
    let folder = try TemporaryFolder()
    var file = try DBFWriter(
      WholeFile(path: folder.path("T.DBF")), columns: [.text("ZKZH", 16), .text("XM", 50), .number("CJ", 3)],
      records: table.count, date: #require(DBFDate(year: 2026, month: 5, day: 14)))
    for record in table { try file.write(record) }
    try file.finish()
    try (file.sink as? WholeFile)?.finish()
    let script = """
      import dbfread
      table = dbfread.DBF(r'\(folder.path("T.DBF"))')
      print(table.encoding, table.dbversion, table.date, len(table))
      for record in table: print('|'.join('' if v is None else str(v) for v in record.values()))
      """
    let output = try #require(Self.run(["-c", script]))
    #expect(
      output == """
        cp936 FoxBASE+/Dbase III plus, no memory 2026-05-14 3
        6599990001010001|张三·A|60
        6599990001010002|镕—|-1
        ||

        """)
  }

  /// What python3 prints; nil where it is missing or fails.
  private static func run(_ arguments: [String]) -> String? {
    let result = try? OtherProgram.run(["env", "PYTHONIOENCODING=utf-8", "python3"] + arguments)
    return result?.status == 0 ? result?.text : nil
  }
}
