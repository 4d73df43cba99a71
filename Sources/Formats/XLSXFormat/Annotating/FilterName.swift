import Tabular

/// 筛选区域名称 — the hidden name under which a workbook keeps the range of a sheet's filter a second time. Some programs
/// believe the name rather than the sheet, so the two must say the same.
struct FilterName {
  private var part: PartText
  private let element: Int

  /// The name of the sheet at `position` among all tabs; nil where the workbook has none for it.
  init?(_ bytes: [UInt8], part name: String, limits: XMLLimits, position: Int) throws(FileError) {
    part = try PartText(bytes, part: name, limits: limits, depth: 3)
    let part = part
    let found = part.elements.indices.first {
      part.elements[$0].name == "definedName" && part.value("name", of: $0) == "_xlnm._FilterDatabase"
        && part.value("localSheetId", of: $0) == String(position)
    }
    guard let found, part.text(part.elements[found].content).contains("!") else { return nil }
    element = found
  }

  /// The workbook's part with another range under the name.
  consuming func bytes(over area: CellArea) -> [UInt8] {
    let content = part.elements[element].content
    let sheet = part.text(content).split(separator: "!", omittingEmptySubsequences: false).dropLast()
    part.replace(content, with: sheet.joined(separator: "!") + "!" + area.absoluteReference)
    return part.edited()
  }
}
