/// 批注样式 — hands out the numbers of the styles that a copy adds, at most ten: the first marked formats keep all of
/// their look but the colour, whatever else is marked shares one look for errors and one for warnings.
struct AnnotationStyles {
  /// A style that is added.
  enum Added: Hashable {
    /// Text that stays text, for the column of findings.
    case text
    /// The look of the style `base`, coloured.
    case marked(base: Int, isError: Bool)
    /// The look of the workbook's first style, coloured.
    case shared(isError: Bool)
  }

  /// The most styles that are added.
  static let most = 10
  /// All of them but the one for text and the two that are shared.
  private static let ownFormats = most - 3

  /// How many styles there are in the workbook already.
  let existing: Int
  /// The added styles in the order of their numbers.
  private(set) var added: [Added] = []
  private var numbers: [Added: Int] = [:]
  private var ownCount = 0

  init(existing: Int) { self.existing = existing }

  /// The style of text in the column of findings.
  mutating func text() -> Int { number(of: .text) }

  /// The style for a bad cell whose own style is `base`.
  mutating func marked(base: Int, isError: Bool) -> Int {
    let own = Added.marked(base: base, isError: isError)
    if let number = numbers[own] { return number }
    guard base < existing, ownCount < Self.ownFormats else { return number(of: .shared(isError: isError)) }
    ownCount += 1
    return number(of: own)
  }

  private mutating func number(of style: Added) -> Int {
    if let number = numbers[style] { return number }
    let number = existing + added.count
    numbers[style] = number
    added.append(style)
    return number
  }
}
