import Files
import Tabular
import ZIPFormat

/// 批注副本 — a workbook as it was sent, with what was found in it: bad cells are coloured and commented, and a column at the
/// right end of the table, which can be filtered, says what is wrong with each row (ERR-02).
///
/// It is made on the package itself: all parts are taken over as they are packed, but for the sheet, its comments, the
/// styles, and what refers to them; and of those everything stays but what is added. Rows keep their numbers, cells their
/// values, formulas and formats. The sheet is rewritten while it streams, so memory stays the same however long it is.
public struct AnnotatedCopy {
  private let package: Package
  private let parts: WorkbookParts
  private let sheet: WorkbookSheet
  private let headerRow: Int
  private let heading: String
  private let separator: String
  private let reused: Int?
  private let author: String

  /// A copy of a workbook.
  /// - Parameters:
  ///   - sheet: the sheet that notes are about.
  ///   - headerRow: the row of its headings, from 1.
  ///   - heading: the heading of the column of findings.
  ///   - separator: what stands between two findings of a row.
  ///   - column: the column of findings that an earlier copy has left, from 0: it is filled anew.
  ///   - author: who signs the comments.
  public init(
    of workbook: Workbook, sheet: WorkbookSheet, headerRow: Int, heading: String, separator: String = "; ",
    reusing column: Int? = nil, author: String = "kaowu"
  ) {
    package = workbook.package
    parts = workbook.parts
    self.sheet = sheet
    self.headerRow = max(1, headerRow)
    self.heading = heading
    self.separator = separator
    reused = column
    self.author = author
  }

  /// Writes the copy.
  /// - Parameters:
  ///   - path: where it will stand; it appears when it is whole.
  ///   - notes: hands on every note, those of rows in ascending order; notes of a row that has been passed, and of the
  ///     whole sheet, become comments only.
  /// - Throws: a `FileError` where the disk fails, or a part that must change is not what it should be; what `notes`
  ///   throws. Nothing appears then.
  public func write(
    to path: String, notes: (_ take: (Note) throws -> Void) throws -> Void
  ) throws -> Outcome {
    let survey = try SheetSurveyor.survey(
      package.stream(sheet.part), part: sheet.part, limits: package.limits.xml, headerRow: headerRow)
    let changed = try AnnotatedParts(package, parts, sheet: sheet.part, survey: survey)
    let plan = AnnotationPlan(
      survey, headerRow: headerRow, heading: heading, reusing: reused, tables: changed.tables,
      legacyDrawing: changed.drawingID)
    let styles = try StylesPart(
      changed.styles.exists ? package.bytes(changed.styles.path) : nil, name: changed.styles.path,
      limits: package.limits.xml, isStrict: survey.isStrict)

    let file = try WholeFile(path: path)
    let zip = ZIPWriter(file)
    let small = try changed.smallParts()
    let filterName =
      plan.filter == nil
      ? nil
      : try FilterName(
        package.bytes(parts.workbookPart), part: parts.workbookPart, limits: package.limits.xml,
        position: sheet.position)
    let late = Set(
      ([changed.styles, changed.comments, changed.drawing].filter(\.exists).map(\.path)
        + (filterName == nil ? [] : [parts.workbookPart])).map { $0.lowercased() })
    let sheetEntry = package.entry(sheet.part)
    var outcome = Outcome()
    for entry in package.archive.entries {
      if let bytes = Self.bytes(of: entry, in: small) {
        try zip.add(entry.path, bytes: bytes)
      } else if entry == sheetEntry {
        let rewritten = try writeSheet(entry.path, survey, plan, styles.count, to: zip, notes)
        outcome = rewritten.outcome
        // What the sheet refers to is known once it is written.
        try writeLate(changed, styles, rewritten, survey, to: zip)
        if let filterName, let area = rewritten.filter {
          try zip.add(entryPath(parts.workbookPart), bytes: filterName.bytes(over: area))
        }
      } else if !late.contains(entry.path.lowercased()) {
        try zip.copy(entry, from: package.archive)
      }
    }
    for (path, bytes) in small.sorted(by: { $0.key < $1.key }) where changed.isNew(path) {
      try zip.add(path, bytes: bytes)
    }
    try zip.finish()
    try file.finish()
    return outcome
  }

  private struct Rewritten {
    var outcome = Outcome()
    var styles: AnnotationStyles
    var comments: CommentBook
    var filter: CellArea?
  }

  private static func bytes(of entry: ZIPEntry, in parts: [String: [UInt8]]) -> [UInt8]? {
    parts[entry.path] ?? parts.first { $0.key.lowercased() == entry.path.lowercased() }?.value
  }

  private func writeSheet(
    _ path: String, _ survey: SheetSurvey, _ plan: AnnotationPlan, _ styleCount: Int, to zip: ZIPWriter,
    _ notes: (_ take: (Note) throws -> Void) throws -> Void
  ) throws -> Rewritten {
    try zip.begin(path)
    let rewriter = try SheetRewriter(
      package.stream(sheet.part), part: sheet.part, limits: package.limits.xml, to: zip, survey: survey,
      plan: plan, styles: AnnotationStyles(existing: styleCount))
    var collector = NoteCollector(plan, separator: separator)
    try notes { note in try collector.take(note, rewriter) }
    try collector.flush(to: rewriter)
    try rewriter.finish()
    try zip.endEntry()
    var rewritten = Rewritten(
      styles: rewriter.styles, comments: collector.comments, filter: rewriter.writtenFilter)
    rewritten.outcome.cells = collector.cellCount
    rewritten.outcome.comments = collector.comments.texts.count
    rewritten.outcome.commentsLeftOut = collector.comments.leftOut
    rewritten.outcome.styles = rewriter.styles.added.count
    rewritten.outcome.column = plan.column
    return rewritten
  }

  private func writeLate(
    _ changed: AnnotatedParts, _ styles: StylesPart, _ rewritten: Rewritten, _ survey: SheetSurvey,
    to zip: ZIPWriter
  ) throws(FileError) {
    try zip.add(entryPath(changed.styles.path), bytes: styles.bytes(adding: rewritten.styles))
    var comments = try CommentsPart(
      changed.comments.exists ? package.bytes(changed.comments.path) : nil, name: changed.comments.path,
      limits: package.limits.xml, author: author, isStrict: survey.isStrict)
    comments.add(rewritten.comments)
    try zip.add(entryPath(changed.comments.path), bytes: comments.bytes())
    // A drawing that is new has boxes for all comments that are written to, hers among them.
    let cells = changed.drawing.exists ? comments.newCells : rewritten.comments.texts.keys.sorted()
    let boxes =
      changed.drawing.exists
      ? try CommentBoxes(package.bytes(changed.drawing.path), part: changed.drawing.path)
      : CommentBoxes(count: cells.count)
    try zip.begin(entryPath(changed.drawing.path))
    try boxes.write(cells, to: zip)
    try zip.endEntry()
  }

  /// The part's name as the package writes it.
  private func entryPath(_ part: String) -> String { package.entry(part)?.path ?? part }
}
