public import Tabular

/// 表头匹配 — finds a layout's columns in a header row by their headings and aliases, wherever they stand (REG-02).
/// Compared after NFKC folding, without blanks, `*` and （必填）, and without regard to case.
public struct HeadingMatcher: Sendable {
  /// The layout.
  public let layout: Layout
  private let columns: [String: Int]

  /// Prepares a layout. Where two columns share a heading, the first has it.
  public init(_ layout: Layout) {
    self.layout = layout
    var columns: [String: Int] = [:]
    // Headings before aliases: an alias never takes another column's own heading.
    for (index, column) in layout.columns.enumerated() where columns[Self.folded(column.heading)] == nil {
      columns[Self.folded(column.heading)] = index
    }
    for (index, column) in layout.columns.enumerated() {
      for alias in column.aliases where columns[Self.folded(alias)] == nil {
        columns[Self.folded(alias)] = index
      }
    }
    self.columns = columns
  }

  /// Matches the texts of a row; blank ones do not count.
  /// - Parameter cells: positions in the file, from 0, with their texts, in the order of the file.
  public func match(_ cells: [(position: Int, text: String)]) -> HeadingMatch {
    var match = HeadingMatch(positions: [Int?](repeating: nil, count: layout.columns.count))
    for (position, text) in cells {
      let key = Self.folded(text)
      if key.isEmpty { continue }
      if let column = columns[key] {
        if match.positions[column] == nil {
          match.positions[column] = position
        } else {
          match.doubled.append(.init(position: position, text: text, column: column))
        }
      } else {
        match.unknown.append(.init(position: position, text: text, column: nil))
      }
    }
    match.missing = missing(match.positions)
    return match
  }

  /// Matches the texts of a row.
  public func match(_ row: RawRow) -> HeadingMatch {
    match(row.cells.map { ($0.column, row.text(of: $0)) })
  }

  /// Whether a row can be the header: at least two of its cells are headings of the layout (one, where it has but one).
  /// Hint rows and sample rows hold none.
  public func isHeader(_ match: HeadingMatch) -> Bool {
    match.found >= min(2, layout.columns.count)
  }

  private func missing(_ positions: [Int?]) -> [Int] {
    let replaced = Set(
      layout.columns.indices.filter { positions[$0] != nil }.flatMap { layout.columns[$0].replaces })
    return layout.columns.indices.filter { index in
      let column = layout.columns[index]
      return column.isRequired && positions[index] == nil && !replaced.contains(column.field)
    }
  }

  /// The form in which headings are compared.
  static func folded(_ heading: String) -> String {
    var text = TextFolding.folded(heading)
    // One of these stands in every mark, and seldom in a heading: a look costs less than four searches.
    guard text.unicodeScalars.contains(where: { $0 == "*" || $0 == "必" }) else { return text }
    for mark in ["*", "(必填)", "[必填]", "【必填】"] {
      while let range = text.firstRange(of: mark) { text.removeSubrange(range) }
    }
    return text
  }
}

/// 表头匹配结果 — what a header row holds of a layout.
public struct HeadingMatch: Sendable, Equatable {
  /// 标题 — one heading of the file.
  public struct Heading: Sendable, Equatable {
    /// Its column in the file, from 0.
    public var position: Int
    /// Its text as it stands there.
    public var text: String
    /// The layout's column that it belongs to; nil for an unknown one.
    public var column: Int?
  }

  /// For each column of the layout its position in the file, from 0; nil where the file has no such column.
  public var positions: [Int?]
  /// The headings that no column of the layout has.
  public var unknown: [Heading] = []
  /// The headings of columns that the file has already.
  public var doubled: [Heading] = []
  /// The layout's required columns that the file has not, by their indices.
  public var missing: [Int] = []

  /// How many columns of the layout the row names.
  public var found: Int { positions.count { $0 != nil } }
}
