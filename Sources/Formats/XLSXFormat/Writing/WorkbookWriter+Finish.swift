import CXlsxWriter
import Files
import Glibc
import Tabular
import ZIPFormat

extension WorkbookWriter {
  /// Reads a file back: the library does not look whether the disk took the rows that waited on it, so a full disk
  /// shows only here.
  static func check(_ path: String, holds sheets: [OpenSheet], name: String) throws(FileError) {
    // It is our own file: bounded by what was written, however well that packs.
    var limits = WorkbookLimits(
      archive: ZIPLimits(
        archiveBytes: 1 << 40, entries: 1 << 20, unpackedTotal: 1 << 44, entryRatio: 1 << 12,
        totalRatio: 1 << 12))
    limits.cells = .max
    do throws(FileError) {
      let workbook = try Workbook(FileSource(path: path), name: name, limits: limits)
      var row = RawRow()
      for (sheet, written) in zip(workbook.sheets, sheets) {
        let reader = try workbook.rows(of: sheet)
        var count = 0
        while try reader.read(into: &row) { count += 1 }
        guard count == written.rowsWithValue else { throw writingFailed(name) }
      }
      guard workbook.sheets.count == sheets.count else { throw writingFailed(name) }
    } catch {
      throw error.code == .disk ? error : writingFailed(name)
    }
  }

  /// Makes the whole file appear under its name.
  static func publish(_ pathAside: String, as path: String) throws(FileError) {
    let descriptor = open(pathAside, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .writingFailed(at: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0, rename(pathAside, path) == 0 else {
      throw .writingFailed(at: path, reason: String(cString: strerror(errno)))
    }
  }

  private static func writingFailed(_ path: String) -> FileError {
    .writingFailed(at: path, reason: "the file does not hold what was written; is the disk full?")
  }
}

extension WorkbookWriter.OpenSheet {
  /// Closes the file in which the rows wait, where the workbook is given up.
  func discardRows() {
    if let rows = pointer.pointee.optimize_tmpfile {
      fclose(rows)
      pointer.pointee.optimize_tmpfile = nil
    }
  }
}
