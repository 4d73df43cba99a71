internal import Tabular

/// 小表文件 — a small table of our own as CSV without quotes: an optional title line `# 民族`, a line of column names, a
/// line a row. (Files from outside are read by the CSV format, which takes everything that CSV can be.)
struct TableFile {
  /// One row.
  struct Row {
    /// The line in the file, from 1.
    var line: Int
    /// The columns of the table, and the row's value of each.
    var columns: [String]
    var values: [String]

    /// The value of a column; empty where it is blank.
    subscript(column: String) -> String { columns.firstIndex(of: column).map { values[$0] } ?? "" }

    /// A value that holds several, separated by `|`.
    func list(_ column: String) -> [String] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).map { TableFile.trimmed(Substring($0)) }
    }
  }

  let file: DefinitionFile
  private(set) var title: String?
  private(set) var columns: [String] = []
  private(set) var rows: [Row] = []

  /// Reads a table; columns that are missing or unknown and rows with the wrong number of fields become findings.
  init(
    _ path: String, name: String, required: [String], optional: [String], findings: DefinitionFindings
  ) throws(FileError) {
    file = DefinitionFile(name, findings)
    // Bytes are split, not characters: what separates here is a character of its own, and a CR goes with the blanks.
    let lines = try DefinitionFile.text(path, name: name).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = Self.trimmed(Substring(line))
      if text.isEmpty { continue }
      if text.hasPrefix("#") {
        if title == nil { title = Self.trimmed(text.drop { $0 == "#" }) }
        continue
      }
      let fields = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { Self.trimmed(Substring($0)) }
      if columns.isEmpty {
        columns = fields
        checkColumns(line: index + 1, required: required, optional: optional)
      } else if fields.count == columns.count {
        rows.append(Row(line: index + 1, columns: columns, values: fields))
      } else {
        file.note(DefinitionRules.row, line: index + 1, [String(fields.count), String(columns.count)])
      }
    }
    if columns.isEmpty { checkColumns(line: 1, required: required, optional: optional) }
  }

  private func checkColumns(line: Int, required: [String], optional: [String]) {
    for column in required where !columns.contains(column) {
      file.note(DefinitionRules.missing, line: line, key: column, [column])
    }
    let known = required + optional
    for column in columns where !known.contains(column) {
      file.note(DefinitionRules.unknownKey, line: line, key: column, [column, known.joined(separator: ", ")])
    }
    for (index, column) in columns.enumerated() where columns[..<index].contains(column) {
      file.note(DefinitionRules.doubled, line: line, key: column, [column, name])
    }
  }

  private var name: String { file.name }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    // Mostly there is nothing to take off, which a look at both ends tells.
    if let first = scalars.first, let last = scalars.last, isVisible(first), isVisible(last) {
      return String(text)
    }
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// Whether a scalar is no blank for sure: the last blank is the ideographic one.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar > "\u{3000}" || "!"..."~" ~= scalar
  }
}
