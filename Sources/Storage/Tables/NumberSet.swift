/// 号码集 — which numbers were seen. Those of one sitting's records lie close together and come nearly in order, so that a
/// bit is enough for each, and mostly the next one lies beside the last.
struct NumberSet {
  /// Pages of 4 096 bits, one behind the other.
  private var words: [UInt64] = []
  private var starts: [Int: Int] = [:]
  private var (lastPage, lastStart) = (-1, 0)

  private static let wordsOfPage = 64

  /// How many different numbers there are.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Adds a number, 0 or greater.
  mutating func insert(_ number: Int) {
    let page = number >> 12
    if page != lastPage {
      lastPage = page
      lastStart = starts[page] ?? addPage(page)
    }
    words[lastStart + (number >> 6 & 63)] |= 1 << UInt64(number & 63)
  }

  private mutating func addPage(_ page: Int) -> Int {
    let start = words.count
    starts[page] = start
    words.append(contentsOf: repeatElement(0, count: Self.wordsOfPage))
    return start
  }
}
