import Tabular
import TestKit
import Testing
import ZIPFormat

@Suite("Entry names")
struct NameTests {
  func paths(_ entries: [ArchiveBuilder.Entry]) throws -> [String] {
    try opened(ArchiveBuilder(entries).bytes()).entries.map(\.path)
  }

  @Test("PHO-07 a GBK name is decoded before it is split: a second byte may be a backslash or a bar")
  func gbk() throws {
    // 錦 and 誠 end in 5C, the backslash; 珅 ends in 7C, the bar.
    let names: [(bytes: [UInt8], text: String)] = [
      ([0xea, 0x90, 0xe5, 0x5c, 0xd5, 0x5c] + Array(".xlsx".utf8), "陳錦誠.xlsx"),
      ([0xab, 0x7c] + Array(".jpg".utf8), "珅.jpg"),
      ([0xd5, 0xd5, 0xc6, 0xac, 0x2f, 0xd5, 0x5c, 0x5c, 0x61], "照片/誠/a"),
    ]
    for name in names {
      #expect(try paths([.init(name: name.bytes, [1])]) == [name.text])
    }
  }

  @Test("A four-byte GB 18030 name is read")
  func gb18030() throws {
    #expect(try paths([.init(name: [0x95, 0x32, 0x90, 0x31], [1])]) == ["𠂇"])
  }

  @Test("Without the flag a name that is valid UTF-8 is UTF-8")
  func utf8WithoutFlag() throws {
    #expect(try paths([.init(name: Array("陈锦诚.jpg".utf8), [1])]) == ["陈锦诚.jpg"])
  }

  @Test("With the flag a name must be UTF-8, and a name must be readable at all")
  func unreadable() {
    var flagged = ArchiveBuilder.Entry(name: [0xbc, 0xd7], [1])
    flagged.flags = 1 << 11
    expectRefused(ArchiveBuilder([flagged]).bytes(), .damaged)
    expectRefused(ArchiveBuilder([.init(name: [0xff, 0xff, 0x41], [1])]).bytes(), .damaged)
  }

  @Test("Backslashes between parts are slashes")
  func backslashes() throws {
    #expect(try paths([.init("照片\\甲\\a.jpg", "x")]) == ["照片/甲/a.jpg"])
  }

  @Test("REG-01 what macOS, Windows and Office leave behind is litter; nothing else is")
  func litter() throws {
    let litter = [
      "__MACOSX/._a.xlsx", "__MACOSX/", "a/__MACOSX/b", ".DS_Store", "x/.DS_Store", "Thumbs.db",
      "x/thumbs.db",
      "~$报名.xlsx", "x/~$a.xlsx", "._a.jpg", "desktop.ini",
    ]
    let wanted = ["a.xlsx", "Thumbs.db.jpg", "$~a", "MACOSX/a", "x/", "a~$b", "DS_Store"]
    let archive = try opened(
      ArchiveBuilder(
        (litter + wanted).map { .init($0, [UInt8](repeating: 1, count: $0.hasSuffix("/") ? 0 : 1)) }
      )
      .bytes())
    #expect(archive.entries.filter(\.isLitter).map(\.path) == litter)
  }

  @Test("Places count all entries from 1, and an entry is found by its exact path")
  func places() throws {
    let archive = try opened(
      ArchiveBuilder([.init("x/", ""), .init(".DS_Store", ""), .init("x/a.jpg", "1")]).bytes())
    #expect(archive.entry("x/a.jpg")?.index == 3)
    #expect(archive.entry("x/a.jpg")?.name == "a.jpg")
    #expect(archive.entry("x/")?.isFolder == true)
    #expect(archive.entry("X/A.JPG") == nil)
  }

  @Test("Errors name a workbook's parts, but no photo: its name is somebody's")
  func placesInErrors() throws {
    var photo = ArchiveBuilder.Entry("110101199001011234.jpg", "x")
    var sheet = ArchiveBuilder.Entry("xl/worksheets/sheet1.xml", "x")
    photo.checkSum ^= 1
    sheet.checkSum ^= 1
    let archive = try opened(ArchiveBuilder([photo, sheet]).bytes())
    let errors = archive.entries.map { entry in
      #expect(throws: FileError.self) { try archive.bytes(entry, atMost: 10) }
    }
    #expect(errors.map { $0?.place } == ["a.zip › #1", "a.zip › xl/worksheets/sheet1.xml"])
  }
}
