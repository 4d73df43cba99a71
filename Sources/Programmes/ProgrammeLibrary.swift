public import Tabular

/// 项目定义库 — the programme definitions and code tables of a templates folder.
public struct ProgrammeLibrary: Sendable {
  /// The folder that holds `Programmes` and `CodeTables`.
  public let folder: String

  /// A library over a templates folder; nothing is read yet.
  public init(folder: String) { self.folder = folder }

  /// The names of all programmes, sorted.
  public func identifiers() throws(FileError) -> [String] {
    try DefinitionFolder.folders(in: "\(folder)/Programmes")
  }

  /// Reads a programme whole.
  /// - Throws: `.missing` where there is none of the name, `.damaged` where its definition has findings; `ProgrammeCheck`
  ///   lists them all.
  public func programme(_ id: String) throws(FileError) -> Programme {
    let known = try identifiers()
    guard known.contains(id) else {
      let names = known.joined(separator: ", ")
      throw FileError(
        .missing, at: "\(folder)/Programmes", zh: "没有考试项目“\(id)”。已有：\(names)。",
        en: "There is no programme “\(id)”. There are: \(names).")
    }
    let findings = DefinitionFindings()
    let tables = try CodeTables.read(folder: "\(folder)/CodeTables", findings: findings)
    let programme = try ProgrammeReader(
      folder: "\(folder)/Programmes/\(id)", shared: folder, tables: tables, findings: findings
    ).read()
    try ProgrammeCheck.throwFirst(of: findings.list, in: id)
    return programme
  }

  /// Reads the code tables.
  /// - Throws: `.damaged` where a table has findings.
  public func codeTables() throws(FileError) -> CodeTables {
    let findings = DefinitionFindings()
    let tables = try CodeTables.read(folder: "\(folder)/CodeTables", findings: findings)
    try ProgrammeCheck.throwFirst(of: findings.list, in: "CodeTables")
    return tables
  }
}
