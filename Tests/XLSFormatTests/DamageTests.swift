import Tabular
import TestKit
import Testing

@testable import XLSFormat

@Suite("Damaged and hostile old workbooks")
struct DamageTests {
  /// A workbook of every kind of record, over 4 096 bytes so that it has sectors of its own.
  static let fixture: [UInt8] = {
    var rows = (1...60).map { row in
      (
        number: row,
        cells: [
          (column: 0, cell: OldBook.Cell(.text("14589907010100\(10 + row)"))), (1, .init(.text("考生\(row)"))),
          (2, .init(.packed(14))), (3, .init(.packed(0.5))), (4, .init(.number(44_100), style: 1)),
          (5, .init(.formula(.text("缺考")))), (6, .init(.boolean(false))),
        ]
      )
    }
    rows[7].cells.append((7, .init(.error(7))))
    var book = OldWorkbookBuilder([.init("数据", rows: rows), .init("第二", texts: [["末"]])])
    book.formats = ["yyyy-mm-dd"]
    book.textRecordBytes = 700
    return book.bytes()
  }()

  @Test("OPS-04 every prefix of a workbook is an error, never a trap and never a shorter sheet")
  func prefixes() throws {
    let whole = try OldBook.cells(Self.fixture)
    #expect(whole.count == 60 * 7 + 2)
    for length in 0..<Self.fixture.count {
      let error = OldBook.failure { () throws(FileError) in try OldBook.cells(Array(Self.fixture[..<length]))
      }
      #expect(error != nil, "\(length)")
    }
  }

  @Test("OPS-04 whatever bytes are flipped, the file is read or refused", arguments: 0..<20 as Range<UInt64>)
  func flips(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 0..<100 {
      var bytes = Self.fixture
      for _ in 0..<[1, 1, 4, 16].randomElement(using: &random)! {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      if OldBook.failure(of: { () throws(FileError) in try OldBook.cells(bytes) }) != nil { refused += 1 }
    }
    #expect((1..<100).contains(refused))
  }

  @Test("OPS-04 a chain of sectors that runs in a circle ends in an error")
  func circle() {
    var bytes = Self.fixture
    // The table of chains is the last sector; let each sector follow itself.
    let table = bytes.count - 512
    for sector in 0..<128 {
      for place in 0..<4 {
        bytes[table + 4 * sector + place] = UInt8(truncatingIfNeeded: sector >> (8 * place))
      }
    }
    let error = OldBook.failure { () throws(FileError) in try OldBook.cells(bytes) }
    #expect(error?.code == .damaged)
  }

  @Test("A password is named as such")
  func password() {
    var book = OldBook.row([.text("a")])
    book.hasPassword = true
    let error = OldBook.failure { () throws(FileError) in try OldBook.open(book.bytes()) }
    #expect(error?.code == .encrypted)
    #expect(error?.wording.zh.contains("密码") == true && error?.wording.en.contains("password") == true)
  }

  @Test("Other files are named for what they are")
  func otherKinds() {
    func code(_ bytes: [UInt8]) -> FileError.Code? {
      OldBook.failure { () throws(FileError) in try OldBook.open(bytes) }?.code
    }
    #expect(code([]) == .empty)
    #expect(code(Array("a,b\n1,2\n".utf8)) == .wrongKind)
    #expect(code(CompoundFileBuilder([("WordDocument", [1, 2, 3])]).bytes()) == .wrongKind)
    #expect(code(CompoundFileBuilder([("EncryptedPackage", [1, 2, 3])]).bytes()) == .encrypted)
  }

  @Test("Cells out of order or doubled are damage, with the cell")
  func order() {
    let rows: [(number: Int, cells: [(column: Int, cell: OldBook.Cell)])] = [
      (2, [(0, .init(.text("a")))]), (1, [(0, .init(.text("b")))]),
    ]
    let doubled = [(number: 1, cells: [(column: 3, cell: OldBook.Cell(.text("a"))), (3, .init(.number(1)))])]
    for (rows, place) in [(rows, "数据!A1"), (doubled, "数据!D1")] {
      let bytes = OldWorkbookBuilder([.init("数据", rows: rows)]).bytes()
      let error = OldBook.failure { () throws(FileError) in try OldBook.cells(bytes) }
      #expect(error?.code == .damaged && error?.place == place)
    }
  }

  @Test("A workbook over a limit is refused")
  func limits() {
    let bytes = OldBook.row([.text("ab"), .text("cd"), .number(1)]).bytes()
    func code(_ change: (inout XLSLimits) -> Void) -> FileError.Code? {
      var limits = XLSLimits()
      change(&limits)
      return OldBook.failure { () throws(FileError) in try OldBook.cells(bytes, limits: limits) }?.code
    }
    #expect(code { $0.cells = 3 } == nil)
    #expect(code { $0.cells = 2 } == .tooLarge)
    #expect(code { $0.sharedTexts = 1 } == .tooLarge)
    #expect(code { $0.sharedTextBytes = 3 } == .tooLarge)
    #expect(code { $0.fileBytes = 512 } == .tooLarge)
  }

  @Test("Small windows over the records give the same cells", arguments: [8_228, 8_229, 9_000, 20_000])
  func windows(size: Int) throws {
    let stream = OldWorkbookBuilder([.init("数据", texts: (0..<900).map { ["行\($0)", "x"] })]).stream()
    let book = try OldBook.open(CompoundFileBuilder([("Workbook", stream)]).bytes())
    var records = RecordReader(MemorySource(stream), at: 0, name: "book", windowSize: size)
    var large = RecordReader(MemorySource(stream), at: 0, name: "book", windowSize: stream.count)
    var count = 0
    while try records.next() {
      #expect(try large.next() && records.type == large.type && records.left == large.left)
      #expect(try Array(records.bytes(records.left)) == Array(large.bytes(large.left)))
      count += 1
    }
    #expect(count > 1_800 && book.sheets.count == 1)
  }

  @Test("The sectors of a stream may lie in any order")
  func reversed() throws {
    let stream = OldWorkbookBuilder([.init("数据", texts: (0..<900).map { ["行\($0)"] })]).stream()
    var file = CompoundFileBuilder([("SummaryInformation", [9]), ("Workbook", stream)])
    let straight = try OldBook.cells(file.bytes())
    file.isReversed = true
    #expect(straight.count == 900)
    #expect(try OldBook.cells(file.bytes()) == straight)
  }
}
