internal import Files
internal import Tabular
internal import Yams

/// 定义文件 — one file of a definition while it is read: its place for messages, and where findings are gathered.
final class DefinitionFile {
  /// The path below the definition's folder: `imports/registrations.yaml`.
  let name: String
  private let findings: DefinitionFindings

  init(_ name: String, _ findings: DefinitionFindings) {
    self.name = name
    self.findings = findings
  }

  func note(
    _ template: FindingTemplate, line: Int?, key: String? = nil, _ arguments: [String],
    suggestion: String? = nil
  ) {
    let place = Place(sheet: name, row: line, column: key)
    findings.list.append(Finding(template, at: place, arguments: arguments, suggestion: suggestion))
  }

  /// The mapping that a YAML file holds.
  /// - Throws: `.damaged` with the line where it is no YAML, or holds no mapping.
  static func read(_ path: String, name: String, findings: DefinitionFindings) throws(FileError)
    -> DefinitionMap
  {
    let text = try text(path, name: name)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw syntaxError(error, name)
    }
    guard let mapping = node?.mapping else {
      throw FileError(
        .damaged, at: name, zh: "文件里没有“键: 值”的内容。请按样例写。",
        en: "The file holds no “key: value” lines. Write it like the samples.")
    }
    return DefinitionMap(mapping, file: DefinitionFile(name, findings), path: "")
  }

  /// The text of a definition file, which is small.
  static func text(_ path: String, name: String) throws(FileError) -> String {
    let source = try FileSource(path: path)
    guard source.count <= 1 << 20 else {
      throw FileError(
        .tooLarge, at: name, zh: "定义文件大于 1 MiB。请拆分或检查是否放错了文件。",
        en: "The definition file is over 1 MiB. Split it, or check whether it is the right file.")
    }
    let bytes = try source.bytes(in: 0..<source.count)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(
        .damaged, at: name, zh: "文件不是 UTF-8 编码。请用 UTF-8 保存。", en: "The file is not UTF-8. Save it as UTF-8.")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func syntaxError(_ error: any Error, _ name: String) -> FileError {
    var problem = "duplicate key"
    var line: Int?
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      problem = text
      line = mark.line
    case .duplicatedKeysInMapping(let keys, let context):
      problem = "duplicate key \(keys.sorted().joined(separator: ", "))"
      line = context.mark.line
    default: problem = "not YAML"
    }
    return FileError(
      .damaged, at: line.map { "\(name):\($0)" } ?? name, zh: "YAML 写法有错（\(problem)）。请检查这一行及上一行的缩进、引号和冒号。",
      en:
        "The YAML is not well-formed (\(problem)). Check indents, quotes and colons of this line and the one above."
    )
  }
}

/// 定义检查结果集 — what was found wrong while a definition was read.
final class DefinitionFindings {
  var list: [Finding] = []
}
