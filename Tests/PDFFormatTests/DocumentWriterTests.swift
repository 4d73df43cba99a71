import Files
import ImageFormat
import PDFFormat
import SamplePictures
import Tabular
import Testing

@Suite("Documents")
struct DocumentWriterTests {
  private static let box = PageBox(x: 10, y: 10, width: 30, height: 40)

  @Test("a document has the pages that were ended, in the size that was asked for")
  func pages() throws {
    let file = try PDFFile { writer in
      for number in 1...3 {
        _ = try writer.text("第\(number)页", in: Self.box, style: TextStyle(size: 12))
        try writer.endPage()
      }
      #expect(writer.pages == 3)
    }
    #expect(file.pages == 3)
    #expect(file.count(of: "/MediaBox [ 0 0 595.27") == 3)
  }

  @Test("the same calls make the same bytes, and only the fonts that are used are embedded")
  func reproducible() throws {
    let draw = { (writer: DocumentWriter) in
      _ = try writer.text("准考证 Ticket 0123", in: Self.box, style: TextStyle(size: 12))
      _ = try writer.text("粗体", in: Self.box, style: TextStyle(size: 12, isBold: true))
      writer.frame(Self.box)
      writer.line(Self.box, width: 1, dash: 2)
      try writer.endPage()
    }
    let (first, second) = (try PDFFile(draw), try PDFFile(draw))
    #expect(first.bytes == second.bytes)
    #expect(first.count(of: "/FontFile") >= 2)
    #expect(first.bytes.count < 200_000)
  }

  @Test("a JPEG goes into the document as it is")
  func jpeg() throws {
    let picture = RGBPicture(width: 60, height: 80, pixels: .init(repeating: 200, count: 60 * 80 * 3))
    let jpeg = try JPEGEncoder.encode(picture, quality: 80)
    let file = try PDFFile {
      #expect(try $0.picture(jpeg, in: Self.box))
      try $0.endPage()
    }
    #expect(file.holds(jpeg))
    #expect(file.count(of: "/DCTDecode") == 1)
  }

  @Test("a PNG is unpacked; what is no picture is said to be none")
  func otherPictures() throws {
    let picture = RGBPicture(width: 60, height: 80, pixels: .init(repeating: 200, count: 60 * 80 * 3))
    let png = try PNGEncoder.encode(picture)
    let file = try PDFFile {
      #expect(try $0.picture(png, in: Self.box))
      #expect(try !$0.picture([0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9], in: Self.box))
      #expect(try !$0.picture([], in: Self.box))
      try $0.endPage()
    }
    #expect(file.count(of: "/Subtype /Image") == 1)
  }

  @Test(
    "a disk that is full is an error of the disk, whenever it happens", arguments: [0, 100, 2_000, 9_000])
  func fullDisk(_ most: Int) throws {
    let error = #expect(throws: FileError.self) {
      let writer = try DocumentWriter(
        MemoryOutlet(most: most), page: .a4, fonts: DocumentFonts(), title: "", madeAt: "2020-09-20T10:00:00Z"
      )
      for index in 0..<20 {
        let text = String((0..<200).map { Character(Unicode.Scalar(0x4E00 + index * 200 + $0) ?? "一") })
        _ = try writer.text(
          text, in: PageBox(x: 10, y: 10, width: 190, height: 200), style: TextStyle(size: 9))
        try writer.endPage()
      }
      try writer.finish()
    }
    #expect(error?.code == .disk)
    #expect(error?.wording.zh == "测试用的磁盘满了。")
  }

  @Test("a document that is given up leaves no file")
  func givenUp() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("ticket.pdf")
    do {
      let file = try WholeFile(path: path)
      let writer = try DocumentWriter(
        file, page: .a4, fonts: DocumentFonts(), title: "", madeAt: "2020-09-20T10:00:00Z")
      try writer.endPage()
    }
    #expect(throws: FileError.self) { try FileSource(path: path) }
  }
}
