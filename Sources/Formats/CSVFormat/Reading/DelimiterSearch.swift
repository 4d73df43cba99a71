/// 分隔符识别 — counts the possible delimiters outside quotes in a file's first line that has any text: its
/// headings.
struct DelimiterSearch {
  private var counts = [Int](repeating: 0, count: CSVDelimiter.allCases.count)
  private var isQuoted = false
  private var hasText = false

  /// The delimiter seen most often; on a tie the first of comma, tab, semicolon; the comma where there is
  /// none.
  var delimiter: CSVDelimiter {
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return CSVDelimiter.allCases[best]
  }

  /// Looks at the next piece of text.
  /// - Returns: whether the line has ended.
  mutating func look(at text: ArraySlice<UInt8>) -> Bool {
    for byte in text {
      if byte == .quote {
        isQuoted.toggle()
      } else if !isQuoted, byte == .lineFeed || byte == .carriageReturn {
        if hasText { return true }
        continue
      } else if !isQuoted, let kind = CSVDelimiter(rawValue: byte),
        let index = CSVDelimiter.allCases.firstIndex(of: kind)
      {
        counts[index] += 1
      }
      hasText = true
    }
    return false
  }
}
