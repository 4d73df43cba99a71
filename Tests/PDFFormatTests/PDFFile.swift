import Foundation
import PDFFormat
import Tabular

/// A document that a test drew, and what can be seen in its bytes without any reader of PDF.
struct PDFFile {
  let bytes: [UInt8]

  /// Draws a document of A4 pages in memory.
  init(_ body: (DocumentWriter) throws -> Void) throws {
    let sink = MemoryOutlet()
    let writer = try DocumentWriter(
      sink, page: .a4, fonts: DocumentFonts(), title: "测试", madeAt: "2020-09-20T10:00:00+08:00")
    try body(writer)
    try writer.finish()
    bytes = sink.bytes
  }

  /// How often a text of plain letters stands in the file outside packed parts.
  func count(of text: String) -> Int {
    String(decoding: bytes, as: Unicode.ASCII.self).components(separatedBy: text).count - 1
  }

  var pages: Int { count(of: "/Type /Page %") }

  func holds(_ part: [UInt8]) -> Bool { Data(bytes).range(of: Data(part)) != nil }
}

/// Collects bytes, and can be full.
final class MemoryOutlet: ByteSink {
  private(set) var bytes: [UInt8] = []
  let most: Int

  init(most: Int = .max) { self.most = most }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    guard self.bytes.count + bytes.count <= most else {
      throw FileError(.disk, zh: "测试用的磁盘满了。", en: "The disk of this test is full.")
    }
    self.bytes.append(contentsOf: bytes)
  }
}
