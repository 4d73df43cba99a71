import Files
import Foundation
import Tabular
import Testing

@testable import XLSXFormat

@Suite("The annotated copy and other programs", .enabled(if: Openpyxl.isAvailable))
struct ForeignCopyTests {
  private static let make = """
    import sys, openpyxl, datetime
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill, Alignment
    book = openpyxl.Workbook(); s = book.active; s.title = "报名"
    s.append(["序号", "姓名", "出生日期"])
    for n in range(1, 6): s.append([n, f"考生{n}", datetime.date(2000, 1, n)])
    s["B3"].font = Font(bold=True); s["B3"].alignment = Alignment(horizontal="center")
    s["B3"].comment = Comment("请核对", "老师"); s["A4"] = "=A3+1"
    s.column_dimensions["B"].width = 33; s.freeze_panes = "A2"; s.auto_filter.ref = "A1:C6"
    book.create_sheet("说明")["A1"] = "其他"
    book.save(sys.argv[1])
    """

  private static let read = """
    import sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1]); s = book["报名"]
    print(book.sheetnames, s.auto_filter.ref, s.freeze_panes, s.column_dimensions["B"].width, s["A4"].value)
    for cell in ["B3", "C3", "C8"]:
      c = s[cell]
      print(cell, c.fill.fgColor.rgb, repr(c.comment.text), c.font.b, c.alignment.horizontal, c.number_format)
    print([s.cell(row, 4).value for row in range(1, 9)], book["说明"]["A1"].value)
    """

  private static let seen = """
    ['报名', '说明'] A1:D8 A2 33.0 =A3+1
    B3 FFFFC7CE '请核对\\n\\n错' True center General
    C3 FFFFEB9C '疑' False None yyyy-mm-dd
    C8 FFFFC7CE '缺' False None General
    ['问题', None, '错；疑', None, None, None, None, '缺'] 其他

    """

  private func annotate(_ path: String, to copy: String) throws {
    let workbook = try Workbook(FileSource(path: path), name: "theirs.xlsx")
    let notes = [(3, 1, true, "错"), (3, 2, false, "疑"), (8, 2, true, "缺")].map { row, column, isError, text in
      AnnotatedCopy.Note(row: row, column: column, isError: isError, comment: text, finding: text)
    }
    _ = try AnnotatedCopy(
      of: workbook, sheet: workbook.sheets[0], headerRow: 1, heading: "问题", separator: "；"
    ).write(to: copy) { take in for note in notes { try take(note) } }
  }

  @Test("ERR-02 openpyxl reads the copy of a workbook that it wrote: everything is there, and the notes are")
  func openpyxl() throws {
    let folder = try TemporaryFolder()
    #expect(Openpyxl.run(Self.make, folder.path("a.xlsx")) != nil)
    try annotate(folder.path("a.xlsx"), to: folder.path("b.xlsx"))
    #expect(Openpyxl.run(Self.read, folder.path("b.xlsx")) == Self.seen)
  }

  @Test(
    "ERR-02 LibreOffice reads the copy of a workbook that it wrote, and keeps the notes when it saves it",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")))
  func libreOffice() throws {
    let folder = try TemporaryFolder()
    #expect(Openpyxl.run(Self.make, folder.path("a.xlsx")) != nil)
    for name in ["in", "out"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
    let convert = """
      import sys, subprocess
      subprocess.run(["soffice", "-env:UserInstallation=file://" + sys.argv[3], "--headless", "--convert-to", "xlsx",
        "--outdir", sys.argv[2], sys.argv[1]], check=True, capture_output=True, timeout=120)
      """
    let profile = folder.path("profile")
    #expect(Openpyxl.run(convert, folder.path("a.xlsx"), folder.path("in"), profile) != nil)
    try annotate(folder.path("in/a.xlsx"), to: folder.path("b.xlsx"))
    #expect(Openpyxl.run(convert, folder.path("b.xlsx"), folder.path("out"), profile) != nil)
    for path in ["b.xlsx", "out/b.xlsx"] {
      let seen = try #require(Openpyxl.run(Self.read, folder.path(path)))
      for words in ["FFFFC7CE", "FFFFEB9C", "请核对\\n\\n错", "'疑'", "'缺'", "True center", "'错；疑'", "A1:D8"] {
        #expect(seen.contains(words), "\(path): \(words)\n\(seen)")
      }
    }
  }
}
