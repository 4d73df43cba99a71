internal import Exports
internal import Files
internal import Tabular
internal import ZIPFormat

/// 照片包读取 — yields the pictures of a ZIP as rows: the entry's name in column 0, its size in column 1, its bytes in
/// column 2; one that is far too large comes without its bytes. Folders and litter are passed over; an archive inside the archive refuses the whole of it (PHO-07).
struct PhotoArchiveReader: RowReader {
  private let archive: ZIPArchive
  private let entries: [ZIPEntry]
  private var next = 0
  private let mostBytes = 20 << 20

  init(_ file: FileSource) throws(FileError) {
    archive = try ZIPArchive(file, limits: .photos, name: file.name)
    // A photo package comes back as it went out: its manifest is no picture.
    let ownPaths = [PackageManifest.path, PackageManifest.signaturePath]
    entries = archive.entries.filter { !$0.isFolder && !$0.isLitter && !ownPaths.contains($0.path) }
    guard !archive.looksLikeWorkbook else {
      throw FileError(
        .wrongKind, at: file.name, zh: "这是工作簿，不是照片包。请把照片压缩成 ZIP 再上传。",
        en: "This is a workbook, not a ZIP of photos.")
    }
    for entry in entries where try [.zip, .rar, .sevenZip, .gzip].contains(archive.kind(of: entry)) {
      throw FileError(
        .hostile, at: "\(file.name)/\(entry.path)", zh: "照片包里还有压缩包，整包拒收。请直接压缩照片文件。",
        en: "The ZIP of photos holds another archive and is refused. Pack the photos themselves.")
    }
  }

  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    guard next < entries.count else { return false }
    let entry = entries[next]
    next += 1
    row.number = entry.index
    row.append(entry.name.utf8, column: 0)
    row.append(String(entry.size).utf8, column: 1)
    if entry.size <= mostBytes { row.append(try archive.bytes(entry, atMost: mostBytes), column: 2) }
    return true
  }
}
