import Files
import Tabular
import XLSXFormat
import ZIPFormat

/// One cell of a workbook that a test makes.
enum SheetCell: Sendable, Equatable, ExpressibleByStringLiteral {
  case text(String)
  case number(Double)
  /// A formula whose result is an error value, such as `#VALUE!`.
  case error(String)
  case blank

  init(stringLiteral value: String) { self = value.isEmpty ? .blank : .text(value) }

  /// The text of a text cell.
  var text: String {
    guard case .text(let text) = self else { return "" }
    return text
  }
}

/// A workbook of one sheet, with other sheets beside it where a test wants them.
struct SheetFile {
  var sheet: String
  /// The rows from the first, as they stand in the sheet.
  var rows: [[SheetCell]]
  /// Sheets before the one that is meant.
  var before: [(name: String, rows: [[SheetCell]])] = []
  /// Sheets behind it.
  var after: [(name: String, rows: [[SheetCell]])] = []

  init(_ sheet: String, rows: [[SheetCell]]) {
    self.sheet = sheet
    self.rows = rows
  }

  /// A registration workbook: headings in the row `headingRow`, hints above, candidates below.
  static func registrations(
    _ candidates: [Candidate], headings: [String] = Candidate.headings, hints: [String] = []
  ) -> SheetFile {
    SheetFile(
      "集体报名信息",
      rows: hints.map { [.text($0)] } + [headings.map { .text($0) }]
        + candidates.map { candidate in headings.map(candidate.cell) })
  }

  /// The row number of the candidate at `index` where there are no hints.
  static func row(_ index: Int) -> Int { index + 2 }

  func write(to path: String) throws {
    var book = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1_600_000_000))
    for (name, rows) in before + [(sheet, rows)] + after {
      let sheet = try book.addSheet(name)
      for (row, cells) in rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          switch cell {
          case .text(let text) where !text.isEmpty:
            try book.writeText(text, row: row + 1, column: column, style: .text, in: sheet)
          case .number(let number): try book.writeNumber(number, row: row + 1, column: column, in: sheet)
          case .error(let value):
            try book.writeText(Self.errorMark + value, row: row + 1, column: column, in: sheet)
          case .text, .blank: break
          }
        }
      }
    }
    try book.finish()
    if rows.joined().contains(where: { if case .error = $0 { true } else { false } }) {
      try Self.putErrors(into: path)
    }
  }

  /// Stands before an error value until `putErrors` makes a formula's result of it; no one writes formulas here (ERR-04).
  private static let errorMark = "\u{F8FF}"

  /// Makes formulas with error values of the texts that are marked as such.
  private static func putErrors(into path: String) throws {
    let archive = try ZIPArchive(try FileSource(path: path), limits: .workbook, name: path)
    let bytes = try ZIPWriter.bytes { writer throws(FileError) in
      for entry in archive.entries {
        var text = String(decoding: try archive.bytes(entry, atMost: 64 << 20), as: UTF8.self)
        if entry.path.hasPrefix("xl/worksheets/") {
          text.replace(#/t="inlineStr"><is><t>\u{F8FF}(?<value>[^<]*)<\/t><\/is>/#) {
            "t=\"e\"><f>1/0</f><v>\($0.output.value)</v>"
          }
        }
        try writer.add(entry.path, bytes: Array(text.utf8))
      }
    }
    let file = try WholeFile(path: path)
    var sink: any ByteSink = file
    try sink.write(bytes)
    try file.finish()
  }
}

extension TemporaryFolder {
  /// Writes bytes into a file of the folder.
  /// - Returns: its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = try WholeFile(path: path(name))
    var sink: any ByteSink = file
    try sink.write(bytes)
    try file.finish()
    return path(name)
  }

  /// The bytes of a file of the folder.
  func bytes(_ name: String) throws -> [UInt8] {
    let source = try FileSource(path: path(name))
    return try source.bytes(in: 0..<source.count)
  }

  /// A ZIP of files.
  func zip(_ name: String, _ entries: [(path: String, bytes: [UInt8])]) throws -> String {
    let bytes = try ZIPWriter.bytes { writer throws(FileError) in
      for entry in entries { try writer.add(entry.path, bytes: entry.bytes) }
    }
    return try file(name, bytes)
  }
}
