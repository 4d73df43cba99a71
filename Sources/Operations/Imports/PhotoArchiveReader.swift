internal import Tabular
internal import ZIPFormat

/// 照片清单 — yields the pictures of a ZIP as rows, numbered by their place in it: the entry's name in column 0, its size
/// in column 1. The pictures themselves are read by whoever checks them, several at a time.
struct PhotoArchiveReader: RowReader {
  private let entries: [ZIPEntry]
  private var next = 0

  init(_ archive: PhotoArchive) { entries = archive.entries }

  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    guard next < entries.count else { return false }
    let entry = entries[next]
    next += 1
    row.number = entry.index
    row.append(entry.name.utf8, column: 0)
    row.append(String(entry.size).utf8, column: 1)
    return true
  }
}
