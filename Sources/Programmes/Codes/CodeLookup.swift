public import Tabular

/// 代码查找 — reads coded cells: the code, the name, an alias, `code-name`, `(code)name`; full-width forms are folded and
/// lost leading zeros restored (`1` → `01`). Make one for a file; looking up is one hash for cells as they should be.
public struct CodeLookup: Sendable {
  /// 查找结果 — what a cell stands for.
  public enum Answer: Sendable, Equatable {
    /// The code.
    case code(String)
    /// No code of the table; with the one that was probably meant, where there is one.
    case unknown(near: CodeTable.Item?)
  }

  /// The table.
  public let table: CodeTable
  private let exact: [String: String]
  private let folded: [String: String]
  private let indices: [String: Int]
  let names: [Name]

  /// A name or alias prepared for the search of near matches.
  struct Name: Sendable {
    /// Its item's place in the table.
    var index: Int
    /// Folded, without punctuation.
    var scalars: [Unicode.Scalar]
  }

  /// Prepares a table. Where two codes have the same name, the first has it.
  public init(_ table: CodeTable) {
    self.table = table
    indices = Self.indices(of: table)
    var exact: [String: String] = [:]
    var folded: [String: String] = [:]
    var names: [Name] = []
    // Codes before names: a code is never mistaken for the name of another.
    for (code, index) in indices {
      exact[code] = table.items[index].code
      folded[code] = table.items[index].code
    }
    for (index, item) in table.items.enumerated() {
      if exact[item.code] == nil { exact[item.code] = item.code }
      for name in [item.name] + item.aliases {
        if exact[name] == nil { exact[name] = item.code }
        let key = TextFolding.folded(name)
        if folded[key] == nil { folded[key] = item.code }
        names.append(Name(index: index, scalars: Array(TextFolding.bare(key).unicodeScalars)))
      }
    }
    self.exact = exact
    self.folded = folded
    self.names = names
  }

  /// The codes, folded, and the forms they have when their leading zeros are lost; a code always comes before another's
  /// such form, and a shorter code's before a longer one's.
  private static func indices(of table: CodeTable) -> [String: Int] {
    var indices: [String: Int] = [:]
    let codes = table.items.map { TextFolding.folded($0.code) }
    for (index, code) in codes.enumerated() where indices[code] == nil { indices[code] = index }
    for (index, code) in codes.enumerated().sorted(by: {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    })
    where code.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) {
      var rest = Substring(code)
      while rest.count > 1, rest.first == "0" {
        rest = rest.dropFirst()
        if indices[String(rest)] == nil { indices[String(rest)] = index }
      }
    }
    return indices
  }

  /// What a cell's text stands for.
  public func find(_ text: String) -> Answer {
    if let code = code(of: text) { return .code(code) }
    return .unknown(near: near(text))
  }

  /// The code that a cell's text stands for; nil for a text that the table does not know.
  public func code(of text: String) -> String? {
    if let code = exact[text] { return code }
    let key = TextFolding.folded(text)
    if let code = folded[key] { return code }
    guard let (code, name) = Self.codeAndName(key), let index = indices[code] else { return nil }
    let item = table.items[index]
    // A code with another code's name says two things: it is not for us to choose.
    return ([item.name] + item.aliases).contains { TextFolding.folded($0) == name } ? item.code : nil
  }

  /// The name of a code.
  public func name(of code: String) -> String? {
    indices[TextFolding.folded(code)].map { table.items[$0].name }
  }

  /// The item of a folded code.
  func item(ofFolded code: some StringProtocol) -> CodeTable.Item? {
    indices[String(code)].map { table.items[$0] }
  }

  /// The halves of `(code)name` and `code-name`, folded.
  static func codeAndName(_ text: String) -> (code: String, name: String)? {
    if text.first == "(", let close = text.firstIndex(of: ")") {
      return (
        String(text[text.index(after: text.startIndex)..<close]), String(text[text.index(after: close)...])
      )
    }
    guard let hyphen = text.dropFirst().firstIndex(where: { "-–—".contains($0) }) else { return nil }
    return (String(text[..<hyphen]), String(text[text.index(after: hyphen)...]))
  }
}
