internal import CSVFormat
internal import Files
internal import Imports
internal import Programmes
internal import Tabular
internal import XLSFormat
internal import XLSXFormat
internal import ZIPFormat

/// 来件 — a file of which nobody said what it is: its kind is found by its columns, whatever it is called.
struct TicketFile {
  /// 辨认结果 — a kind of import whose columns the file has, in one programme.
  struct Recognition {
    let programme: String
    let kind: any ImportKind.Type
    let match: HeadingMatch
    /// The sheet's place among the workbook's.
    let sheet: Int
    /// The row of the headings.
    let headerRow: Int
    /// Where the ticket numbers stand in the file.
    let ticketColumn: Int
  }

  private let name: String
  private let content: Content

  private enum Content {
    case workbook(WorkbookInput.Opened)
    case csv(FileSource)
  }

  /// Opens a file by its content.
  /// - Throws: a `FileError` where it is neither a CSV file nor a workbook.
  init(_ file: FileSource) throws(FileError) {
    name = file.name
    let kind = try FileKind.of(file)
    if kind == .zip || kind.isOldWorkbook {
      content = .workbook(try WorkbookInput(takesOld: true).open(file))
    } else if kind == .text {
      content = .csv(file)
    } else {
      throw kind.refusal(
        wanted: Wording(zh: "CSV 或工作簿（.xlsx、.xls）", en: "a CSV file or a workbook (.xlsx, .xls)"), at: name)
    }
  }

  /// Finds the kind in each programme: the one of which the file has the most columns, most of the file's columns among
  /// them.
  /// - Throws: a `Refusal` that says what the night takes where there is none, or its files have no ticket numbers.
  func recognise(in programmes: [Programme]) throws -> [Recognition] {
    let pages = try pages()
    var found: [Recognition] = []
    var others: [Wording] = []
    for programme in programmes {
      guard let best = Self.best(Self.candidates(programme, pages)) else { continue }
      let column = best.layout.columns.firstIndex { $0.field == Self.ticket }
      guard let column, let position = best.match.positions[column] else {
        others.append(best.kind.title)
        continue
      }
      found.append(
        Recognition(
          programme: programme.id, kind: best.kind, match: best.match, sheet: best.sheet,
          headerRow: best.headerRow, ticketColumn: position))
    }
    guard found.isEmpty else { return found }
    throw others.first.map { refusal(withoutTickets: $0) } ?? refusal(unknownIn: programmes)
  }

  /// Hands on the ticket numbers below the headings, as they stand there, blanks around them apart.
  func forEachTicket(_ recognition: Recognition, _ body: (String) throws -> Void) throws {
    var reader = try reader(ofSheet: recognition.sheet)
    var row = RawRow()
    while try reader.read(into: &row) {
      guard row.number > recognition.headerRow, let text = row.text(column: recognition.ticketColumn) else {
        continue
      }
      let ticket = text.filter { !$0.isWhitespace }
      if !ticket.isEmpty { try body(ticket) }
    }
  }

  /// The field of layouts that holds ticket numbers.
  private static let ticket = "ticket"

  private struct Candidate {
    let kind: any ImportKind.Type
    let layout: Layout
    let match: HeadingMatch
    let sheet: Int
    let headerRow: Int
  }

  private static func candidates(_ programme: Programme, _ pages: [[RawRow]]) -> [Candidate] {
    ImportKinds.all.flatMap { kind -> [Candidate] in
      guard let layout = kind.layout.flatMap({ programme.layouts[$0] }) else { return [] }
      let matcher = HeadingMatcher(layout)
      return pages.enumerated().compactMap { sheet, rows in
        for row in rows {
          let match = matcher.match(row)
          if matcher.isHeader(match) {
            return Candidate(kind: kind, layout: layout, match: match, sheet: sheet, headerRow: row.number)
          }
        }
        return nil
      }
    }
  }

  private static func best(_ candidates: [Candidate]) -> Candidate? {
    candidates.filter { $0.match.found > $0.match.unknown.count }
      .max { rank($0).lexicographicallyPrecedes(rank($1)) }
  }

  /// Most columns found, fewest required ones missing, fewest of other kinds.
  private static func rank(_ candidate: Candidate) -> [Int] {
    [candidate.match.found, -candidate.match.missing.count, -candidate.match.unknown.count]
  }

  /// The first rows of each sheet, where headings may stand.
  private func pages() throws(FileError) -> [[RawRow]] {
    var pages: [[RawRow]] = []
    for sheet in 0..<sheetCount {
      var reader = try reader(ofSheet: sheet)
      var rows: [RawRow] = []
      var row = RawRow()
      while rows.count < HeaderSearch.mostRows, try reader.read(into: &row) { rows.append(row) }
      pages.append(rows)
    }
    return pages
  }

  /// A workbook of very many sheets is none of ours; the first ones are enough to see that.
  private static let mostSheets = 20

  private var sheetCount: Int {
    switch content {
    case .csv: 1
    case .workbook(let opened): min(opened.workbook.sheets.count, Self.mostSheets)
    }
  }

  private func reader(ofSheet sheet: Int) throws(FileError) -> any RowReader {
    switch content {
    case .csv(let file): try CSVReader(file, removesGuards: true)
    case .workbook(let opened): try opened.workbook.rows(at: sheet)
    }
  }

  private func refusal(withoutTickets kind: Wording) -> Refusal {
    Refusal(
      .precondition, rule: "SCO-09",
      Wording(
        zh: "按列名这是“\(kind.zh)”，但文件中没有准考证号一列，不能知道是哪个考次、哪个考点。请用 kaowu import 导入。",
        en:
          "By its columns this is \(kind.en), without a column of ticket numbers that would tell the sitting and "
          + "the site. Take it with kaowu import."))
  }

  private func refusal(unknownIn programmes: [Programme]) -> Refusal {
    let kinds = ImportKinds.all.filter { kind in
      programmes.contains { programme in
        kind.layout.flatMap { programme.layouts[$0] }?.column(Self.ticket) != nil
      }
    }
    return Refusal(
      .precondition, rule: "SCO-09",
      Wording(
        zh: "列名不是夜间任务能取的任何一种：\(kinds.map { $0.title.zh }.joined(separator: "、"))。请对照 kaowu template 的列名检查表头。",
        en: "The columns are those of no kind that the night takes: "
          + "\(kinds.map { $0.title.en }.joined(separator: ", ")). Compare the headings with those of kaowu template."
      ))
  }
}
