import Files
import Tabular
import ZIPFormat

@testable import XLSXFormat

/// A copy as a test looks at it: its parts, and what they say when expat reads them.
struct CopyReading {
  let outcome: AnnotatedCopy.Outcome
  let workbook: Workbook
  let parts: [(path: String, bytes: [UInt8])]
  private let package: Package

  /// Writes a copy of a book with notes, and opens it.
  init(
    of book: TestBook, headerRow: Int = 2, reusing column: Int? = nil,
    notes: [AnnotatedCopy.Note] = Manner.notes
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("copy.xlsx")
    let original = try book.open()
    let copy = AnnotatedCopy(
      of: original, sheet: original.sheets[0], headerRow: headerRow, heading: "问题", separator: "；",
      reusing: column)
    outcome = try copy.write(to: path) { take in for note in notes { try take(note) } }
    let file = try FileSource(path: path)
    let source = MemorySource(try file.bytes(in: 0..<file.count))
    workbook = try Workbook(source, name: "copy.xlsx")
    package = workbook.package
    let archive = workbook.package.archive
    parts = try archive.entries.map { ($0.path, try archive.bytes($0, atMost: 64 << 20)) }
  }

  func bytes(_ path: String) -> [UInt8]? { parts.first { $0.path == path }?.bytes }

  func text(_ path: String) -> String { String(decoding: bytes(path) ?? [], as: UTF8.self) }

  /// The rows of the first sheet.
  func rows() throws(FileError) -> [TestRow] { try TestRow.all(workbook.rows(of: workbook.sheets[0])) }

  /// The elements of a part as expat finds them.
  func elements(_ path: String) throws(FileError) -> [XMLElement] {
    let found = Found()
    try SmallPart.read(bytes(path) ?? [], part: path) { found.elements.append($0) }
    return found.elements
  }

  private final class Found {
    var elements: [XMLElement] = []
  }

  var sheetPath: String { workbook.sheets[0].part }
  var stylesPath: String { workbook.parts.stylesPart ?? "" }

  /// The numbers of the cells' styles by the cells' addresses, those that the sheet leaves out worked out.
  static func styles(_ sheet: [XMLElement]) -> [String: Int] {
    var styles: [String: Int] = [:]
    var (row, column) = (0, -1)
    for element in sheet {
      if element.name == "row" { (row, column) = (element["r"].flatMap { Int($0) } ?? row + 1, -1) }
      guard element.name == "c" else { continue }
      let letters = element["r"].map { String($0.prefix { $0.isLetter }) }
      column = letters.flatMap(CellAddress.column(ofLetters:)) ?? column + 1
      styles["\(CellAddress.columnLetters(column))\(row)"] = element["s"].flatMap { Int($0) } ?? 0
    }
    return styles
  }

  /// The styles of the first sheet's cells.
  func styles() throws -> [String: Int] { Self.styles(try elements(sheetPath)) }

  /// The attributes of every style of cells.
  func formats() throws -> [[String: String]] {
    try elements(stylesPath).filter { $0.name == "xf" && $0.parents.last == "cellXfs" }.map(\.attributes)
  }

  /// The colours of fills by their numbers; nil for those without.
  func fills() throws -> [String?] {
    var fills: [String?] = []
    for element in try elements(stylesPath) where element.parents.contains("fills") {
      if element.name == "fill" { fills.append(nil) }
      if element.name == "fgColor" { fills[fills.count - 1] = element["rgb"] }
    }
    return fills
  }

  /// The cells of the first sheet with one of the two colours: whether it is that of errors.
  func marks() throws -> [String: Bool] {
    let (formats, fills) = (try formats(), try fills())
    return try styles().compactMapValues { style in
      guard formats.indices.contains(style), let fill = formats[style]["fillId"].flatMap({ Int($0) }),
        fills.indices.contains(fill)
      else { return nil }
      return ["FFFFC7CE": true, "FFFFEB9C": false][fills[fill] ?? ""]
    }
  }

  /// The texts of the comments by their cells, as the sheet refers to them.
  func comments() throws -> [String: String] {
    guard let path = try package.relationships(of: sheetPath).part(ofType: "comments") else { return [:] }
    let part = try PartText(bytes(path) ?? [], part: path, limits: XMLLimits(), depth: 6)
    var comments: [String: String] = [:]
    var cell = ""
    for (index, element) in part.elements.enumerated() {
      if element.name == "comment" { cell = part.value("ref", of: index) ?? "" }
      if element.name == "t" { comments[cell, default: ""] += Self.resolved(part.text(element.content)) }
    }
    return comments
  }

  /// The cells that have a box, each as often as it has one.
  func boxes() throws -> [String] {
    let id = try elements(sheetPath).first { $0.name == "legacyDrawing" }?.relationshipID
    let targets = try package.relationships(of: sheetPath).targets
    guard let path = targets.first(where: { $0.id == id })?.part else { return [] }
    let numbers = text(path).split(separator: "<x:Row>").dropFirst().compactMap { box -> String? in
      guard let column = box.firstRange(of: "<x:Column>").map({ box[$0.upperBound...].prefix { $0 != "<" } })
      else { return nil }
      let row = Int(box.prefix { $0 != "<" }) ?? -1
      return CellAddress.columnLetters(Int(column) ?? -1) + String(row + 1)
    }
    return numbers.sorted()
  }

  private static func resolved(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
