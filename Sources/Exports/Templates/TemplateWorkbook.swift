public import Tabular
internal import XLSXFormat

/// 模板工作簿 — a layout as a workbook to be filled in: headings with hints, drop-downs from the code tables, columns that
/// keep what is typed as text, a sample sheet and a sheet of code tables. With rows it is the rest of a file in the
/// template's own form (REG-14).
public struct TemplateWorkbook {
  private let layout: Layout
  private let columns: [LayoutColumn]
  private let tables: [String: CodeTable]
  private let created: Int

  /// The rows that a template is made ready for; more may be filled in without drop-downs.
  static let preparedRows = 10_000
  private static let hintRow = 1
  private static let headingRow = 2
  /// The code table whose codes people know by heart, so that its choices begin with them.
  private static let tableKnownByCode = "subject"

  /// A template.
  /// - Parameters:
  ///   - extra: fields of columns that templates leave out, but whose rows are to be shown.
  ///   - tables: the code tables of the coded columns, by name.
  ///   - created: when, in seconds since 1970.
  public init(_ layout: Layout, extra: Set<String> = [], tables: [CodeTable], created: Int) {
    self.layout = layout
    columns = layout.columns.filter { $0.replaces.isEmpty || extra.contains($0.field) }
    self.tables = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
    self.created = created
  }

  /// The sheet that says from which job the rows of a rest file come (REG-14).
  public static let restSheet = "续传"

  /// Writes the template.
  /// - Parameters:
  ///   - path: where it will stand; it appears when it is whole.
  ///   - rest: for a rest file what its note says, a name and a value each; they stand in columns A and B.
  ///   - rows: hands on rows to be filled in, each a text by field; none for a blank template.
  public func write(
    to path: String, rest: [(name: String, value: String)] = [],
    rows: (_ take: ([String: String]) throws -> Void) throws -> Void = { _ in }
  ) throws {
    var book = try WorkbookWriter(
      path: path, properties: WorkbookProperties(created: created, title: layout.sheet, author: "kaowu"))
    let main = try book.addSheet(WorkbookWriter.sheetName(fitting: layout.sheet ?? layout.name))
    let sample = try book.addSheet(WorkbookWriter.sheetName(fitting: layout.sampleSheet ?? "样例"))
    let codes = try book.addSheet("码表")
    let areas = try writeCodes(codes, &book)
    try prepare(main, areas, codes, &book)
    var row = Self.headingRow
    try rows { values in
      row += 1
      try write(values, row: row, in: main, &book)
    }
    try writeSample(sample, &book)
    if !rest.isEmpty { try writeRest(rest, &book) }
    try book.finish()
  }

  private func writeRest(_ rest: [(name: String, value: String)], _ book: inout WorkbookWriter)
    throws(FileError)
  {
    let sheet = try book.addSheet(Self.restSheet)
    try book.setColumns(0...0, width: 18, in: sheet)
    try book.setColumns(1...1, width: 70, style: .text, in: sheet)
    for (index, line) in rest.enumerated() {
      try book.writeText(line.name, row: index + 1, column: 0, style: .header, in: sheet)
      try book.writeText(line.value, row: index + 1, column: 1, style: .text, in: sheet)
    }
    try book.writeText(
      "这里是上次没有导入的行。请在第一张表里改好，保留本表，直接再次导入：系统会接着上面的任务计数。",
      row: rest.count + 2, column: 0, style: .plain, in: sheet)
  }

  private func prepare(
    _ sheet: WorkbookWriter.Sheet, _ areas: [String: CellArea], _ codes: WorkbookWriter.Sheet,
    _ book: inout WorkbookWriter
  ) throws(FileError) {
    try setColumns(sheet, &book)
    book.freeze(rows: Self.headingRow, in: sheet)
    try book.writeText(
      "请勿改动列名；橙色的列必填；一行一人。红色三角处有填写说明。", row: Self.hintRow, column: 0, style: .plain, in: sheet)
    try writeHeadings(row: Self.headingRow, sheet, &book)
    for (index, column) in columns.enumerated() {
      guard let name = column.table, column.type == .code, let area = areas[name] else { continue }
      let rows = Self.headingRow + 1...Self.headingRow + Self.preparedRows
      try book.offer(.cells(area, sheet: codes), in: CellArea(rows: rows, column: index), sheet: sheet)
    }
  }

  private func setColumns(_ sheet: WorkbookWriter.Sheet, _ book: inout WorkbookWriter) throws(FileError) {
    for (index, column) in columns.enumerated() {
      let width: Double =
        switch column.type {
        case .document, .email: 24
        case .code, .codes: 18
        case .ignored: 7
        default: max(12, Double(column.heading.count * 2 + 4))
        }
      try book.setColumns(index...index, width: width, style: .text, in: sheet)
    }
  }

  private func writeHeadings(
    row: Int, _ sheet: WorkbookWriter.Sheet, _ book: inout WorkbookWriter
  ) throws(FileError) {
    for (index, column) in columns.enumerated() {
      try book.writeText(
        column.heading, row: row, column: index, style: column.isRequired ? .requiredHeader : .header,
        in: sheet)
      if let hint = column.hint { try book.comment(hint, row: row, column: index, in: sheet) }
    }
  }

  private func writeSample(_ sheet: WorkbookWriter.Sheet, _ book: inout WorkbookWriter) throws(FileError) {
    try setColumns(sheet, &book)
    try writeHeadings(row: 1, sheet, &book)
    let values = columns.compactMap { column in column.sample.map { (column.field, $0) } }
    try write(Dictionary(values) { first, _ in first }, row: 2, in: sheet, &book)
  }

  private func write(
    _ values: [String: String], row: Int, in sheet: WorkbookWriter.Sheet, _ book: inout WorkbookWriter
  ) throws(FileError) {
    for (index, column) in columns.enumerated() {
      guard let value = values[column.field] else { continue }
      try book.writeText(value, row: row, column: index, style: .text, in: sheet)
    }
  }

  /// One column a table, its title on top.
  /// - Returns: the cells of each table's choices.
  private func writeCodes(
    _ sheet: WorkbookWriter.Sheet, _ book: inout WorkbookWriter
  ) throws(FileError) -> [String: CellArea] {
    var names: [String] = []
    for name in columns.compactMap(\.table) where !names.contains(name) && tables[name] != nil {
      names.append(name)
    }
    let lists = names.map { name in (tables[name]?.items ?? []).map { choice($0, of: name) } }
    var areas: [String: CellArea] = [:]
    for (column, name) in names.enumerated() {
      try book.setColumns(column...column, width: 30, style: .text, in: sheet)
      areas[name] = CellArea(rows: 2...max(2, lists[column].count + 1), column: column)
    }
    for (column, name) in names.enumerated() {
      try book.writeText(tables[name]?.title ?? name, row: 1, column: column, style: .header, in: sheet)
    }
    for row in 0..<(lists.map(\.count).max() ?? 0) {
      for (column, list) in lists.enumerated() where row < list.count {
        try book.writeText(list[row], row: row + 2, column: column, style: .text, in: sheet)
      }
    }
    return areas
  }

  private func choice(_ item: CodeTable.Item, of table: String) -> String {
    table == Self.tableKnownByCode ? "\(item.code)-\(item.name)" : item.name
  }
}
