import Foundation

/// Writes the list that the build plugin asks for: `TARGET FOLDER OUTPUT MEMBER…`.
@main
struct ListMembersTool {
  /// The name of the list and of the protocol that a folder's types follow, by target and folder.
  static let protocols = [
    "Imports/Kinds": ("everyImportKind", "ImportKind"),
    "Imports/Rules": ("everyRuleFamily", "RuleFamily"),
    "Exports/Kinds": ("everyExportKind", "ExportKind"),
    "kaowu/Commands": ("everyCommand", "ParsableCommand"),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments
    let (target, folder, output) = (arguments[1], arguments[2], arguments[3])
    let members = arguments.dropFirst(4).map { URL(fileURLWithPath: $0) }
    let text =
      folder == "Schema"
      ? try migrations(members) : types(members, target: target, folder: folder)
    try text.write(toFile: output, atomically: true, encoding: .utf8)
  }

  static func types(_ members: [URL], target: String, folder: String) -> String {
    guard let (list, name) = protocols["\(target)/\(folder)"] else {
      return "// \(target)/\(folder) has no list.\n"
    }
    let lines = members.map { "  \($0.deletingPathExtension().lastPathComponent).self," }
    let imports = name == "ParsableCommand" ? "internal import ArgumentParser\n\n" : ""
    return imports + "let \(list): [any \(name).Type] = [\n" + lines.joined(separator: "\n") + "\n]\n"
  }

  static func migrations(_ members: [URL]) throws -> String {
    let lines = try members.map { member in
      let sql = try String(contentsOf: member, encoding: .utf8)
      let name = member.deletingPathExtension().lastPathComponent
      return "  (name: \"\(name)\", sql: ###\"\"\"\n\(sql)\n\"\"\"###),"
    }
    return "let everyMigration: [(name: String, sql: String)] = [\n" + lines.joined(separator: "\n") + "\n]\n"
  }
}
