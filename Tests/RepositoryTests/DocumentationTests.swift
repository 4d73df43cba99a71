import Testing

@Suite("Comments on public declarations")
struct DocumentationTests {
  /// What the protocols of the language ask for.
  private static let requirements: Set<String> = [
    "init(from:)", "encode(to:)", "hash(into:)", "init(rawValue:)", "init(stringLiteral:)",
    "init(integerLiteral:)", "description", "debugDescription", "zero", "<(_:_:)", "==(_:_:)", "+(_:_:)",
    "-(_:_:)", "next()", "makeIterator()", "makeAsyncIterator()",
  ]

  @Test("every public declaration says what it is, or is asked for by a protocol that does")
  func documented() {
    let asked = Self.requirements.union(Repository.sources.flatMap(Self.requirements))
    let missing = Repository.sources.flatMap { file in
      PublicDeclaration.all(in: file).filter { !$0.isDocumented && !$0.isStored && !asked.contains($0.name) }
        .map { "\(file.path):\($0.line): \($0.name)" }
    }
    #expect(missing == [])
  }

  @Test("every public type opens with its Chinese term")
  func terms() {
    let types: Set<String> = ["struct", "class", "enum", "protocol", "actor"]
    let missing = Repository.sources.flatMap { file in
      PublicDeclaration.all(in: file).filter { types.contains($0.keyword) && $0.isOutermost(in: file) }
        .filter { !Self.opensWithTerm(file.lines, above: $0.line) }
        .map { "\(file.path):\($0.line): \($0.name)" }
    }
    #expect(missing == [])
  }

  @Test("a missing comment is found, a stored property and what a protocol asks for are not")
  func scanner() {
    let text = """
      /// 甲 — a type.
      public struct A: Sendable {
        public var stored: Int
        public var computed: Int { 1 }
        public func read(
          at offset: Int, into buffer: (Int) -> Void
        ) {}
        /// Said.
        @discardableResult
        public static func said<T: P>(_ value: T, by: [Int: Int]) -> Int { 2 }
      }
      """
    let found = PublicDeclaration.all(in: ProjectFile(path: "Sources/A/A.swift", text: text))
    #expect(found.map(\.name) == ["A", "stored", "computed", "read(at:into:)", "said(_:by:)"])
    #expect(found.map(\.isDocumented) == [true, false, false, false, true])
    #expect(found.map(\.isStored) == [false, true, false, false, false])
  }

  /// The members of a file's protocols that carry a comment.
  private static func requirements(of file: ProjectFile) -> [String] {
    var isInside = false
    let lines = file.lines.map(trimmed)
    return file.lines.indices.compactMap { index in
      let line = file.lines[index]
      if line.contains("protocol "), line.hasSuffix("{") { isInside = true }
      if line == "}" { isInside = false }
      guard isInside, index > 0, lines[index - 1].hasPrefix("///") else { return nil }
      let words = lines[index].split(separator: " ").map { String($0.prefix { $0.isLetter }) }
      guard let keyword = words.first(where: ["func", "var", "init"].contains) else { return nil }
      return Signature.name(in: Signature.text(from: index, of: lines), after: keyword)
    }
  }

  private static func opensWithTerm(_ lines: [Substring], above line: Int) -> Bool {
    let comment = lines[..<(line - 1)].reversed().drop { $0.hasPrefix("@") }.prefix { $0.hasPrefix("///") }
    guard let first = comment.last, first.contains(" — ") else { return false }
    return first.prefix { $0 != "—" }.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}

extension PublicDeclaration {
  fileprivate func isOutermost(in file: ProjectFile) -> Bool { file.lines[line - 1].first != " " }
}
