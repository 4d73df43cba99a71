/// 元素次序 — the order in which a sheet's part must hold what stands in it directly (CT_Worksheet of ECMA-376): a program
/// that finds an element elsewhere calls the file damaged.
enum ElementOrder {
  private static let beforeFilter: [StaticString] = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios",
  ]
  private static let betweenFilterAndDrawing: [StaticString] = [
    "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing",
  ]

  /// Whether the element that was opened last must stand before the sheet's filter.
  static func isBeforeFilter(_ scanner: borrowing XMLScanner) -> Bool {
    contains(beforeFilter, scanner)
  }

  /// Whether the element that was opened last must stand before the reference to the boxes of the comments.
  static func isBeforeLegacyDrawing(_ scanner: borrowing XMLScanner) -> Bool {
    contains(beforeFilter, scanner) || contains(betweenFilterAndDrawing, scanner)
  }

  private static func contains(_ names: [StaticString], _ scanner: borrowing XMLScanner) -> Bool {
    for name in names where scanner.isElement(name) { return true }
    return false
  }
}
