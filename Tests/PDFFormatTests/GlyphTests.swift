import Foundation
import PDFFormat
import Tabular
import TestKit
import Testing

/// The one thing that only a picture of the page can tell: that every character leaves ink.
@Suite("Characters on paper", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftoppm")))
struct GlyphTests {
  private static let columns = 80
  private static let cell = 2.4

  /// The Chinese characters of GB 2312, row by row of the standard.
  private static let characters: [Unicode.Scalar] = {
    let encoding = String.Encoding(rawValue: 0x8000_0632)  // GB 18030
    let bytes = (0xB0...0xF7).flatMap { high in (0xA1...0xFE).flatMap { [UInt8(high), UInt8($0)] } }
    let pairs = stride(from: 0, to: bytes.count, by: 2).compactMap { index in
      String(data: Data(bytes[index...index + 1]), encoding: encoding)?.unicodeScalars.first
    }
    return pairs.filter { (0x4E00...0x9FFF).contains($0.value) }
  }()

  @Test(
    "DOC-05 each of the 6 763 characters of GB 2312 leaves ink, in both weights", arguments: [false, true])
  func ink(_ isBold: Bool) throws {
    let characters = Self.characters
    #expect(characters.count >= 6_763)
    let file = try PDFFile { writer in
      for (index, character) in characters.enumerated() {
        let (row, column) = (index / Self.columns, index % Self.columns)
        let box = PageBox(
          x: 5 + Double(column) * Self.cell, y: 5 + Double(row) * Self.cell, width: Self.cell,
          height: Self.cell)
        _ = try writer.text(String(character), in: box, style: TextStyle(size: 5, isBold: isBold))
      }
      try writer.endPage()
    }
    let picture = try Picture(of: file)
    let blank = characters.indices.filter { index in
      let (row, column) = (index / Self.columns, index % Self.columns)
      return !picture.hasInk(
        x: 5 + Double(column) * Self.cell, y: 5 + Double(row) * Self.cell, side: Self.cell)
    }
    #expect(blank.map { String(characters[$0]) } == [])
  }
}

/// A page as grey pixels, drawn by `pdftoppm`.
private struct Picture {
  private let width: Int
  private let pixels: ArraySlice<UInt8>
  private static let perMillimetre = 100 / 25.4

  init(of file: PDFFile) throws {
    let path = NSTemporaryDirectory() + UUID().uuidString
    try Data(file.bytes).write(to: URL(filePath: path + ".pdf"))
    defer { try? FileManager.default.removeItem(atPath: path + ".pdf") }
    let program = ["pdftoppm", "-r", "100", "-gray", "-singlefile", path + ".pdf"]
    let bytes = try OtherProgram.run(program).output
    // P5, width, height, 255: three lines before the pixels.
    let header = bytes.prefix(40).split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    let size = String(decoding: try #require(header.dropFirst().first), as: UTF8.self).split(separator: " ")
    width = try #require(size.first.flatMap { Int($0) })
    pixels = bytes[(header.prefix(3).reduce(0) { $0 + $1.count + 1 })...]
  }

  func hasInk(x: Double, y: Double, side: Double) -> Bool {
    let (left, top) = (Int(x * Self.perMillimetre), Int(y * Self.perMillimetre))
    let length = Int(side * Self.perMillimetre)
    for row in top..<top + length {
      let start = pixels.startIndex + row * width + left
      if pixels[start..<start + length].contains(where: { $0 < 160 }) { return true }
    }
    return false
  }
}
