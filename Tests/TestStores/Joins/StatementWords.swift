/// The words of a statement, in small letters: names with their table's, numbers, parameters, texts, signs.
enum StatementWords {
  static func all(of sql: String) -> [String] {
    var words: [String] = []
    var rest = Substring(sql)
    while let first = rest.first {
      let word: Substring
      if first == "'" {
        word = rest.prefix(1) + rest.dropFirst().prefix { $0 != "'" } + "'"
      } else if isPart(first) {
        word = rest.prefix(while: isPart)
      } else if "<>!=".contains(first) {
        word = rest.prefix { "<>!=".contains($0) }
      } else {
        word = rest.prefix(1)
      }
      rest = rest.dropFirst(word.count)
      if !first.isWhitespace { words.append(word.lowercased()) }
    }
    return withoutCasts(words)
  }

  /// What stands in parentheses that open at a place.
  static func inParentheses(_ words: [String], from start: Int) -> String {
    var depth = 0
    var inside: [String] = []
    for word in words[start...] {
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      inside.append(word)
      if depth == 0 { break }
    }
    return inside.joined(separator: " ")
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_.$".contains(character)
  }

  /// `CAST(a.b AS BIGINT)` is `a.b`.
  private static func withoutCasts(_ words: [String]) -> [String] {
    var plain: [String] = []
    var place = 0
    while place < words.count {
      if place + 5 < words.count, words[place] == "cast", words[place + 1] == "(", words[place + 3] == "as",
        words[place + 4] == "bigint", words[place + 5] == ")"
      {
        plain.append(words[place + 2])
        place += 6
      } else {
        plain.append(words[place])
        place += 1
      }
    }
    return plain
  }
}
