internal import ExamModel
internal import Foundation
internal import Tabular

extension CodeTables {
  /// Reads all tables of a folder. `regions.csv` (columns from, to) is the set of region codes; every other file is a
  /// table with the columns code, name, aliases and, where its codes have one, rank.
  static func read(folder: String, findings: DefinitionFindings) throws(FileError) -> CodeTables {
    var tables: [CodeTable] = []
    var ranks: [String: [String: Int]] = [:]
    var regions = RegionCodes()
    for name in try DefinitionFolder.files(in: folder, extension: "csv") {
      let path = "\(folder)/\(name).csv"
      if name == "regions" {
        regions = try readRegions(path, findings: findings)
        continue
      }
      let file = try TableFile(
        path, name: "CodeTables/\(name).csv", required: ["code", "name", "aliases"], optional: ["rank"],
        findings: findings)
      tables.append(CodeTable(name: name, title: file.title ?? name, items: items(of: file)))
      if file.title == nil { file.file.note(DefinitionRules.missing, line: 1, ["# title"]) }
      if file.columns.contains("rank") { ranks[name] = rankTable(of: file) }
    }
    return CodeTables(tables, ranks: ranks, regions: regions)
  }

  private static func items(of file: TableFile) -> [CodeTable.Item] {
    var known: [String: String] = [:]
    for row in file.rows {
      for key in ["code", "name"] where row[key].isEmpty {
        file.file.note(DefinitionRules.missing, line: row.line, key: key, [key])
      }
      let names = [row["name"]] + row.list("aliases")
      for text in Set([row["code"]] + names).sorted() where !text.isEmpty {
        let key = TextFolding.folded(text)
        if let other = known[key], other != row["code"] {
          file.file.note(
            DefinitionRules.doubled, line: row.line, key: "name", [text, "\(other), \(row["code"])"])
        }
        known[key] = row["code"]
      }
    }
    let codes = file.rows.map { $0["code"] }
    for (index, code) in codes.enumerated() where codes[..<index].contains(code) {
      file.file.note(DefinitionRules.doubled, line: file.rows[index].line, key: "code", [code, "code"])
    }
    return file.rows.map { .init(code: $0["code"], name: $0["name"], aliases: $0.list("aliases")) }
  }

  private static func rankTable(of file: TableFile) -> [String: Int] {
    var ranks: [String: Int] = [:]
    for row in file.rows {
      guard let rank = Int(row["rank"]) else {
        file.file.note(DefinitionRules.kind, line: row.line, key: "rank", ["rank", "一个整数", "a whole number"])
        continue
      }
      ranks[row["code"]] = rank
    }
    return ranks
  }

  private static func readRegions(_ path: String, findings: DefinitionFindings) throws(FileError)
    -> RegionCodes
  {
    let file = try TableFile(
      path, name: "CodeTables/regions.csv", required: ["from", "to"], optional: [], findings: findings)
    var ranges: [ClosedRange<Int>] = []
    for row in file.rows {
      let from = Int(row["from"]) ?? -1
      let to = row["to"].isEmpty ? from : Int(row["to"]) ?? -1
      guard from >= 0, to >= from, to <= 999_999 else {
        file.file.note(
          DefinitionRules.value, line: row.line, key: "from",
          ["from,to", "\(row["from"]),\(row["to"])", "000000–999999"])
        continue
      }
      ranges.append(from...to)
    }
    return RegionCodes(ranges)
  }
}
