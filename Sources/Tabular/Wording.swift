/// 语言 — the language in which people are spoken to; programs read `--json` and need none.
public enum Language: String, Sendable, CaseIterable {
  case zh
  case en
}

/// 文案 — one text in both languages. `{0}`, `{1}` … stand for arguments that are filled in when it is shown.
public struct Wording: Sendable, Equatable {
  /// The Chinese text.
  public var zh: String
  /// The English text.
  public var en: String

  /// A text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language, placeholders left as they are.
  public subscript(language: Language) -> String {
    language == .zh ? zh : en
  }

  /// The text in one language with `{0}` … replaced by `arguments`; a placeholder without an argument stays.
  public func filled(with arguments: [String], in language: Language) -> String {
    var text = ""
    var rest = Substring(self[language])
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let index = Int(rest[rest.index(after: open)..<close]), arguments.indices.contains(index)
      else {
        text += "{"
        rest = rest.dropFirst()
        continue
      }
      text += arguments[index]
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
