/// 工作表 — a sheet as rows of cells, before a workbook is written of it.
struct Sheet {
  /// What stands in a cell.
  enum Cell: ExpressibleByStringLiteral {
    case blank
    case text(String)
    case number(Double)

    init(stringLiteral value: String) { self = value.isEmpty ? .blank : .text(value) }

    init(_ text: String) { self.init(stringLiteral: text) }
  }

  var name: String
  var rows: [[Cell]]
}
