import Tabular

/// Gathers the notes of one row after the other, and hands each row's to the sheet.
struct NoteCollector {
  private let plan: AnnotationPlan
  private let separator: String
  private(set) var comments = CommentBook()
  private(set) var cellCount = 0
  private var row = 0
  private var marks: [Int: Bool] = [:]
  private var findings: [String] = []

  init(_ plan: AnnotationPlan, separator: String) {
    self.plan = plan
    self.separator = separator
  }

  /// Takes a note; those of rows come in ascending order.
  mutating func take(_ note: AnnotatedCopy.Note, _ sheet: SheetRewriter) throws(FileError) {
    let row = note.row ?? plan.headerRow
    let column = note.column ?? plan.column
    guard (1...CellReference.mostRows).contains(row) else { return }
    if let column, (0..<CellReference.mostColumns).contains(column), !note.comment.isEmpty {
      comments.add(note.comment, to: CommentBook.Cell(row: row, column: column))
    }
    if row > self.row {
      try flush(to: sheet)
      self.row = row
    }
    // What comes after its row was written, such as what is said of the whole sheet, is a comment and no more.
    guard row == self.row else { return }
    if let column = note.column ?? (row == plan.headerRow ? plan.column : nil),
      (0..<CellReference.mostColumns).contains(column)
    {
      marks[column] = marks[column] == true || note.isError
    }
    if !note.finding.isEmpty { findings.append(note.finding) }
  }

  /// Writes the row that was gathered last.
  mutating func flush(to sheet: SheetRewriter) throws(FileError) {
    guard row > 0 else { return }
    cellCount += marks.count
    var edit = RowEdit(cells: marks.map { ($0.key, .mark(isError: $0.value)) })
    if let column = plan.column, row != plan.headerRow, !findings.isEmpty {
      edit.cells.removeAll { $0.column == column }
      let text = XMLText.shortened(findings.joined(separator: separator), most: 32_767)
      edit.cells.append((column, .text(text, style: nil)))
    }
    edit.cells.sort { $0.column < $1.column }
    try sheet.write(edit, row: row)
    marks.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
  }
}
