/// 近似匹配 — which of the known words somebody may have meant who typed another.
enum NearMatch {
  /// The known word with the fewest changed, added or left out characters, at most a third of its own; capitals do
  /// not count. Nil where none is so near. Long texts are nobody's slip of the pen and match nothing.
  static func of(_ text: String, in known: some Sequence<String>) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    let typed = Array(text.lowercased())
    var best: (word: String, distance: Int)?
    for word in known {
      let letters = Array(word.lowercased())
      let distance = distance(typed, letters)
      if distance <= max(1, letters.count / 3), distance < best?.distance ?? .max {
        best = (word, distance)
      }
    }
    return best?.word
  }

  /// The Levenshtein distance, one row at a time.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in second.indices {
        let change = diagonal + (letter == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
