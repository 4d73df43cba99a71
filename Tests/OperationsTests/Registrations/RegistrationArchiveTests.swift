import Files
import Imports
import Operations
import Tabular
import Testing
import TestKit
import ZIPFormat

/// What is taken as the file of a collective registration.
@Suite struct RegistrationArchiveTests {
  @Test("REG-01 one workbook in a ZIP, plain or among litter, is read")
  func oneWorkbook() async throws {
    let fixture = try await OfficeFixture()
    let book = try workbook(fixture, Candidate.some(2))
    let packed: [[(path: String, bytes: [UInt8])]] = [
      [("报名.xlsx", book)],
      [("会计一班/报名.xlsx", book), ("__MACOSX/会计一班/._报名.xlsx", [1, 2, 3]), ("会计一班/.DS_Store", [0])],
      [("报名.XLSX", book), ("Thumbs.db", [0xD0, 0xCF]), ("~$报名.xlsx", [7]), ("说明.txt", Array("hi".utf8))],
    ]
    for (index, entries) in packed.enumerated() {
      let path = try fixture.folder.zip("upload\(index).zip", entries)
      let result = try await fixture.importing("registrations", path) { $0.overrides = true }
      #expect(result.state == "done")
      #expect(result.tally == (index == 0 ? [2, 2, 0, 0, 0, 0] : [2, 0, 0, 2, 0, 0]))
    }
  }

  @Test("REG-01 a plain workbook is read, whatever its name says")
  func plainWorkbook() async throws {
    let fixture = try await OfficeFixture()
    for name in ["plain.xlsx", "named.zip"] {
      let path = try fixture.folder.file(name, try workbook(fixture, Candidate.some(2)))
      #expect(try await fixture.importing("registrations", path) { $0.overrides = true }.rows.read == 2)
    }
  }

  @Test("REG-01 none or several workbooks in the ZIP refuse it", arguments: [0, 2, 3])
  func notOneWorkbook(count: Int) async throws {
    let fixture = try await OfficeFixture()
    let book = try workbook(fixture, Candidate.some(1))
    let entries = (0..<count).map { (path: "\($0).xlsx", bytes: book) } + [(path: "读我.txt", bytes: [0x41])]
    let path = try fixture.folder.zip("upload.zip", entries)
    let error = try await fixture.fileError("registrations", path)
    #expect(error.code == .wrongKind)
    #expect(error.wording.zh.contains(count == 0 ? "没有" : "\(count) 个工作簿"))
    #expect(try await fixture.stored().isEmpty)
  }

  @Test("REG-01 an old .xls in the ZIP is named as such")
  func oldWorkbookInside() async throws {
    let fixture = try await OfficeFixture()
    let path = try fixture.folder.zip("upload.zip", [("报名.xls", [0xD0, 0xCF, 0x11, 0xE0])])
    let error = try await fixture.fileError("registrations", path)
    #expect(error.code == .wrongKind)
    #expect(error.wording.zh.contains(".xls") && error.place?.contains("报名.xls") == true)
  }

  @Test("REG-01 archives of other kinds are named as what they are", arguments: ForeignArchive.all)
  func foreignArchive(_ foreign: ForeignArchive) async throws {
    let fixture = try await OfficeFixture()
    let path = try fixture.folder.file("upload.zip", foreign.bytes)
    let error = try await fixture.fileError("registrations", path)
    #expect(error.code == foreign.code)
    #expect(error.wording.zh.contains(foreign.names.zh) && error.wording.en.contains(foreign.names.en))
  }

  @Test("REG-01 a damaged archive is named as damaged or cut off")
  func damagedArchive() async throws {
    let fixture = try await OfficeFixture()
    let bytes = try workbook(fixture, Candidate.some(3))
    let cut = try await fixture.fileError(
      "registrations", try fixture.folder.file("cut.xlsx", bytes.dropLast(30)))
    #expect([.truncated, .damaged].contains(cut.code))
    var broken = bytes
    let sheet = try #require(bytes.firstRange(of: Array("xl/worksheets/sheet1.xml".utf8)))
    for place in 8..<40 { broken[sheet.upperBound + place] ^= 0xFF }
    let damaged = try await fixture.fileError("registrations", try fixture.folder.file("broken.xlsx", broken))
    #expect([.truncated, .damaged].contains(damaged.code))
  }

  @Test("REG-01 only the sheet 集体报名信息 is read, wherever it stands")
  func rightSheet() async throws {
    let fixture = try await OfficeFixture()
    var sheet = SheetFile.registrations(Candidate.some(2))
    sheet.before = [("模板数据", SheetFile.registrations(Candidate.some(5, from: 100)).rows), ("码表", [["性别"]])]
    #expect(try await fixture.register(sheet).tally == [2, 2, 0, 0, 0, 0])
    #expect(Set(try await fixture.stored().keys) == Set(Candidate.some(2).map(\.id)))
  }

  @Test("REG-01 a workbook without that sheet says which sheets it has")
  func missingSheet() async throws {
    let fixture = try await OfficeFixture()
    var sheet = SheetFile.registrations(Candidate.some(1))
    sheet.sheet = "Sheet1"
    let path = fixture.newPath(".xlsx")
    try sheet.write(to: path)
    let error = try await fixture.fileError("registrations", path)
    #expect(error.code == .missing)
    #expect(error.wording.zh.contains("集体报名信息") && error.wording.zh.contains("Sheet1"))
  }

  @Test("REG-01 the serial numbers are not read, and a row with nothing else is no row")
  func serialNumbers() async throws {
    let fixture = try await OfficeFixture()
    var sheet = SheetFile.registrations(Candidate.some(3))
    for (index, serial) in ["不是数字", "", "7"].enumerated() { sheet.rows[index + 1][0] = .text(serial) }
    sheet.rows.append([.number(4)])
    let result = try await fixture.register(sheet)
    #expect(result.tally == [3, 3, 0, 0, 0, 0])
    #expect(result.marks.isEmpty)
  }

  private func workbook(_ fixture: OfficeFixture, _ candidates: [Candidate]) throws -> [UInt8] {
    try SheetFile.registrations(candidates).write(to: fixture.folder.path("made.xlsx"))
    return try fixture.folder.bytes("made.xlsx")
  }
}

/// A file of another kind, by its first bytes.
struct ForeignArchive: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var code: FileError.Code
  /// What the error must call it.
  var names: Wording

  static var all: [ForeignArchive] {
    var locked = ArchiveBuilder([.init("报名.xlsx", "not to be read")])
    locked.entries[0].flags |= 1
    return [
      ForeignArchive(
        testDescription: "RAR", bytes: Array("Rar!\u{1a}\u{07}\u{01}\u{00}".utf8) + padding, code: .wrongKind,
        names: Wording(zh: "RAR", en: "RAR")),
      ForeignArchive(
        testDescription: "7z", bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C] + padding, code: .wrongKind,
        names: Wording(zh: "7z", en: "7z")),
      ForeignArchive(
        testDescription: "encrypted ZIP", bytes: locked.bytes(), code: .encrypted,
        names: Wording(zh: "密码", en: "password")),
      ForeignArchive(
        testDescription: "workbook with a password", bytes: ole2(stream: "EncryptedPackage"),
        code: .encrypted,
        names: Wording(zh: "密码", en: "password")),
      ForeignArchive(
        testDescription: "old workbook", bytes: ole2(stream: "Workbook"), code: .wrongKind,
        names: Wording(zh: ".xls", en: ".xls")),
    ]
  }

  private static let padding = [UInt8](repeating: 0, count: 600)

  /// An OLE2 container whose directory names one stream.
  static func ole2(stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 512 - bytes.count)
    bytes[30] = 9
    for (place, letter) in stream.utf8.enumerated() {
      if place == 0 { bytes += [UInt8](repeating: 0, count: 512) }
      bytes[512 + place * 2] = letter
    }
    return bytes + [UInt8](repeating: 0, count: 4096)
  }
}
