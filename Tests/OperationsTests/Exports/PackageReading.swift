import CSVFormat
import DBFFormat
import Files
import Operations
import Tabular
import XLSXFormat
import ZIPFormat

/// Reads packages back with the readers of the project.
extension ExportResult {
  /// The package is not there.
  struct Missing: Error {}

  var file: FileSource {
    get throws {
      guard let path else { throw Missing() }
      return try FileSource(path: path)
    }
  }

  var archive: ZIPArchive {
    get throws { try ZIPArchive(file, limits: .photos, name: "package") }
  }

  /// The names of the archive's entries in their order, but for the manifest and its signature, which must be the last.
  var entryNames: [String] {
    get throws {
      let names = try archive.entries.map(\.path)
      guard names.suffix(2) == ["manifest.json", "manifest.sig"] else { throw Missing() }
      return names.dropLast(2)
    }
  }

  /// The bytes of an entry of the archive.
  func bytes(of entry: String) throws -> [UInt8] {
    let archive = try archive
    guard let found = archive.entry(entry) else { throw Missing() }
    return try archive.bytes(found, atMost: 1 << 24)
  }
}

/// A table that was read back: its headings, and its rows with blanks where there is no cell.
struct ReadTable: Equatable {
  var headings: [String]
  var rows: [[String]]

  /// The values of one column.
  subscript(heading: String) -> [String] {
    guard let column = headings.firstIndex(of: heading) else { return [] }
    return rows.map { $0[column] }
  }

  init(dbf bytes: [UInt8]) throws {
    var reader = try DBFReader(MemorySource(bytes))
    headings = reader.columns.map(\.name)
    rows = try Self.rest(of: &reader, count: headings.count)
  }

  init(csv source: any ByteSource, removesGuards: Bool = true) throws {
    var reader = try CSVReader(source, removesGuards: removesGuards)
    headings = try Self.first(of: &reader)
    rows = try Self.rest(of: &reader, count: headings.count)
  }

  init(workbook source: any ByteSource, sheet: Int = 0) throws {
    let book = try Workbook(source, name: "package")
    var reader = try book.rows(of: book.sheets[sheet])
    headings = try Self.first(of: &reader)
    rows = try Self.rest(of: &reader, count: headings.count)
  }

  private static func first(of reader: inout some RowReader) throws -> [String] {
    var row = RawRow()
    _ = try reader.read(into: &row)
    return row.cells.map(row.text)
  }

  private static func rest(of reader: inout some RowReader, count: Int) throws -> [[String]] {
    var row = RawRow()
    var rows: [[String]] = []
    while try reader.read(into: &row) { rows.append((0..<count).map { row.text(column: $0) ?? "" }) }
    return rows
  }
}
