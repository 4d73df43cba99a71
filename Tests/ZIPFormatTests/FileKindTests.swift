import Tabular
import TestKit
import Testing
import ZIPFormat

@Suite("Kinds of files")
struct FileKindTests {
  static let zeros = [UInt8](repeating: 0, count: 40)

  static let samples: [(FileKind, [UInt8])] = [
    (.zip, ArchiveBuilder([.init("a", "1")]).bytes()), (.zip, ArchiveBuilder().bytes()),
    (.rar, Array("Rar!\u{1a}\u{7}\u{1}\u{0}".utf8) + zeros),
    (.rar, Array("Rar!\u{1a}\u{7}\u{0}".utf8) + zeros),
    (.sevenZip, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4] + zeros), (.gzip, [0x1f, 0x8b, 8, 0] + zeros),
    (.jpeg, [0xff, 0xd8, 0xff, 0xe0] + zeros),
    (.png, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + zeros),
    (.gif, Array("GIF89a".utf8) + zeros), (.pdf, Array("%PDF-1.7\n".utf8)),
    (.bmp, Array("BM".utf8) + [9, 0, 0, 0] + zeros), (.program, [0x4d, 0x5a, 0x90, 0] + zeros),
    (.dbf, [3, 125, 9, 20, 1, 0, 0, 0, 65, 0, 11, 0] + zeros), (.text, Array("姓名,证件号\r\n".utf8)),
    (.text, [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x0d, 0x0a]), (.text, [0xff, 0xfe, 0x13, 0x4e, 0, 0]),
    (.text, Array("BMP,1\n".utf8)), (.text, Array("MZ\n".utf8)), (.empty, []), (.unknown, [0, 1, 2, 3]),
    (.unknown, [3, 0, 99]),
  ]

  @Test("A file's content tells what it is", arguments: samples)
  func kinds(kind: FileKind, bytes: [UInt8]) throws {
    #expect(FileKind.of(first: bytes) == kind)
    #expect(try FileKind.of(MemorySource(bytes)) == kind)
  }

  @Test("REG-01 what is given instead of a ZIP is named in the error", arguments: samples)
  func wrongKinds(kind: FileKind, bytes: [UInt8]) {
    guard kind != .zip else { return }
    let error = expectRefused(bytes, kind == .empty ? .empty : .wrongKind)
    let name = kind == .empty ? "空" : kind.label.zh
    #expect(error?.message(in: .zh).contains(name) == true)
  }

  /// An OLE2 file whose directory holds these streams.
  func ole2(_ streams: [String]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512 + 128 * 8)
    bytes.replaceSubrange(0..<8, with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes[30] = 9
    for (index, name) in (["Root Entry"] + streams).enumerated() {
      for (place, letter) in name.utf8.enumerated() { bytes[512 + 128 * index + 2 * place] = letter }
    }
    return bytes
  }

  @Test("REG-01 an old workbook and one with a password are told apart")
  func oldOffice() throws {
    #expect(try FileKind.of(MemorySource(ole2(["Workbook"]))) == .oldWorkbook)
    #expect(try FileKind.of(MemorySource(ole2(["Book"]))) == .oldWorkbook)
    #expect(try FileKind.of(MemorySource(ole2(["EncryptionInfo", "EncryptedPackage"]))) == .encryptedOffice)
    #expect(try FileKind.of(MemorySource(ole2(["WordDocument"]))) == .ole2)
    #expect(try FileKind.of(MemorySource(Array(ole2([]).prefix(20)))) == .ole2)
    expectRefused(ole2(["EncryptionInfo"]), .encrypted)
    expectRefused(ole2(["Workbook"]), .wrongKind)
  }

  @Test("An OLE2 header that points anywhere is still told, without reading there")
  func wildOLE2() throws {
    var bytes = ole2(["Workbook"])
    bytes.replaceSubrange(48..<52, with: [0xff, 0xff, 0xff, 0xff])
    #expect(try FileKind.of(MemorySource(bytes)) == .ole2)
    bytes[30] = 63
    #expect(try FileKind.of(MemorySource(bytes)) == .ole2)
  }

  @Test("PHO-07 a nested archive is told by its first bytes, packed or not")
  func nested() throws {
    let inner = ArchiveBuilder([.init("a", "1")]).bytes()
    let archive = try opened(
      written { writer in
        try writer.add("stored.jpg", bytes: inner, compression: .stored)
        try writer.add("deflated.jpg", bytes: inner)
        try writer.add("empty.jpg", bytes: [])
        try writer.add("text.jpg", bytes: Array(String(repeating: "text\n", count: 2000).utf8))
      })
    #expect(try archive.entries.map { try archive.kind(of: $0) } == [.zip, .zip, .empty, .text])
  }

  @Test("A workbook is told from an archive that holds one")
  func workbooks() throws {
    let workbook = ArchiveBuilder([.init("[Content_Types].xml", "<x/>"), .init("xl/workbook.xml", "<x/>")])
      .bytes()
    #expect(try opened(workbook).looksLikeWorkbook)
    #expect(try !opened(ArchiveBuilder([.init("报名.xlsx", workbook)]).bytes()).looksLikeWorkbook)
  }
}
