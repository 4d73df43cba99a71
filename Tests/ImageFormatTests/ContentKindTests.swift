import Testing

@testable import ImageFormat

@Suite struct ContentKindTests {
  @Test(
    "PHO-05 the content says what a file is",
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE0], ContentKind.jpeg),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], .png),
      (Array("GIF89a".utf8), .gif),
      (Array("BM1234".utf8), .bmp),
      ([0x49, 0x49, 0x2A, 0x00], .tiff),
      ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
      (Array("RIFF1234WEBPVP8 ".utf8), .webp),
      ([0, 0, 0, 24] + Array("ftypheic".utf8), .heic),
      (Array("%PDF-1.7".utf8), .pdf),
      ([0x50, 0x4B, 0x03, 0x04], .zip),
      (Array("Rar!".utf8), .rar),
      ([0x37, 0x7A, 0xBC, 0xAF], .sevenZip),
      ([0xD0, 0xCF, 0x11, 0xE0], .ole2),
      (Array("姓名,证件号码\r\n".utf8), .text),
      ([], .empty),
      ([0x00, 0x01, 0x02], .unknown),
    ] as [([UInt8], ContentKind)])
  func kind(bytes: [UInt8], expected: ContentKind) {
    #expect(ContentKind(of: bytes) == expected)
    let isPicture = expected == .jpeg || expected == .png
    #expect(isPicture || problem(bytes) == .wrongKind(expected))
  }
}
