import Tabular

/// 共享字符串 — the texts that the cells of all sheets share: one run of bytes and where each text ends, nothing per text
/// but four bytes.
final class SharedStrings: Sendable {
  private let bytes: [UInt8]
  private let ends: [UInt32]

  /// How many there are.
  var count: Int { ends.count }

  /// No shared strings: a workbook may have none.
  init() {
    bytes = []
    ends = []
  }

  /// Reads all shared strings of a part.
  /// - Parameter expectedBytes: how large the part claims to be; only address space is set aside by it, and no memory
  ///   is used before there is text for it.
  init(
    _ stream: any ByteStream, part: String, expectedBytes: Int, limits: WorkbookLimits,
    windowSize: Int = 1 << 16
  ) throws(FileError) {
    var scanner = try XMLScanner(stream, part: part, limits: limits.xml, windowSize: windowSize)
    var texts = SharedStringCollector(part: part, expectedBytes: expectedBytes, limits: limits)
    var isPlain = false
    reading: while true {
      if isPlain, scanner.depth == 1, scanner.isAtContent, scanner.appendPlainItem(to: &texts.bytes) {
        try texts.endText()
        continue
      }
      switch try scanner.next() {
      case .open where scanner.depth == 1:
        guard scanner.isElement("sst") else {
          throw .partMalformed(part, zh: "不是共享字符串部件", en: "it is not a part of shared strings")
        }
        isPlain = scanner.name == scanner.localName
      case .open where scanner.isElement("si"):
        try scanner.appendStringItem(to: &texts.bytes, most: texts.mostBytes)
        try texts.endText()
      case .open: try scanner.skipElement()
      case .text, .close: continue
      case .end: break reading
      }
    }
    bytes = texts.bytes
    ends = texts.ends
  }

  /// Adds the text at `index`.
  /// - Returns: false, with nothing added, where there is no such text.
  @inline(__always)
  func append(_ index: Int, to row: inout [UInt8]) -> Bool {
    guard ends.indices.contains(index) else { return false }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    bytes.withUnsafeBufferPointer { row.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end])) }
    return true
  }
}
