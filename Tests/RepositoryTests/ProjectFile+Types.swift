extension ProjectFile {
  private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "private", "fileprivate", "final", "indirect", "nonisolated",
  ]

  /// The names of the types that the file declares.
  var declaredTypes: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || Self.modifiers.contains($0) }
      guard let kind = words.first, Self.kinds.contains(kind), let name = words.dropFirst().first else {
        return nil
      }
      return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }
}
