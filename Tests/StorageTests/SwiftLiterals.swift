/// The string literals of a Swift file, found by reading it the way the compiler does: comments passed over, what is
/// interpolated replaced by a blank mark and read for literals of its own.
struct SwiftLiterals {
  struct Literal {
    var line: Int
    var text: String
  }

  /// Stands where something is interpolated.
  static let mark: Character = "¤"

  private let text: [Character]
  private var place = 0
  private var line = 1
  private(set) var literals: [Literal] = []

  init(_ text: String) {
    self.text = Array(text)
    readCode(untilClosing: false)
  }

  private func looksAt(_ piece: String) -> Bool {
    text[place...].starts(with: piece)
  }

  private mutating func step(_ count: Int = 1) {
    for _ in 0..<count where place < text.count {
      if text[place].isNewline { line += 1 }
      place += 1
    }
  }

  /// Reads code up to the end, or up to the parenthesis that closes an interpolation.
  private mutating func readCode(untilClosing: Bool) {
    var depth = 0
    while place < text.count {
      if looksAt("//") {
        while place < text.count, !text[place].isNewline { step() }
      } else if looksAt("/*") {
        while place < text.count, !looksAt("*/") { step() }
        step(2)
      } else if text[place] == "\"" {
        readLiteral()
      } else if untilClosing, text[place] == "(" {
        depth += 1
        step()
      } else if untilClosing, text[place] == ")" {
        if depth == 0 { return step() }
        depth -= 1
        step()
      } else {
        step()
      }
    }
  }

  private mutating func readLiteral() {
    let start = line
    let quote = looksAt("\"\"\"") ? "\"\"\"" : "\""
    step(quote.count)
    var content = ""
    while place < text.count, !looksAt(quote) {
      if looksAt("\\(") {
        step(2)
        content.append(Self.mark)
        readCode(untilClosing: true)
      } else if text[place] == "\\" {
        step()
        if place < text.count, !text[place].isNewline { content.append(text[place]) }
        step()
      } else {
        content.append(text[place])
        step()
      }
    }
    step(quote.count)
    literals.append(Literal(line: start, text: content))
  }
}
