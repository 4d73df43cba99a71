import Tabular

/// 共享文字 — the texts that cells name by number, as UTF-8, one after the other.
struct SharedTexts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// No texts.
  init() {}

  /// Reads the texts of the record that `records` stands at, and of those in which it goes on.
  init(_ records: inout RecordReader, limits: XLSLimits) throws(FileError) {
    // How often they are used in all cells is of no interest.
    try records.skip(4)
    let count = try records.uint32()
    guard count <= limits.sharedTexts else { throw Self.tooMany(at: records.place) }
    var units: [UInt16] = []
    for _ in 0..<count {
      try records.text(.unicode, units: &units, into: &bytes)
      ends.append(bytes.count)
      guard bytes.count <= limits.sharedTextBytes else { throw Self.tooMany(at: records.place) }
    }
  }

  /// Adds the text of a number.
  /// - Returns: false where there is none.
  func append(_ index: Int, to text: inout [UInt8]) -> Bool {
    guard index < ends.count else { return false }
    text += bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    return true
  }

  private static func tooMany(at place: String) -> FileError {
    FileError(
      .tooLarge, at: place, zh: "工作簿中的文字太多。请拆成几个文件。",
      en: "The workbook holds too many texts. Split it into several files.")
  }
}
