import Tabular
import ZIPFormat

/// 工作簿包 — the ZIP that a workbook is, seen as parts and the relationships between them.
struct Package: Sendable {
  let archive: ZIPArchive
  let name: String
  let limits: WorkbookLimits
  /// Part names are the same in any case.
  private let entries: [String: ZIPEntry]

  init(_ archive: ZIPArchive, name: String, limits: WorkbookLimits) {
    self.archive = archive
    self.name = name
    self.limits = limits
    let pairs = archive.entries.map { ($0.path.lowercased(), $0) }
    entries = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The entry that holds a part; nil where there is none.
  func entry(_ part: String) -> ZIPEntry? {
    archive.entry(part) ?? entries[part.lowercased()]
  }

  /// The bytes of a small part.
  /// - Throws: `.missing` where there is no such part.
  func bytes(_ part: String) throws(FileError) -> [UInt8] {
    try archive.bytes(existing(part), atMost: limits.partBytes)
  }

  /// A part from its first byte to its last, unpacked while it is read.
  func stream(_ part: String) throws(FileError) -> any ByteStream {
    try archive.stream(existing(part))
  }

  /// What a part refers to, inside the package; none where it has no relationships.
  func relationships(of part: String) throws(FileError) -> Relationships {
    let path = PartPath.relationships(of: part)
    guard entry(path) != nil else { return Relationships() }
    return try Relationships(bytes(path), part: path, source: part, limits: limits.xml)
  }

  private func existing(_ part: String) throws(FileError) -> ZIPEntry {
    if let entry = entry(part) { return entry }
    throw FileError(
      .damaged, at: name, zh: "工作簿损坏：缺少部件 \(part)。请用 Excel 或 WPS 打开后另存，再上传。",
      en:
        "The workbook is damaged: its part \(part) is missing. Open it in Excel or WPS, save it again, upload that."
    )
  }
}
