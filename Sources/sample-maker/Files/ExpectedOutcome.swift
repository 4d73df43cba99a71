import Foundation

/// 预期结果 — what an import of a sample must say: the part of its report that does not depend on the store.
struct ExpectedOutcome: Encodable {
  /// One thing found wrong.
  struct Finding: Encodable {
    var rule: String
    /// The row of the sheet, or the place in the archive.
    var row: Int
    /// The column's heading; nil for archives.
    var column: String?
  }

  var state: String
  /// The rows or photos read.
  var read: Int
  /// In file order.
  var findings: [Finding] = []

  /// The outcome as JSON, the same bytes for the same outcome.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
