internal import Files
internal import Tabular
internal import ZIPFormat

/// 压缩包清单读取 — yields the entries of a ZIP as rows: name in column 0, size in column 1. Each entry is unpacked to its
/// end on the way, so that an archive whose last row was read is whole. Folders and litter are passed over.
struct ArchiveListReader: RowReader {
  /// An archive that a machine-test system makes: logs and answers, many of them and long ones.
  private static let limits = ZIPLimits(archiveBytes: 512 << 20, entries: 50_000, unpackedTotal: 8 << 30)

  private let archive: ZIPArchive
  private let entries: [ZIPEntry]
  private var next = 0

  /// - Throws: `.wrongKind` for anything but a ZIP, a workbook included; `.empty` where it holds no file.
  init(_ file: FileSource) throws(FileError) {
    let wanted = Wording(zh: "ZIP 压缩包", en: "a ZIP archive")
    let kind = try FileKind.of(file)
    guard kind == .zip else { throw kind.refusal(wanted: wanted, at: file.name) }
    archive = try ZIPArchive(file, limits: Self.limits, name: file.name)
    guard !archive.looksLikeWorkbook else {
      throw FileError(
        .wrongKind, at: file.name, zh: "这是工作簿，这里需要\(wanted.zh)。请检查是否选错了文件。",
        en: "This is a workbook, where \(wanted.en) is needed. Check whether it is the right file.")
    }
    entries = archive.entries.filter { !$0.isFolder && !$0.isLitter }
    guard !entries.isEmpty else {
      throw FileError(
        .empty, at: file.name, zh: "压缩包里没有文件。请检查文件后重新上传。",
        en: "The archive holds no file. Check it and send it again.")
    }
  }

  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    guard next < entries.count else { return false }
    let entry = entries[next]
    next += 1
    try readThrough(entry)
    row.number = entry.index
    row.append(entry.path.utf8, column: 0)
    row.append(String(entry.size).utf8, column: 1)
    return true
  }

  private func readThrough(_ entry: ZIPEntry) throws(FileError) {
    let stream = try archive.stream(entry)
    var buffer = [UInt8](repeating: 0, count: min(max(entry.size, 1), 64 << 10))
    var got = 0
    repeat {
      got = try buffer.withUnsafeMutableBufferPointer { bytes throws(FileError) in
        try stream.read(into: UnsafeMutableRawBufferPointer(bytes))
      }
    } while got > 0
  }
}
