import Files
import FoundationEssentials
import Tabular
import ZIPFormat

/// The parts of a workbook that readers of rows do not see: colours, comments, formulas.
struct ReportBook {
  private let archive: ZIPArchive

  init(_ path: String) throws {
    archive = try ZIPArchive(try FileSource(path: path), limits: .workbook, name: path)
  }

  /// The text of every part whose path begins with `prefix`.
  func parts(_ prefix: String) throws -> [String] {
    try archive.entries.filter { $0.path.hasPrefix(prefix) && !$0.isFolder }.map { entry in
      String(decoding: try archive.bytes(entry, atMost: 64 << 20), as: UTF8.self)
    }
  }

  /// The sheet's part by its place, from 1.
  func sheet(_ place: Int) throws -> String { try parts("xl/worksheets/sheet\(place).xml").joined() }

  /// The fill colour (`FFFFC7CE`) of a cell; nil where it has none.
  func fill(of cell: String, sheet place: Int) throws -> String? {
    let styles = try parts("xl/styles.xml").joined()
    guard let style = try attribute("s", of: "<c r=\"\(cell)\"", in: sheet(place)).flatMap({ Int($0) }),
      let formats = between("<cellXfs", "</cellXfs>", in: styles),
      let fills = between("<fills", "</fills>", in: styles)
    else { return nil }
    let format = formats.components(separatedBy: "<xf ")[style + 1]
    guard let fill = attribute("fillId", of: "", in: format).flatMap({ Int($0) }) else { return nil }
    return attribute("rgb", of: "<fgColor", in: fills.components(separatedBy: "<fill>")[fill + 1])
  }

  /// The comment on a cell of the only sheet with comments; nil where it has none.
  func comment(on cell: String) throws -> String? {
    let text = try parts("xl/comments").joined()
    return between("<comment ref=\"\(cell)\"", "</comment>", in: text)
  }

  private func attribute(_ name: String, of opening: String, in text: String) -> String? {
    guard let start = opening.isEmpty ? text.startIndex : text.firstRange(of: opening)?.upperBound,
      let tag = text[start...].firstIndex(of: ">"),
      let value = text[start..<tag].firstRange(of: "\(name)=\"")
    else { return nil }
    return String(text[value.upperBound..<tag].prefix { $0 != "\"" })
  }

  private func between(_ opening: String, _ closing: String, in text: String) -> String? {
    guard let start = text.firstRange(of: opening),
      let end = text[start.upperBound...].firstRange(of: closing)
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }
}
