internal import Tabular

/// 定义映射 — a mapping of a YAML file from which values are taken by their keys. What is asked for is known; `finish`
/// reports the keys nobody asked for. What is not as it should be becomes a finding and reads as nil.
final class DefinitionMap {
  let file: DefinitionFile
  let line: Int?
  private let path: String
  private let pairs: [DocumentNode.Pair]
  private var asked: [String] = []

  init(_ pairs: [DocumentNode.Pair], line: Int?, file: DefinitionFile, path: String) {
    self.pairs = pairs
    self.line = line
    self.file = file
    self.path = path
  }

  /// The full name of a key: `photo.bytes.least`.
  func name(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The line of a key, or that of the mapping where the key is missing.
  func line(of key: String) -> Int? { pairs.first { $0.key == key }?.line ?? line }

  func note(_ template: FindingTemplate, _ key: String, _ arguments: [String], suggestion: String? = nil) {
    file.note(template, line: line(of: key), key: name(key), arguments, suggestion: suggestion)
  }

  func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

  /// All keys, for mappings whose keys are data.
  var keys: [String] { pairs.map(\.key) }

  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = Self.scalar(node) else { return wrongKind(key, zh: "一段文字", en: "a text") }
    return text
  }

  func requiredText(_ key: String) -> String? {
    guard let text = text(key) else {
      if !has(key) { note(DefinitionRules.missing, key, [name(key)]) }
      return nil
    }
    if text.isEmpty {
      note(DefinitionRules.missing, key, [name(key)])
      return nil
    }
    return text
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let value = Int(text) else { return wrongKind(key, zh: "一个整数", en: "a whole number") }
    guard range.contains(value) else {
      note(DefinitionRules.value, key, [name(key), text, "\(range.lowerBound)–\(range.upperBound)"])
      return nil
    }
    return value
  }

  func requiredInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    if !has(key) { note(DefinitionRules.missing, key, [name(key)]) }
    return integer(key, in: range)
  }

  func flag(_ key: String) -> Bool {
    switch text(key) {
    case nil, "false": return false
    case "true": return true
    default:
      note(DefinitionRules.kind, key, [name(key), "true 或 false", "true or false"])
      return false
    }
  }

  func texts(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    guard case .list(let list) = node.content else { return wrongKind(key, zh: "列表", en: "a list") ?? [] }
    let texts = list.compactMap(Self.scalar)
    return texts.count == list.count ? texts : wrongKind(key, zh: "文字的列表", en: "a list of texts") ?? []
  }

  func choice<Choice>(_ key: String, _: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String>, Choice: CaseIterable {
    text(key).flatMap { choose($0, key) }
  }

  func choices<Choice>(_ key: String, _: Choice.Type) -> [Choice]
  where Choice: RawRepresentable<String>, Choice: CaseIterable {
    texts(key).compactMap { choose($0, key) }
  }

  func map(_ key: String) -> DefinitionMap? {
    guard let node = node(key) else { return nil }
    guard case .mapping(let pairs) = node.content else {
      return wrongKind(key, zh: "“键: 值”", en: "“key: value” lines")
    }
    return DefinitionMap(pairs, line: node.line, file: file, path: name(key))
  }

  func maps(_ key: String) -> [DefinitionMap] {
    guard let node = node(key) else { return [] }
    guard case .list(let list) = node.content else { return wrongKind(key, zh: "列表", en: "a list") ?? [] }
    return list.enumerated().compactMap { index, item in
      guard case .mapping(let pairs) = item.content else {
        return wrongKind(key, zh: "“键: 值”的列表", en: "a list of “key: value” lines")
      }
      return DefinitionMap(pairs, line: item.line, file: file, path: "\(name(key))[\(index + 1)]")
    }
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    for pair in pairs where !asked.contains(pair.key) {
      note(
        DefinitionRules.unknownKey, pair.key, [name(pair.key), asked.joined(separator: ", ")],
        suggestion: NearMatch.of(pair.key, in: asked))
    }
  }

  private func node(_ key: String) -> DocumentNode? {
    if !asked.contains(key) { asked.append(key) }
    return pairs.first { $0.key == key }?.value
  }

  private func choose<Choice>(_ text: String, _ key: String) -> Choice?
  where Choice: RawRepresentable<String>, Choice: CaseIterable {
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    note(
      DefinitionRules.value, key, [name(key), text, all.joined(separator: ", ")],
      suggestion: NearMatch.of(text, in: all))
    return nil
  }

  private func wrongKind<Value>(_ key: String, zh: String, en: String) -> Value? {
    note(DefinitionRules.kind, key, [name(key), zh, en])
    return nil
  }

  /// The text of a single value; nothing typed is the empty text.
  private static func scalar(_ node: DocumentNode) -> String? {
    switch node.content {
    case .scalar(let text): text
    case .nothing: ""
    case .list, .mapping, .unreadable: nil
    }
  }
}
