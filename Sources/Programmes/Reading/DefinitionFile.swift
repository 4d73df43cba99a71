internal import Files
internal import Tabular

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
  static func read(
    _ path: String, name: String, findings: DefinitionFindings
  ) throws(FileError) -> DefinitionMap {
    let node: DocumentNode
    do throws(FileError) {
      node = try DocumentNode.parse(try bytes(path, name: name), as: .definition)
    } catch {
      var error = error
      error.place = error.place.map { $0 == name ? name : "\(name), \($0)" } ?? name
      throw error
    }
    guard case .mapping(let pairs) = node.content else {
      throw FileError(
        .damaged, at: name, zh: "文件里没有“键: 值”的内容。请按样例写。",
        en: "The file holds no “key: value” lines. Write it like the samples.")
    }
    return DefinitionMap(pairs, line: node.line, file: DefinitionFile(name, findings), path: "")
  }

  /// The text of a small table.
  static func text(_ path: String, name: String) throws(FileError) -> String {
    guard let text = String(validating: try bytes(path, name: name), as: UTF8.self) else {
      throw FileError(
        .damaged, at: name, zh: "文件不是 UTF-8 编码。请用 UTF-8 保存。", en: "The file is not UTF-8. Save it as UTF-8.")
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The bytes of a definition file, which is small.
  private static func bytes(_ path: String, name: String) throws(FileError) -> [UInt8] {
    let source = try FileSource(path: path)
    guard source.count <= 1 << 20 else {
      throw FileError(
        .tooLarge, at: name, zh: "定义文件大于 1 MiB。请拆分或检查是否放错了文件。",
        en: "The definition file is over 1 MiB. Split it, or check whether it is the right file.")
    }
    return try source.bytes(in: 0..<source.count)
  }
}

/// 定义检查结果集 — what was found wrong while a definition was read.
final class DefinitionFindings {
  var list: [Finding] = []
}
