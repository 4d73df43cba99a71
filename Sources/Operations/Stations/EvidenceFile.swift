internal import Files
internal import Storage
internal import Tabular
internal import ZIPFormat

/// 佐证材料文件 — the evidence file of an application before it is kept (ORG-08): a PDF or a Word document, told by its
/// content.
struct EvidenceFile: Sendable {
  /// The most bytes that are taken: 20 MiB.
  private static let most = 20 << 20

  /// What the application says of it.
  let record: StationRecord.Evidence
  private let source: FileSource

  /// Opens a file and looks at it.
  init(path: String) throws {
    source = try FileSource(path: path)
    guard source.count <= Self.most else {
      throw FileError(
        .tooLarge, at: source.name, zh: "佐证材料超过 20 MiB。请压缩后再申报。",
        en: "The evidence file is over 20 MiB. Make it smaller and apply again.")
    }
    guard try Self.isDocument(source) else {
      throw FileError(
        .wrongKind, at: source.name, zh: "佐证材料应是 PDF 或 Word 文档（.pdf .doc .docx）。请换成其中一种。",
        en: "Evidence is a PDF or a Word document (.pdf .doc .docx). Send one of these.")
    }
    record = .init(name: source.name, bytes: source.count, sha256: try ContentHash.sha256(of: source))
  }

  /// Keeps the content in the store, once however often it is sent.
  func keep(_ session: any Session) throws {
    try UploadTable.keep(source, sha256: record.sha256, session)
  }

  private static func isDocument(_ source: FileSource) throws(FileError) -> Bool {
    switch try FileKind.of(source) {
    case .pdf, .ole2: true
    case .zip:
      try ZIPArchive(source, limits: .workbook, name: source.name).entries.contains {
        $0.path == "word/document.xml"
      }
    default: false
    }
  }
}
