import Tabular

/// Shared strings while they are read: checks each one and keeps where it ends.
struct SharedStringCollector {
  /// The texts so far; the one that is being read is added here before `endText()`.
  var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []
  private let part: String
  private let limits: WorkbookLimits

  init(part: String, expectedBytes: Int, limits: WorkbookLimits) {
    self.part = part
    self.limits = limits
    bytes.reserveCapacity(min(expectedBytes, limits.sharedStringBytes))
  }

  /// The most bytes that there may be while one text is read, its escapes (seven bytes a character) not yet resolved.
  var mostBytes: Int { bytes.count + limits.cellCharacters * 7 }

  /// Ends a text.
  mutating func endText() throws(FileError) {
    let start = Int(ends.last ?? 0)
    guard CellText.isValid(bytes, from: start) else {
      let number = ends.count + 1
      throw .partMalformed(part, zh: "第 \(number) 个字符串不是 UTF-8", en: "string \(number) is not UTF-8")
    }
    EscapedText.resolve(&bytes, from: start)
    guard !CellText.isLonger(bytes, from: start, than: limits.cellCharacters) else {
      throw .textTooLong(part)
    }
    guard ends.count < limits.sharedStrings, bytes.count <= limits.sharedStringBytes else {
      throw FileError(
        .tooLarge, at: part, zh: "文字总量超过上限。请把文件分成几个再上传。",
        en: "There is more text than the limit allows. Split the file and upload the pieces.")
    }
    ends.append(UInt32(bytes.count))
  }
}
