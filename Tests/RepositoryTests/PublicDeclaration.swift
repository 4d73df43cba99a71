/// 公开声明 — one public declaration of a Swift file, as far as its lines tell.
///
/// What needs no comment of its own: a stored property, which its type's comment and its name explain; and what
/// a protocol asks for, because it is explained there.
struct PublicDeclaration {
  let line: Int
  /// `func`, `var`, `struct` …
  let keyword: String
  /// The name with the argument labels: `read(at:into:)`.
  let name: String
  let isStored: Bool
  let isDocumented: Bool

  private static let modifiers: Set<Substring> = [
    "public", "private(set)", "internal(set)", "package(set)", "static", "final", "mutating", "consuming",
    "borrowing", "nonisolated", "indirect", "lazy", "required", "convenience", "isolated", "prefix",
  ]

  /// The public declarations of a file.
  static func all(in file: ProjectFile) -> [PublicDeclaration] {
    let lines = file.lines.map(trimmed)
    return lines.indices.compactMap { PublicDeclaration(at: $0, of: lines) }
  }

  init?(at index: Int, of lines: [Substring]) {
    let words = lines[index].split(separator: " ").drop { $0.hasPrefix("@") }
    guard words.first == "public" else { return nil }
    let rest = words.drop { Self.modifiers.contains($0) }
    guard let first = rest.first else { return nil }
    let keyword = String(first.prefix { $0.isLetter })
    guard !["import", "extension"].contains(keyword) else { return nil }
    self.keyword = keyword
    line = index + 1

    let signature = Signature.text(from: index, of: lines)
    name = Signature.name(in: signature, after: keyword)
    let body = lines[index].split(separator: "{", maxSplits: 1).dropFirst().first.map(trimmed)
    let observes = body.map { $0.isEmpty ? nextOpens(lines, index) : opensObserver($0) } ?? true
    isStored = keyword == "let" || (keyword == "var" && observes)

    var above = index - 1
    while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
    isDocumented = above >= 0 && lines[above].hasPrefix("///")
  }
}

private func opensObserver(_ body: Substring) -> Bool {
  body.hasPrefix("didSet") || body.hasPrefix("willSet")
}

private func nextOpens(_ lines: [Substring], _ index: Int) -> Bool {
  index + 1 < lines.count && opensObserver(lines[index + 1])
}
