internal import ExamModel
internal import Tabular

/// 考试时间 — when batches begin and end, as exports write it. There are few batches, and many entries in each: what was
/// written last mostly is what comes next.
struct ExamTimes {
  private var starts: [UInt8] = []
  private var ends: [UInt8] = []
  private var text: [UInt8] = []

  /// `08:30-10:30` of the minutes in two fields; nothing where there are none.
  mutating func text(of row: TextRow, starts first: Int, ends last: Int) -> [UInt8] {
    if !row.holds(starts, in: first) || !row.holds(ends, in: last) {
      starts = row.withBytes(of: first, Array.init)
      ends = row.withBytes(of: last, Array.init)
      text = Self.text(row.text(first), row.text(last))
    }
    return text
  }

  private static func text(_ starts: String, _ ends: String) -> [UInt8] {
    guard let starts = Int(starts).flatMap(TimeOfDay.init(minutes:)),
      let ends = Int(ends).flatMap(TimeOfDay.init(minutes:))
    else { return [] }
    return Array("\(starts.text)-\(ends.text)".utf8)
  }
}
