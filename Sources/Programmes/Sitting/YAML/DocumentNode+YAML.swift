import Tabular
import Yams

extension DocumentNode {
  /// Parses the UTF-8 bytes of one YAML document.
  /// - Throws: a `FileError` that names the line: `.damaged` where it is no YAML or a key stands twice, `.hostile`
  ///   for aliases and for what is over `YAMLBounds`, `.wrongKind` where it is no UTF-8, `.empty`.
  static func parse(_ bytes: [UInt8], as kind: YAMLFileKind) throws(FileError) -> DocumentNode {
    try YAMLBounds.check(bytes, as: kind)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard let text = String(validating: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
    else {
      throw FileError(
        .wrongKind, zh: "文件不是 UTF-8 编码的文本。请用文本编辑器另存为 UTF-8。",
        en: "The file is no text in UTF-8. Save it as UTF-8 with a text editor.")
    }
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw fileError(for: error, in: text)
    }
    guard let root else {
      throw FileError(
        .empty, zh: "文件里只有空行和注释。请检查是否选错了文件。",
        en: "The file holds nothing but blank lines and comments. Check that it is the right one.")
    }
    // Nodes hold their anchors weakly; the parser keeps them alive.
    return try withExtendedLifetime(parser) { () throws(FileError) in try make(root, depth: 1, as: kind) }
  }

  private static func make(_ node: Node, depth: Int, as kind: YAMLFileKind) throws(FileError) -> DocumentNode
  {
    let line = node.mark?.line ?? 1
    if node.anchor != nil {
      throw FileError(
        .hostile, at: "line \(line)", zh: "这里有锚点（&名称），\(kind.title.zh)不使用锚点和别名。请写出完整的值。",
        en:
          "There is an anchor (&name) here; a \(kind.title.en) uses no anchors and aliases. Write the values out."
      )
    }
    if depth > YAMLBounds.mostDepth {
      throw FileError(
        .hostile, at: "line \(line)", zh: "嵌套超过 \(YAMLBounds.mostDepth) 层。请检查括号和缩进。",
        en: "More than \(YAMLBounds.mostDepth) levels of nesting. Check the brackets and the indentation."
      )
    }
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return DocumentNode(content: isNothing ? .nothing : .scalar(scalar.string), line: line)
    case .sequence(let sequence):
      var list: [DocumentNode] = []
      for item in sequence { list.append(try make(item, depth: depth + 1, as: kind)) }
      return DocumentNode(content: .list(list), line: line)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        let keyLine = key.mark?.line ?? line
        guard case .scalar(let scalar) = key, scalar.anchor == nil else {
          throw FileError(
            .unsupported, at: "line \(keyLine)", zh: "键必须是单个值，不能是列表、键值表或锚点。",
            en: "A key must be a single value: no list, no mapping, no anchor.")
        }
        if scalar.string.utf8.count > YAMLBounds.mostKeyBytes {
          throw FileError(
            .hostile, at: "line \(keyLine)", zh: "键超过 \(YAMLBounds.mostKeyBytes) 字节。请检查冒号和引号。",
            en: "A key has more than \(YAMLBounds.mostKeyBytes) bytes. Check the colons and the quotes.")
        }
        pairs.append(
          Pair(key: scalar.string, line: keyLine, value: try make(value, depth: depth + 1, as: kind)))
      }
      return DocumentNode(content: .mapping(pairs), line: line)
    case .alias:
      throw FileError(
        .hostile, at: "line \(line)", zh: "这里有别名（*名称），\(kind.title.zh)不使用锚点和别名。请写出完整的值。",
        en:
          "There is an alias (*name) here; a \(kind.title.en) uses no anchors and aliases. Write the values out."
      )
    }
  }

  private static func fileError(for error: any Error, in text: String) -> FileError {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return FileError(
        .damaged, at: "line \(mark.line)",
        zh: "这里不是合法的 YAML（\(problem)）。请检查这一行和上一行的缩进、冒号后的空格、引号和括号。",
        en: """
          This is no YAML (\(problem)). Check the indentation, the blank after each colon, the quotes and the \
          brackets of this line and the one before.
          """)
    case YamlError.duplicatedKeysInMapping(_, let context):
      return FileError(
        .damaged, at: "line \(context.mark.line)", zh: "这一行的键在同一处又出现了一次。请删除其中一个。",
        en: "The key of this line stands a second time beside it. Remove one of them.")
    case YamlError.reader(_, let offset, _, _):
      let line = text.prefix(offset ?? 0).count(where: \.isNewline) + 1
      return FileError(
        .damaged, at: "line \(line)", zh: "这里有文本文件中不允许的控制字符。请删除它。",
        en: "There is a control character here that a text file may not hold. Remove it.")
    default:
      return FileError(
        .hostile, zh: "文件的嵌套太深，无法读取。请检查括号和缩进。",
        en: "The file is nested too deeply to be read. Check the brackets and the indentation.")
    }
  }
}
