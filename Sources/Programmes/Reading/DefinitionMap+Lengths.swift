internal import Tabular

extension DefinitionMap {
  /// Numbers with decimals, as many as are asked for: `at: [10, 12.5, 80, 6]`. Lengths in millimetres.
  func lengths(_ key: String, _ count: Int, least: Double = 0) -> [Double]? {
    guard has(key) else { return nil }
    let texts = texts(key)
    let lengths = texts.compactMap(Double.init).filter { (least...2_000).contains($0) }
    guard texts.count == count, lengths.count == count else {
      note(DefinitionRules.kind, key, [name(key), "[\(count) 个数，毫米]", "[\(count) numbers, in mm]"])
      return nil
    }
    return lengths
  }

  /// A number with decimals.
  func decimal(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(key) else { return nil }
    guard let value = Double(text), range.contains(value) else {
      note(DefinitionRules.value, key, [name(key), text, "\(range.lowerBound)–\(range.upperBound)"])
      return nil
    }
    return value
  }

  /// A rectangle: left, top, width, height.
  func area(_ key: String) -> DocumentBox.Area? {
    guard let numbers = lengths(key, 4) else { return nil }
    return DocumentBox.Area(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// Like `area`, for what cannot be missing.
  func requiredArea(_ key: String) -> DocumentBox.Area? {
    if !has(key) { note(DefinitionRules.missing, key, [name(key)]) }
    return area(key)
  }
}
