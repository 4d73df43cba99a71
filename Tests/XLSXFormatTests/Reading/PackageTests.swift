import Tabular
import Testing
import ZIPFormat

@testable import XLSXFormat

@Suite("Packages")
struct PackageTests {
  private let oneRow = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test(
    "The sheet is found by its relationship, however the target is written",
    arguments: [
      ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
      ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
      ("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
      ("./worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
      ("../other/s%201.xml", "other/s 1.xml"), ("worksheets/SHEET1.xml", "xl/worksheets/sheet1.xml"),
    ])
  func targets(target: String, path: String) throws {
    var book = TestBook(rows: oneRow)
    let sheet = book["xl/worksheets/sheet1.xml"]
    book["xl/worksheets/sheet1.xml"] = nil
    book[path] = sheet
    book["xl/_rels/workbook.xml.rels"] = TestBook.relationships([("rId1", "worksheet", target)])
    #expect(try book.rows().map(\.texts) == [["1"]])
  }

  @Test("A workbook in the strict form is read")
  func strict() throws {
    var book = TestBook(rows: oneRow)
    for part in book.parts {
      let text = String(decoding: part.bytes, as: UTF8.self)
      book[part.path] = text.replacing(TestBook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replacing(TestBook.relations, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    #expect(try book.rows().map(\.texts) == [["1"]])
  }

  @Test("Sheets come in the order of their tabs, hidden ones too, charts left out")
  func sheets() throws {
    var book = TestBook(rows: oneRow)
    book["xl/workbook.xml"] = """
      <x:workbook xmlns:x="\(TestBook.main)" xmlns:rel="\(TestBook.relations)"><x:sheets>
      <x:sheet name="图" sheetId="1" rel:id="rId2"/><x:sheet name="码表" state="hidden" sheetId="2" rel:id="rId1"/>
      <x:sheet name="数据" sheetId="3" rel:id="rId3"/></x:sheets></x:workbook>
      """
    book["xl/_rels/workbook.xml.rels"] = TestBook.relationships([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "chartsheet", "chartsheets/sheet1.xml"),
      ("rId3", "worksheet", "worksheets/sheet2.xml"),
    ])
    let workbook = try book.open()
    #expect(workbook.sheets.map(\.name) == ["码表", "数据"])
    #expect(workbook.sheets.map(\.isHidden) == [true, false])
    #expect(try TestRow.all(workbook.rows(of: workbook.sheet(named: "码表"))).map(\.texts) == [["1"]])
    #expect(failure { () throws(FileError) in try workbook.sheet(named: "没有") }?.code == .missing)
    let missingPart = failure { () throws(FileError) in try workbook.rows(of: workbook.sheets[1]) }
    #expect(missingPart?.code == .damaged)
  }

  @Test(
    "OPS-04 what is no workbook is told by what it is",
    arguments: [
      ([], FileError.Code.empty), (Array("姓名,性别\n".utf8), .wrongKind),
      ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 600), .wrongKind),
      (Array("%PDF-1.7".utf8), .wrongKind),
    ])
  func otherFiles(bytes: [UInt8], code: FileError.Code) {
    #expect(
      failure { () throws(FileError) in try Workbook(MemorySource(bytes), name: "x.xlsx") }?.code == code)
  }

  @Test("OPS-04 a ZIP without a workbook, a document and a binary workbook are told apart")
  func otherPackages() throws {
    let plain = try ZIPWriter.bytes { zip throws(FileError) in try zip.add("a.txt", bytes: [65]) }
    #expect(
      failure { () throws(FileError) in try Workbook(MemorySource(plain), name: "x.xlsx") }?.code
        == .wrongKind)

    var document = TestBook()
    document["xl/workbook.xml"] = "<document xmlns=\"urn:word\"/>"
    #expect(failure { () throws(FileError) in try document.open() }?.code == .wrongKind)

    var binary = TestBook()
    binary["_rels/.rels"] = TestBook.relationships([("rId1", "officeDocument", "xl/workbook.bin")])
    #expect(failure { () throws(FileError) in try binary.open() }?.code == .unsupported)
  }

  @Test("OPS-04 a relationship that leads out of the package is damage")
  func escaping() {
    var book = TestBook()
    book["xl/_rels/workbook.xml.rels"] = TestBook.relationships([("rId1", "worksheet", "../../../etc/passwd")]
    )
    #expect(failure { () throws(FileError) in try book.open() }?.code == .damaged)
  }

  @Test(
    "OPS-04 a DTD is refused in every part",
    arguments: [
      "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
      "xl/sharedStrings.xml", "xl/styles.xml",
    ])
  func documentTypes(path: String) throws {
    var book = TestBook(rows: oneRow, strings: "<si><t>a</t></si>", formats: ["14"])
    let laughs = """
      <!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
      """
    let text = try #require(book[path])
    book[path] = laughs + text.drop { $0 != "\n" || !text.hasPrefix("<?xml") }
    if !text.hasPrefix("<?xml") { book[path] = laughs + text }
    #expect(failure { () throws(FileError) in try book.rows() }?.code == .hostile)
  }

  @Test("The texts that sheets share are read once and serve every sheet")
  func sharedOnce() throws {
    let book = TestBook(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: "<si><t>甲</t></si>")
    let workbook = try book.open()
    for _ in 0..<3 {
      #expect(try TestRow.all(workbook.rows(of: workbook.sheets[0])).map(\.texts) == [["甲"]])
    }
  }
}
