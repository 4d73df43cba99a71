import SheetCells
import Tabular

/// 单元格样式 — of all that a style says, the one thing that changes a value: whether its number is a date.
struct CellStyles: Sendable {
  private var formats: [NumberFormat]

  /// The styles of a workbook that has no part for them: one, which formats nothing.
  init() {
    formats = [.number]
  }

  /// Reads the styles of a part.
  init(_ bytes: [UInt8], part: String, limits: XMLLimits = XMLLimits()) throws(FileError) {
    let found = Found()
    try SmallPart.read(bytes, part: part, limits: limits) { element in
      guard element.isSpreadsheet else { return }
      if element.name == "numFmt", element.parents.last == "numFmts" {
        if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
          found.codes[id] = NumberFormat(code: code)
        }
      } else if element.name == "xf", element.parents.last == "cellXfs" {
        found.ids.append(element["numFmtId"].flatMap { Int($0) } ?? 0)
      }
    }
    formats = found.ids.map { found.codes[$0] ?? NumberFormat(builtin: $0) }
    if formats.isEmpty { formats = [.number] }
  }

  /// The format of a style; nil where there is no such style.
  subscript(style: Int) -> NumberFormat? {
    style < formats.count ? formats[style] : nil
  }

  private final class Found {
    var codes: [Int: NumberFormat] = [:]
    var ids: [Int] = []
  }
}
