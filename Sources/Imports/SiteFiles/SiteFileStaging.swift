internal import Storage
public import Tabular

/// 机考文件暂存 — the columns of an archive's entries, and the table of its content.
public enum SiteFileStaging {
  /// An entry's name, its size, and the SHA-256 of the whole file.
  static let fields = ["entry", "bytes", "sha256"]
  /// The columns that a file's findings point at.
  public static let layout = Layout(
    name: "archive",
    columns: fields.map { LayoutColumn(field: $0, heading: $0 == "entry" ? "文件名" : $0) })
  /// There are no columns in a ZIP, so no position either.
  public static let binding = FieldBinding(
    layout: layout, sheet: nil, headerRow: 0, positions: layout.columns.map { _ in nil })
  /// Holds the content in pieces; a piece's number stands where other details have a row's.
  static let pieces = "stage_piece"
  /// How many bytes a piece has; the last one has fewer.
  static let pieceBytes = 1 << 20

  /// The row of an entry.
  public static func row(_ number: Int, entry: String, bytes: Int, sha256: String) -> DecodedRow {
    var row = DecodedRow(number: number, width: fields.count)
    row.values = [entry, String(bytes), sha256]
    return row
  }

  /// Loads a file into the table of pieces.
  static func load(_ source: any ByteSource, _ session: any Session) throws {
    let loader = try session.loader(pieces, columns: ["row_number", "content"])
    var (offset, piece) = (0, 0)
    while offset < source.count {
      let bytes = try source.bytes(in: offset..<min(offset + pieceBytes, source.count))
      try loader.add(.integer(piece))
      try loader.add(.bytes(bytes))
      try loader.endRow()
      offset += bytes.count
      piece += 1
    }
    try loader.finish()
  }
}
