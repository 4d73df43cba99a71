internal import Files

/// 逐段复制 — a table's rows in the order of their key, a piece at a time, so that copying can stop and go on anywhere.
public struct TableCopy: Sendable {
  /// The table.
  public let table: TableShape

  /// How many rows a piece has at most.
  private var mostRows: Int { table.columns.contains { $0.kind == .bytes } ? 16 : 5_000 }

  /// - Parameter table: a table with a primary key, without which rows have no order.
  public init(_ table: TableShape) { self.table = table }

  /// 一段 — rows that follow each other, value by value in the order of the table's columns.
  public struct Piece: Sendable {
    /// The rows.
    public var rows: [[SQLValue]]
    /// The key of the last row.
    public var last: [SQLValue]
  }

  /// The rows behind a key, or from the start; nil where there are no more.
  public func next(after key: [SQLValue]?, _ session: any Session) throws -> Piece? {
    var rows: [[SQLValue]] = []
    try session.forEach("\(select(after: key)) LIMIT \(mostRows)", key ?? []) { rows.append(values(of: $0)) }
    guard let last = rows.last else { return nil }
    return Piece(rows: rows, last: table.keyPlaces.map { last[$0] })
  }

  /// Puts a piece into the table.
  public func add(_ piece: Piece, _ session: any Session) throws {
    let loader = try session.loader(table.name, columns: table.columns.map(\.name))
    for row in piece.rows {
      for value in row { try loader.add(value) }
      try loader.endRow()
    }
    try loader.finish()
  }

  /// How many rows the table has, and the SHA-256 of all of them.
  public func digest(_ session: any Session) throws -> TableDigest {
    let hash = ContentHash()
    var rows = 0
    try session.forEach(select(after: nil), []) { row in
      rows += 1
      for value in values(of: row) { value.update(hash) }
    }
    return TableDigest(table: table.name, rows: rows, sha256: hash.finish())
  }

  private func select(after key: [SQLValue]?) -> String {
    let order = table.key.joined(separator: ", ")
    let places = table.key.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return """
      SELECT \(table.columns.map(\.name).joined(separator: ", ")) FROM \(table.name)
      \(key == nil ? "" : "WHERE (\(order)) > (\(places))") ORDER BY \(order)
      """
  }

  private func values(of row: any ResultRow) -> [SQLValue] {
    table.columns.enumerated().map { place, column in
      guard !row.isNull(place) else { return .null }
      return switch column.kind {
      case .integer: .integer(row.integer(place))
      case .real: .real(row.real(place))
      case .text: .text(row.text(place))
      case .bytes: .bytes(row.bytes(place))
      }
    }
  }
}

/// 表摘要 — what a table holds, in a form that two databases can be compared by.
public struct TableDigest: Sendable, Equatable {
  /// The table's name.
  public var table: String
  /// How many rows it has.
  public var rows: Int
  /// The SHA-256 of its rows in the order of their key.
  public var sha256: String
}

extension SQLValue {
  /// Adds the value to a hash, so that no two rows of values have the same bytes: kind, length, content.
  fileprivate func update(_ hash: borrowing ContentHash) {
    let (kind, content): (UInt8, [UInt8]) =
      switch self {
      case .null: (0, [])
      case .integer(let number): (1, Self.bytes(of: UInt64(bitPattern: Int64(number))))
      case .real(let number): (2, Self.bytes(of: number.bitPattern))
      case .text(let text): (3, Array(text.utf8))
      case .bytes(let bytes): (4, bytes)
      }
    ([kind] + Self.bytes(of: UInt64(content.count)) + content).withUnsafeBytes { hash.update($0) }
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
