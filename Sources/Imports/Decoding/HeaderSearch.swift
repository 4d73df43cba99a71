internal import Programmes
public import Tabular

/// 表头查找 — finds the heading row by its names, wherever hint rows end (REG-02), and binds the file's columns.
public struct HeaderSearch: Sendable {
  /// Hint rows end somewhere in the first rows; a sheet without headings there has none.
  public static let mostRows = 100

  /// What was found.
  public struct Result: Sendable {
    /// Which column holds which field; nil columns where there are none.
    public let binding: FieldBinding
    /// What is wrong with the headings.
    public let findings: [Finding]
    /// Whether the rows below can be read with them.
    public let isReadable: Bool
  }

  private let matcher: HeadingMatcher

  /// A search for the columns of a layout.
  public init(_ layout: Layout) { matcher = HeadingMatcher(layout) }

  /// Reads up to the heading row; the reader stands at the first row below it then.
  public func find(in reader: inout any RowReader, sheet: String?) throws(FileError) -> Result {
    var row = RawRow()
    for _ in 0..<Self.mostRows {
      guard try reader.read(into: &row) else { break }
      let match = matcher.match(row)
      if matcher.isHeader(match) { return result(match, row.number, sheet) }
    }
    let names = matcher.layout.columns.filter(\.isRequired).map(\.heading).joined(separator: "、")
    let binding = FieldBinding(
      layout: matcher.layout, sheet: sheet, headerRow: 1, positions: matcher.layout.columns.map { _ in nil })
    return Result(
      binding: binding, findings: [Finding(HeaderRules.none, at: Place(row: 1), arguments: [names])],
      isReadable: false)
  }

  private func result(_ match: HeadingMatch, _ row: Int, _ sheet: String?) -> Result {
    var findings: [Finding] = []
    if !match.missing.isEmpty {
      let names = match.missing.map { matcher.layout.columns[$0].heading }.joined(separator: "、")
      findings.append(Finding(HeaderRules.missing, at: Place(row: row), arguments: [names]))
    }
    let unknown = match.unknown.filter { !FindingsColumn.isHeading($0.text) }
    for (template, headings) in [(HeaderRules.doubled, match.doubled), (HeaderRules.unknown, unknown)] {
      findings += headings.map { heading in
        Finding(
          template, at: Place(row: row, column: heading.text, columnIndex: heading.position),
          value: heading.text,
          arguments: [heading.text])
      }
    }
    return Result(
      binding: FieldBinding(layout: matcher.layout, sheet: sheet, headerRow: row, positions: match.positions),
      findings: findings, isReadable: match.missing.isEmpty && match.doubled.isEmpty)
  }
}
