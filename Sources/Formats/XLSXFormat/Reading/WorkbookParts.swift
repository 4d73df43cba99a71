import SheetCells
import Tabular

/// 工作簿部件 — what the workbook's own part says: its sheets, where they are, and how its dates count.
struct WorkbookParts {
  /// The workbook's own part.
  let workbookPart: String
  var sheets: [WorkbookSheet] = []
  var dateSystem = DateSystem.from1900
  var stylesPart: String?
  var stringsPart: String?

  /// Finds and reads the workbook's part.
  /// - Throws: `.wrongKind` where the package holds no workbook, `.unsupported` for a binary one.
  init(_ package: Package) throws(FileError) {
    let part = try Self.workbookPart(package)
    workbookPart = part
    let relationships = try package.relationships(of: part)
    stylesPart = relationships.part(ofType: "styles")
    stringsPart = relationships.part(ofType: "sharedStrings")

    let found = Found()
    try SmallPart.read(package.bytes(part), part: part, limits: package.limits.xml) {
      element throws(FileError) in
      if element.parents.isEmpty {
        guard element.name == "workbook", element.isSpreadsheet else { throw Self.notAWorkbook(package.name) }
      } else if element.parents == ["workbook"], element.name == "workbookPr" {
        found.uses1904 = ["1", "true", "on"].contains(element["date1904"] ?? "")
      } else if element.parents == ["workbook", "sheets"], element.name == "sheet" {
        found.sheets.append(element)
      }
    }
    if found.uses1904 { dateSystem = .from1904 }
    guard !found.sheets.isEmpty else { throw .partMalformed(part, zh: "没有任何工作表", en: "it has no sheets") }
    for (position, element) in found.sheets.enumerated() {
      guard let name = element["name"], let id = element.relationshipID,
        let target = relationships.targets.first(where: { $0.id == id })
      else { throw .partMalformed(part, zh: "有工作表没有名称或部件", en: "a sheet has no name or no part") }
      if Self.tabsWithoutCells.contains(target.type) { continue }
      guard target.type == "worksheet" else {
        throw .partMalformed(part, zh: "有不认识的工作表类型", en: "a sheet is of an unknown kind")
      }
      guard !sheets.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
        throw .partMalformed(part, zh: "有两个工作表同名", en: "two sheets have the same name")
      }
      let state = element["state"] ?? "visible"
      sheets.append(
        WorkbookSheet(name: name, isHidden: state != "visible", part: target.part, position: position))
    }
  }

  /// Charts, dialogs and old macros have tabs of their own, but no cells to read.
  private static let tabsWithoutCells = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]

  private static func workbookPart(_ package: Package) throws(FileError) -> String {
    let root = try package.relationships(of: "")
    let part = root.part(ofType: "officeDocument") ?? "xl/workbook.xml"
    guard !part.hasSuffix(".bin") else {
      throw FileError(
        .unsupported, at: package.name, zh: "这是二进制工作簿（.xlsb），不能读取。请在 Excel 或 WPS 中另存为 .xlsx。",
        en: "This is a binary workbook (.xlsb), which is not read. Save it as .xlsx in Excel or WPS.")
    }
    guard package.entry(part) != nil else { throw notAWorkbook(package.name) }
    return part
  }

  static func notAWorkbook(_ name: String) -> FileError {
    FileError(
      .wrongKind, at: name, zh: "这不是 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 另存为 .xlsx 后再上传。",
      en: "This is not an Excel workbook (.xlsx). Save it as .xlsx in Excel or WPS and upload that.")
  }

  private final class Found {
    var sheets: [XMLElement] = []
    var uses1904 = false
  }
}
