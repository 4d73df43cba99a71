/// 引入 — one `import` of a Swift file.
struct ImportLine: Equatable {
  var module: String
  /// Whether it is seen from outside the target.
  var isPublic: Bool

  private static let access: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]

  /// The import on a line, attributes, access and kinds aside; nil for any other line.
  init?(_ line: Substring) {
    var words = line.split(separator: " ")[...].drop { $0.hasPrefix("@") }
    isPublic = words.first == "public"
    words = words.drop { Self.access.contains($0) }
    guard words.first == "import" else { return nil }
    words = words.dropFirst().drop { Self.kinds.contains($0) }
    guard let module = words.first?.split(separator: ".").first else { return nil }
    self.module = String(module)
  }
}

extension ProjectFile {
  /// What the file imports.
  var imports: [ImportLine] { lines.compactMap { ImportLine($0) } }
}
