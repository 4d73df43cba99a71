/// 规则目录 — the rules that tests may name, from `Tests/Rules.txt`.
struct RuleCatalogue {
  struct Entry {
    var id: String
    var wording: Substring
  }

  let entries: [Entry]

  /// Reads the catalogue: an ID and its wording a line, headings after `#`.
  init(_ text: some StringProtocol) {
    entries = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      Entry(id: String(line.prefix(6)), wording: Substring(line.dropFirst(7)))
    }
  }

  /// The rules' IDs in a text, of the form `REG-07`, wherever a quotation opens with one.
  static func quoted(in text: String) -> [String] {
    text.split(separator: "\"").map { $0.prefix(6) }.filter { isID($0) && !standards.contains($0.prefix(3)) }
      .map(String.init)
  }

  /// Names of other things that have the same form: UTF-16, SHA-256, ISO-8859-1.
  private static let standards: Set<Substring> = ["UTF", "SHA", "ISO"]

  /// Whether a text is three capital letters, a hyphen and two digits.
  static func isID(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return bytes.count == 6 && bytes[..<3].allSatisfy(capitals.contains) && bytes[3] == UInt8(ascii: "-")
      && bytes[4...].allSatisfy(digits.contains)
  }
}
