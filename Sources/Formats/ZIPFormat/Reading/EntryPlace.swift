/// 条目位置 — names an entry in an error. Names of files are often personal (ID numbers, people's names), so they
/// are left out; only the parts of a workbook, which bear the same names in every workbook, are named.
struct EntryPlace {
  /// The archive's name.
  let archive: String

  /// The place of an entry, by its number and, where it says nothing about anybody, its path.
  func of(_ index: Int, _ path: String = "") -> String {
    let isWorkbookPart = path.hasPrefix("xl/") || path.hasPrefix("_rels/") || path.hasPrefix("docProps/")
    return isWorkbookPart || path == "[Content_Types].xml"
      ? "\(archive) › \(path)" : "\(archive) › #\(index)"
  }
}
