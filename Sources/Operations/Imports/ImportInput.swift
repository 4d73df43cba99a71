internal import CSVFormat
internal import ExamModel
internal import Files
internal import ImageFormat
internal import Imports
internal import Pipeline
internal import Programmes
internal import Tabular
internal import XLSXFormat
internal import ZIPFormat

/// 导入输入 — an opened file as rows: whatever its format, an import sees a reader, a binding and a way to decode.
struct ImportInput {
  /// The rows below the headings.
  var reader: any RowReader
  /// Which column holds which field.
  let binding: FieldBinding
  /// The job whose rejected rows the file says it holds (REG-14).
  private(set) var restOf: RestNote?
  /// The ending of a workbook that a copy can be made of; nil for other files.
  private(set) var annotatedEnding: String?
  /// What is wrong with the headings.
  let findings: [Finding]
  /// Whether the rows can be read with these headings.
  let isReadable: Bool
  /// How many rows a task takes at a time.
  let chunks: ChunkRun
  /// Makes values of a chunk's cells.
  let decode: @Sendable (RowChunk) throws -> [DecodedRow]
  /// The pictures that the rows stand for; nil where they stand for none.
  private(set) var pictures: ImportedPictures?
  /// Keeps what was unpacked on disk until the import is over.
  private let keeper: TemporaryFolder?

  /// Opens a file.
  /// - Parameter faces: gives the face detector, where a photo import asks for it.
  init(
    _ kind: any ImportKind.Type, _ file: FileSource, _ context: ImportContext,
    faces: () -> (any FaceDetector)? = { nil }
  ) throws {
    switch kind.source {
    case .workbook, .anyWorkbook:
      let input = WorkbookInput(takesOld: kind.source == .anyWorkbook)
      try self.init(try input.open(file), file.name, try Self.layout(of: kind, context), context)
    case .csv: try self.init(csv: file, try Self.layout(of: kind, context), context)
    case .photos: try self.init(photos: file, context, faces)
    case .archive: try self.init(archive: file)
    }
  }

  private init(
    _ opened: WorkbookInput.Opened, _ name: String, _ layout: Layout, _ context: ImportContext
  ) throws {
    let workbook = opened.workbook
    let place = try workbook.place(of: layout.sheet, in: name)
    var reader = try workbook.rows(at: place)
    let header = try HeaderSearch(layout).find(in: &reader, sheet: workbook.sheets[place])
    let decoder = RowDecoder(
      binding: header.binding, context: context, countsFrom1904: workbook.countsFrom1904)
    self.init(
      reader: reader, binding: header.binding, findings: header.findings, isReadable: header.isReadable,
      chunks: ChunkRun(), decode: decoder.decode, keeper: opened.keeper)
    restOf = try RestNote(of: opened.workbook)
    if case .xlsx = workbook { annotatedEnding = opened.ending }
  }

  private init(csv file: FileSource, _ layout: Layout, _ context: ImportContext) throws {
    var reader: any RowReader = try CSVReader(file, removesGuards: true)
    let header = try HeaderSearch(layout).find(in: &reader, sheet: nil)
    let decoder = RowDecoder(binding: header.binding, context: context)
    self.init(
      reader: reader, binding: header.binding, findings: header.findings, isReadable: header.isReadable,
      chunks: ChunkRun(), decode: decoder.decode, keeper: nil)
  }

  /// Photos go to tasks by the few: each of them is work.
  private init(
    photos file: FileSource, _ context: ImportContext, _ faces: () -> (any FaceDetector)?
  ) throws {
    guard let rule = context.programme.photo else {
      throw Refusal(
        .precondition, rule: "PHO-05", Wording(zh: "这个考试项目没有照片要求。", en: "This programme takes no photos."))
    }
    var checker = ImageFormatChecker()
    if context.options.checksPortraits { checker.portraits = .init(detector: faces(), rule: rule.portrait) }
    let hasNoDetector = checker.portraits.map { $0.detector == nil } ?? false
    let archive = try PhotoArchive(file)
    let pictures = ImportedPictures(archive, checker: checker)
    let decoder = PhotoDecoder(rule, pictures, looksForFaces: !hasNoDetector) { ContentHash.sha256(of: $0) }
    self.init(
      reader: PhotoArchiveReader(archive), binding: PhotoDecoder.binding,
      findings: hasNoDetector ? [PhotoDecoder.noDetector] : [], isReadable: true, chunks: ChunkRun(size: 32),
      decode: decoder.decode, keeper: nil)
    self.pictures = pictures
  }

  private init(archive file: FileSource) throws {
    let sha256 = try ContentHash.sha256(of: file)
    self.init(
      reader: try ArchiveListReader(file), binding: SiteFileStaging.binding, findings: [], isReadable: true,
      chunks: ChunkRun(),
      decode: { chunk in
        chunk.rows.map { row in
          let texts = chunk.cells[row.cells].map(chunk.text(of:))
          return SiteFileStaging.row(
            row.number, entry: texts.first ?? "", bytes: Int(texts.last ?? "") ?? 0, sha256: sha256)
        }
      }, keeper: nil)
  }

  private init(
    reader: any RowReader, binding: FieldBinding, findings: [Finding], isReadable: Bool, chunks: ChunkRun,
    decode: @escaping @Sendable (RowChunk) throws -> [DecodedRow], keeper: TemporaryFolder?
  ) {
    self.reader = reader
    self.binding = binding
    self.findings = findings
    self.isReadable = isReadable
    self.chunks = chunks
    self.decode = decode
    self.keeper = keeper
  }

  /// Reads what is left without using it.
  /// - Throws: a `FileError` where the file is not whole.
  mutating func readToEnd() throws(FileError) {
    var row = RawRow()
    while try reader.read(into: &row) {}
  }

  private static func layout(of kind: any ImportKind.Type, _ context: ImportContext) throws(Refusal) -> Layout
  {
    guard let layout = kind.layout.flatMap({ context.programme.layouts[$0] }) else {
      throw Refusal(
        .precondition, rule: "REG-02",
        Wording(
          zh: "考试项目 \(context.programme.id) 没有“\(kind.title.zh)”的模板定义。",
          en: "Programme \(context.programme.id) defines no layout for \(kind.title.en)."))
    }
    return layout
  }
}
