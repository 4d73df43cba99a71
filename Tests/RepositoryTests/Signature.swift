/// 签名 — the name and the argument labels of a declaration, read from its text.
enum Signature {
  /// The declaration's lines until its round brackets are closed, as one text.
  static func text(from index: Int, of lines: [Substring]) -> String {
    var text = ""
    for line in lines[index...].prefix(20) {
      text += line + " "
      if text.count(where: { $0 == "(" }) <= text.count(where: { $0 == ")" }) { break }
    }
    return text
  }

  /// The name behind a keyword with its labels: `read(at:into:)`, `init(from:)`, `count`, `<(_:_:)`.
  static func name(in signature: String, after keyword: String) -> String {
    let words = signature.split(separator: " ", omittingEmptySubsequences: true)
    guard let place = words.firstIndex(where: { $0.prefix { $0.isLetter } == keyword }) else { return "" }
    let text = words[place...].joined(separator: " ")
    let declaration = keyword == "init" ? text : String(text.dropFirst(keyword.count + 1))
    let isOperator = declaration.first.map { "<>=+-*/!&|~".contains($0) } ?? false
    let base = declaration.prefix { isOperator ? $0 != " " && $0 != "(" : !" (:<{=?".contains($0) }
    guard ["func", "init", "subscript"].contains(keyword) else { return String(base) }
    // Operators are told apart by their number of operands, whatever these are called.
    if isOperator { return base + "(" + labels(in: declaration).map { _ in "_:" }.joined() + ")" }
    return base + "(" + labels(in: declaration).map { "\($0):" }.joined() + ")"
  }

  private static func labels(in declaration: String) -> [Substring] {
    guard let open = declaration.firstIndex(of: "(") else { return [] }
    var depth = 0
    var isAtStart = true
    var starts: [String.Index] = []
    for index in declaration.indices[open...] {
      switch declaration[index] {
      case "(", "[", "<": depth += 1
      case ")", "]": depth -= 1
      case ">" where declaration[declaration.index(before: index)] != "-": depth -= 1
      case ",": if depth == 1 { isAtStart = true }
      case " ": break
      default:
        if isAtStart, depth == 1 { starts.append(index) }
        isAtStart = false
      }
      if depth == 0 { break }
    }
    return starts.map { declaration[$0...].prefix { !" :".contains($0) } }
  }
}
