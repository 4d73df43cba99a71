public import Tabular

/// 定义检查 — reads a programme's folder as the library does and tells all that is wrong with it: unknown keys, tables and
/// field types, doubled headings, patterns that are too long, fields that are too narrow …
public enum ProgrammeCheck {
  /// The findings of a programme's folder, its code tables included; empty for a good one. Places name the file (as the
  /// sheet), the line (as the row) and the key (as the column).
  /// - Parameters:
  ///   - folder: the programme's folder.
  ///   - codeTables: the folder of the code tables; the one beside the folder's parent where it is nil.
  /// - Throws: a `FileError` where a file is missing or is not YAML at all.
  public static func findings(folder: String, codeTables: String? = nil) throws(FileError) -> [Finding] {
    let findings = DefinitionFindings()
    let tablesFolder = codeTables ?? "\(folder)/../../CodeTables"
    let tables = try CodeTables.read(folder: tablesFolder, findings: findings)
    _ = try ProgrammeReader(
      folder: folder, shared: "\(folder)/../..", tables: tables, findings: findings
    ).read()
    return findings.list
  }

  /// One line for a person: file, line, what is wrong, and what to do.
  public static func message(_ finding: Finding, in language: Language) -> String {
    let file = finding.place.sheet ?? ""
    let place = finding.place.row.map { "\(file):\($0)" } ?? file
    guard let template = DefinitionRules.templates.first(where: { $0.code == finding.code }) else {
      return "\(place): \(finding.code)"
    }
    let message = template.message.filled(with: finding.arguments, in: language)
    let advice = template.advice.filled(with: finding.arguments, in: language)
    guard let suggestion = finding.suggestion else {
      return "\(place): \(message)\(separator(language))\(advice)"
    }
    let hint = language == .zh ? "是不是“\(suggestion)”？" : "Is it “\(suggestion)”?"
    return "\(place): \(message)\(separator(language))\(hint)\(separator(language))\(advice)"
  }

  private static func separator(_ language: Language) -> String { language == .zh ? "" : " " }

  /// A definition with findings is not worked with: the first is thrown, with the number of all.
  static func throwFirst(of findings: [Finding], in name: String) throws(FileError) {
    guard let first = findings.first else { return }
    throw FileError(
      .damaged, at: name,
      zh: "定义有 \(findings.count) 处错误，第一处：\(message(first, in: .zh)) 用 kaowu programme check 查看全部。",
      en: "The definition has \(findings.count) mistakes, the first: \(message(first, in: .en)) "
        + "kaowu programme check lists them all.")
  }
}
