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
  private let codes: [String: Int]
  private let codeWidths: [Int]

  /// Prepares a table. Where two codes have the same name, the first has it.
  public init(_ table: CodeTable) {
    self.table = table
    var exact: [String: String] = [:]
    var folded: [String: String] = [:]
    var codes: [String: Int] = [:]
    // Codes before names: a code is never mistaken for the name of another.
    for (index, item) in table.items.enumerated() {
      let code = TextFolding.folded(item.code)
      if codes[code] == nil { codes[code] = index }
      if exact[item.code] == nil { exact[item.code] = item.code }
      if folded[code] == nil { folded[code] = item.code }
    }
    for item in table.items {
      for name in [item.name] + item.aliases {
        if exact[name] == nil { exact[name] = item.code }
        let key = TextFolding.folded(name)
        if folded[key] == nil { folded[key] = item.code }
      }
    }
    self.exact = exact
    self.folded = folded
    self.codes = codes
    codeWidths = Set(codes.keys.map(\.utf8.count)).sorted()
  }

  /// What a cell's text stands for.
  public func find(_ text: String) -> Answer {
    if let code = exact[text] { return .code(code) }
    let key = TextFolding.folded(text)
    if let code = folded[key] { return .code(code) }
    if let index = index(ofCode: key) { return .code(table.items[index].code) }
    if let (code, name) = Self.codeAndName(key), let index = index(ofCode: code) {
      let item = table.items[index]
      // A code with another code's name says two things: it is not for us to choose.
      let names = [item.name] + item.aliases
      return names.contains { TextFolding.folded($0) == name } ? .code(item.code) : .unknown(near: item)
    }
    return .unknown(near: near(key))
  }

  /// The name of a code.
  public func name(of code: String) -> String? {
    codes[TextFolding.folded(code)].map { table.items[$0].name }
  }

  /// The index of a code as it stands in the table or with its leading zeros lost.
  private func index(ofCode text: String) -> Int? {
    if let index = codes[text] { return index }
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) else { return nil }
    for width in codeWidths where width > text.utf8.count {
      if let index = codes[String(repeating: "0", count: width - text.utf8.count) + text] { return index }
    }
    return nil
  }

  /// The halves of `(code)name` and `code-name`, folded.
  private static func codeAndName(_ text: String) -> (code: String, name: String)? {
    if text.first == "(", let close = text.firstIndex(of: ")") {
      return (
        String(text[text.index(after: text.startIndex)..<close]), String(text[text.index(after: close)...])
      )
    }
    guard let hyphen = text.dropFirst().firstIndex(where: { "-–—".contains($0) }) else { return nil }
    return (String(text[..<hyphen]), String(text[text.index(after: hyphen)...]))
  }
}
