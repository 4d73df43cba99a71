/// 近似匹配 — which of the known words somebody may have meant who typed another.
enum NearMatch {
  /// The known word with the fewest typing errors, at most one in three characters; capitals do not count. Nil where
  /// none is so near, or two are equally near. Long texts are nobody's slip of the pen and match nothing.
  static func of(_ text: String, in known: some Sequence<String>) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    let typed = Array(text.lowercased())
    var best: (words: [String], distance: Int) = ([], .max)
    for word in known {
      let letters = Array(word.lowercased())
      let distance = EditDistance.between(typed, letters)
      guard distance <= max(1, letters.count / 3), distance <= best.distance else { continue }
      best = (distance == best.distance ? best.words + [word] : [word], distance)
    }
    return best.words.count == 1 ? best.words[0] : nil
  }
}
