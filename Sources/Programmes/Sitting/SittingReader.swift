import Tabular

/// 考次文件读取器 — turns the nodes of a document into values. Whatever is not what it should be becomes a finding,
/// and reading goes on with the next value, so that one run finds everything (ERR-03).
struct SittingReader {
  private var findings: [Finding] = []
  private var lines: [String: Int] = [:]
  private var unread: Set<String> = []
  /// The earlier sitting that the file names.
  var copyFrom: String?
  /// The settlement accounts that the file names; nil where it has no such key.
  var accounts: [SittingDocument.Account]?
  /// The cells of a workbook; nil where lines of a text are read.
  private let places: SheetPlaces?

  /// - Parameters:
  ///   - findings: what is wrong already with how the document is made.
  init(places: SheetPlaces? = nil, findings: [Finding] = []) {
    self.places = places
    self.findings = findings
  }

  /// 键值表 — the keys of a mapping and where it stands.
  struct Fields {
    /// The key path of the mapping, empty at the top.
    var path: String
    var line: Int
    var pairs: [DocumentNode.Pair]

    /// The key path of a key in it.
    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
  }

  /// What was read so far.
  func document(with definition: SittingDefinition) -> SittingDocument {
    SittingDocument(
      definition: definition, accounts: accounts, copyFrom: copyFrom, findings: findings, places: places,
      lines: lines, unread: unread)
  }

  /// Says that the value of a key path cannot be read, or is not what it should be.
  mutating func report(
    _ template: FindingTemplate, at path: String, line: Int, value: String? = nil, arguments: [String] = [],
    suggestion: @autoclosure () -> String? = nil
  ) {
    unread.insert(path)
    // Looking for near matches is work; nobody needs it a thousand times.
    let suggestion = findings.count < 1_000 ? suggestion() : nil
    findings.append(
      Finding(
        template, at: places?.place(line) ?? Place(row: line, column: path), value: value,
        arguments: arguments, suggestion: suggestion))
  }

  /// Says that the value of a key is missing: in a workbook by the heading of its cell.
  mutating func reportMissing(_ key: String, at path: String, line: Int) {
    if let places {
      report(.missingCell, at: path, line: line, arguments: [places.place(line).column ?? key])
    } else {
      report(.missing, at: path, line: line, arguments: [key])
    }
  }

  /// Remembers the line of a key path.
  mutating func note(_ path: String, line: Int) { lines[path] = line }

  /// Remembers that not everything under a key path could be read; the finding stands elsewhere.
  mutating func noteUnread(_ path: String) { unread.insert(path) }

  /// The keys of a mapping; a finding where it is none. Every key's line is remembered.
  ///
  /// - Parameter known: the keys there are; others are findings. Nil where the keys are codes.
  mutating func fields(_ node: DocumentNode, at path: String, known: [String]? = nil) -> Fields? {
    guard case .mapping(let pairs) = node.content else {
      report(.wrongForm, at: path, line: node.line, value: node.shown, arguments: ValueForm.mapping.arguments)
      return nil
    }
    var fields = Fields(path: path, line: node.line, pairs: pairs)
    for pair in pairs {
      if let known, !known.contains(pair.key) {
        report(
          .unknownKey, at: fields.path(of: pair.key), line: pair.line, value: pair.key,
          arguments: [pair.key, known.joined(separator: ", ")],
          suggestion: NearMatch.of(pair.key, in: known))
      }
      note(fields.path(of: pair.key), line: pair.line)
      if case .unreadable = pair.value.content { noteUnread(fields.path(of: pair.key)) }
    }
    fields.pairs.removeAll { if case .unreadable = $0.value.content { true } else { false } }
    return fields
  }

  /// The node of a key; a finding where it is required and missing or blank.
  mutating func node(_ key: String, of fields: Fields, isRequired: Bool = false) -> DocumentNode? {
    let pair = fields.pairs.first { $0.key == key }
    if let pair, pair.value.isSomething { return pair.value }
    if pair == nil, unread.contains(fields.path(of: key)) { return nil }
    if isRequired {
      reportMissing(key, at: fields.path(of: key), line: pair?.line ?? fields.line)
    } else if let pair {
      report(.blank, at: fields.path(of: key), line: pair.line, arguments: [key])
    }
    return nil
  }
}

extension DocumentNode {
  /// Whether anything was typed.
  var isSomething: Bool {
    if case .nothing = content { return false }
    return true
  }

  /// The value as a finding shows it; nil for lists and mappings.
  var shown: String? {
    if case .scalar(let text) = content { return String(text.prefix(100)) }
    return nil
  }
}
