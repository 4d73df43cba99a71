public import Tabular

/// 严格 ZIP 读取器 — the entries of an archive. Opening it reads the directory and every local header and judges
/// them: limits, names, encryption, links, overlaps, contradictions; one broken trust rule refuses the
/// archive (PHO-07, OPS-04). Two entries are doubled where their decoded paths are equal, letter case
/// regarded.
public final class ZIPArchive: Sendable {
  /// All entries in the order of the directory, folders and litter included.
  public let entries: [ZIPEntry]
  /// The archive's name in errors.
  public let name: String
  let source: any ByteSource
  private let indexByPath: [String: Int]

  /// Opens an archive.
  /// - Parameters:
  ///   - source: the archive's bytes; read on demand, so they may be many.
  ///   - limits: how much it may hold.
  ///   - name: what errors call it, a file name.
  /// - Throws: `.empty`, `.wrongKind` (with what it is instead), `.truncated`, `.damaged`, `.encrypted`,
  ///   `.hostile`, `.tooLarge`, `.unsupported`.
  public init(_ source: any ByteSource, limits: ZIPLimits, name: String) throws(FileError) {
    self.source = source
    self.name = name
    let end = try Self.endRecord(of: source, limits: limits, name: name)
    let place = EntryPlace(archive: name)
    let directory = try DirectoryReader(end, in: source, limits: limits, place: place)
    let records = try directory.records(end.entries)
    indexByPath = try Self.indexByPath(records, place: place)
    let layout = EntryLayout(headers: LocalHeaderReader(source: source), place: place)
    let dataOffsets = try layout.dataOffsets(records, directory: directory, end: end)
    entries = zip(records, dataOffsets).map { record, dataOffset in
      ZIPEntry(
        index: record.index, path: record.path, compressedSize: record.compressedSize, size: record.size,
        method: record.method, checkSum: UInt32(truncatingIfNeeded: record.checkSum), dataOffset: dataOffset)
    }
  }

  /// The entry with exactly this path; nil where there is none. A folder's path ends with `/`.
  public func entry(_ path: String) -> ZIPEntry? {
    guard let index = indexByPath[Self.withoutSlash(path)] else { return nil }
    return entries[index].path == path ? entries[index] : nil
  }

  /// Whether the archive is an Office workbook (.xlsx) rather than one that holds files.
  public var looksLikeWorkbook: Bool {
    entry("[Content_Types].xml") != nil && entries.contains { $0.path.lowercased().hasPrefix("xl/") }
  }

  /// Opens an entry for reading from its first byte to its last. Any number of entries may be open at once.
  public func stream(_ entry: ZIPEntry) throws(FileError) -> ZIPEntryStream {
    try ZIPEntryStream(entry, in: source, place: place(of: entry))
  }

  /// What the entry's first bytes say it is; a nested archive shows as `.zip`, `.rar`, `.sevenZip` or
  /// `.gzip`.
  public func kind(of entry: ZIPEntry) throws(FileError) -> FileKind {
    let stream = try stream(entry)
    var bytes = [UInt8](repeating: 0, count: min(entry.size, FileKind.bytesNeeded))
    let got = try bytes.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      try stream.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return FileKind.of(first: Array(bytes[..<got]))
  }

  /// Where an entry is, for errors.
  func place(of entry: ZIPEntry) -> String {
    EntryPlace(archive: name).of(entry.index, entry.path)
  }

  private static func endRecord(
    of source: any ByteSource, limits: ZIPLimits, name: String
  ) throws(FileError) -> EndRecord {
    guard source.count <= limits.archiveBytes else {
      let most = limits.archiveBytes >> 20
      throw FileError(
        .tooLarge, at: name, zh: "文件大于 \(most) MiB 的限额。请分成几个压缩包。",
        en: "The file is larger than the \(most) MiB that are allowed. Split it.")
    }
    let kind = try FileKind.of(source)
    if kind == .zip {
      if let end = try EndRecord.find(in: source, name: name) { return end }
      throw FileError(
        .truncated, at: name, zh: "压缩包不完整（缺少结尾）。请重新传输或重新打包。",
        en: "The archive is cut off: its end is missing. Transfer or pack it again.")
    }
    if [.program, .text, .unknown].contains(kind), try EndRecord.find(in: source, name: name) != nil {
      throw EndRecord.prefixed(name)
    }
    throw kind.refusal(wanted: Wording(zh: "ZIP 压缩包", en: "a ZIP archive"), at: name)
  }

  /// Folders count as their name without the closing slash, so that a file and a folder cannot share it.
  private static func indexByPath(
    _ records: [CentralRecord], place: EntryPlace
  ) throws(FileError) -> [String: Int] {
    var seen: [String: Int] = [:]
    seen.reserveCapacity(records.count)
    for (index, record) in records.enumerated() {
      guard seen.updateValue(index, forKey: withoutSlash(record.path)) == nil else {
        throw FileError(
          .hostile, at: place.of(record.index, record.path),
          zh: "压缩包里有两个同名条目，整个压缩包不予读取。请去掉重复的文件后重新打包。",
          en: "Two entries of the archive have the same name; it is refused. Remove one and pack again.")
      }
    }
    return seen
  }

  private static func withoutSlash(_ path: String) -> String {
    path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
  }
}
