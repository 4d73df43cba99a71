import Files
import FoundationEssentials
import ImageFormat
import Imports
import Operations
import Storage
import Tabular
import Testing
import TestKit
import ZIPFormat

/// Files that are not what they should be, given to every kind of import.
@Suite struct BadFileTests {
  /// A kind of import, when it is open, and what it reads.
  struct Kind: CustomTestStringConvertible {
    var name: String
    var time = SittingPlan.registrationTime
    var source: ImportSource

    var testDescription: String { name }

    static let all = [
      Kind(name: "registrations", source: .workbook),
      Kind(name: "rooms", time: SittingPlan.arrangementTime, source: .workbook),
      Kind(name: "photos", source: .photos), Kind(name: "payments", source: .csv),
      Kind(name: "scores", source: .csv),
    ]
  }

  /// A bad file, and the codes of which one must be said.
  struct Bad {
    var name: String
    var bytes: [UInt8]
    var codes: Set<FileError.Code>
  }

  @Test(
    "OPS-04 no bad file traps, hangs or changes anything: each ends in an error that says what it is",
    arguments: Kind.all)
  func everyKind(kind: Kind) async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(2))
    try fixture.setClock(kind.time)
    let before = try await fixture.dump()
    var bad = try Self.anywhere() + Self.archives()
    if kind.source == .csv { bad += Self.tables() } else { bad += try Self.packages(for: kind.source) }
    for (number, file) in bad.enumerated() {
      let path = try fixture.folder.file("\(number)-\(file.name)", file.bytes)
      let error = try await fixture.fileError(kind.name, path)
      let codes = kind.source == .csv && Self.isContainer(file) ? [.wrongKind] : file.codes
      #expect(codes.contains(error.code), "\(file.name): \(error)")
      #expect(!error.wording.zh.isEmpty && !error.wording.en.isEmpty, "\(file.name)")
    }
    #expect(try await fixture.dump() == before)
    let states = try await fixture.jobs().dropLast().map(\.state)
    #expect(states.count == bad.count && states.allSatisfy { $0 == .failed })
  }

  @Test("OPS-04 a file that is not there is said, and leaves no job", arguments: Kind.all)
  func missing(kind: Kind) async throws {
    let fixture = try await OfficeFixture(now: kind.time)
    #expect(try await fixture.fileError(kind.name, fixture.folder.path("none.xlsx")).code == .unreadable)
    #expect(try await fixture.fileError(kind.name, fixture.folder.url.path).code == .unreadable)
    #expect(try await fixture.jobs().isEmpty)
  }

  @Test("OPS-04 every 97th prefix of a good registration file ends in an error, nothing taken")
  func prefixes() async throws {
    let fixture = try await OfficeFixture()
    try SheetFile.registrations(Candidate.some(3)).write(to: fixture.folder.path("good.xlsx"))
    let good = try fixture.folder.bytes("good.xlsx")
    for length in stride(from: 0, to: good.count, by: 97) {
      let path = try fixture.folder.file("prefix.xlsx", Array(good[..<length]))
      _ = try await fixture.fileError("registrations", path)
    }
    #expect(try await fixture.stored().isEmpty)
  }

  /// Whether it is a ZIP or an old Office file, at whose inside a reader of CSV does not look.
  private static func isContainer(_ file: Bad) -> Bool {
    file.bytes.starts(with: [0x50, 0x4B]) || file.bytes.starts(with: [0xD0, 0xCF])
  }

  /// What no import reads.
  private static func anywhere() throws -> [Bad] {
    var noise = SeededGenerator(seed: 4)
    return [
      Bad(name: "empty.xlsx", bytes: [], codes: [.empty]),
      Bad(name: "renamed.xls.xlsx", bytes: ForeignArchive.ole2(stream: "Workbook"), codes: [.wrongKind]),
      Bad(name: "password.xlsx", bytes: ForeignArchive.ole2(stream: "EncryptedPackage"), codes: [.encrypted]),
      Bad(
        name: "renamed.png.xlsx", bytes: try PNGEncoder.encode(PhotoFile.picture(width: 30, height: 40)),
        codes: [.wrongKind]),
      Bad(name: "renamed.rar", bytes: Array("Rar!\u{1a}\u{07}\u{01}\u{00}".utf8), codes: [.wrongKind]),
      Bad(
        name: "noise.bin", bytes: [0] + (0..<5_000).map { _ in UInt8(truncatingIfNeeded: noise.next()) },
        codes: [.wrongKind, .damaged]),
    ]
  }

  /// ZIPs that nobody may open.
  private static func archives() throws -> [Bad] {
    let honest = ArchiveBuilder([.init("a.xlsx", "not a workbook"), .init("b.jpg", "not a picture")])
    func changed(_ change: (inout ArchiveBuilder) -> Void) -> [UInt8] {
      var archive = honest
      change(&archive)
      return archive.bytes()
    }
    let bomb = try ZIPWriter.bytes { writer throws(FileError) in
      try writer.add("a.xlsx", bytes: [UInt8](repeating: 0x20, count: 12 << 20))
    }
    return [
      Bad(name: "cut.zip", bytes: honest.bytes().dropLast(12), codes: [.truncated, .damaged]),
      Bad(name: "head.zip", bytes: Array(honest.bytes().prefix(20)), codes: [.truncated, .damaged]),
      Bad(name: "encrypted.zip", bytes: changed { $0.entries[0].flags |= 1 }, codes: [.encrypted]),
      Bad(name: "path.zip", bytes: changed { $0.entries[0] = .init("../a.xlsx", "x") }, codes: [.hostile]),
      Bad(name: "overlap.zip", bytes: changed { $0.entries[1].offset = 0 }, codes: [.hostile, .damaged]),
      Bad(name: "double.zip", bytes: changed { $0.entries.append($0.entries[0]) }, codes: [.hostile]),
      Bad(name: "size.zip", bytes: changed { $0.entries[0].local.size = 3 }, codes: [.hostile, .damaged]),
      Bad(
        name: "directory.zip", bytes: changed { $0.end.directorySize = 7 },
        codes: [.truncated, .damaged, .hostile]),
      Bad(name: "bomb.zip", bytes: bomb, codes: [.hostile]),
    ]
  }

  /// Text and packages where a workbook or photos are wanted.
  private static func packages(for source: ImportSource) throws -> [Bad] {
    var bad = [
      Bad(name: "renamed.csv.xlsx", bytes: Array("姓名,性别\r\n赵,男\r\n".utf8), codes: [.wrongKind])
    ]
    guard source == .workbook else { return bad }
    let parts = [("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook")]
    let sheet = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>"
    bad += [
      Bad(
        name: "broken part.xlsx", bytes: ArchiveBuilder(parts.map { .init($0.0, $0.1) }).bytes(),
        codes: [.damaged, .truncated, .wrongKind, .missing]),
      Bad(
        name: "entity.xlsx",
        bytes: ArchiveBuilder([.init(parts[0].0, parts[0].1), .init("xl/workbook.xml", sheet)]).bytes(),
        codes: [.hostile, .damaged, .missing]),
    ]
    return bad
  }

  /// What is no CSV file.
  private static func tables() -> [Bad] {
    [
      Bad(
        name: "open quote.csv", bytes: Array("订单号,证件号码\r\n\"T1,99\r\n".utf8), codes: [.truncated, .damaged]),
      Bad(
        name: "zero byte.csv", bytes: Array("订单号,证件号码\r\nT\u{0}1,99\r\n".utf8), codes: [.damaged, .wrongKind]),
      Bad(name: "after quote.csv", bytes: Array("订单号,证件号码\r\n\"T1\"x,99\r\n".utf8), codes: [.damaged]),
      Bad(
        name: "long line.csv", bytes: [UInt8](repeating: 0x61, count: 2 << 20), codes: [.tooLarge, .damaged]),
    ]
  }
}
