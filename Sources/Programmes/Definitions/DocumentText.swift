/// 版面文字 — a text of a layout with its placeholders: `考场：{room}`.
public struct DocumentText: Sendable, Equatable {
  /// 文字段 — a piece of it.
  public enum Piece: Sendable, Equatable {
    case literal(String)
    case field(DocumentField)
  }

  /// The pieces in order.
  public var pieces: [Piece]

  /// The values that it names.
  public var fields: [DocumentField] {
    pieces.compactMap { if case .field(let field) = $0 { field } else { nil } }
  }

  /// A text of pieces.
  public init(pieces: [Piece]) { self.pieces = pieces }

  /// Reads a text.
  /// - Parameter unknown: takes the names in braces that are no value.
  init(_ text: String, unknown: (String) -> Void) {
    pieces = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      if let field = DocumentField(rawValue: name) { pieces.append(.field(field)) } else { unknown(name) }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
  }

  /// The text with its values.
  public func filled(_ value: (DocumentField) -> String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .field(let field): text += value(field)
      }
    }
    return text
  }
}
