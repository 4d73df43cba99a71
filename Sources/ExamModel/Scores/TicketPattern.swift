/// 号码格式 — how ticket and certificate numbers are built, as data of the programme: fields in braces with their widths,
/// and text between them. `{subject:2}{sitting:2}{site:6}{room:2}{serial:4}` makes `2458990701030124` (TIC-01).
public struct TicketPattern: Sendable, Hashable {
  /// 号码字段 — a part of the number that a value fills.
  public struct Field: Sendable, Hashable {
    /// The value's name: `site`.
    public let name: String
    /// How many characters it has.
    public let width: Int
  }

  enum Part: Sendable, Hashable {
    case text(String)
    case field(Field)
  }

  /// The longest number that a pattern may make; no file or form of the pipeline holds a longer one.
  public static let longest = 30

  /// The pattern as it stands in the definition.
  public let pattern: String
  /// How many characters a number has.
  public let length: Int
  let parts: [Part]

  /// The fields in order.
  public var fields: [Field] {
    parts.compactMap { part in
      guard case .field(let field) = part else { return nil }
      return field
    }
  }

  /// Reads a pattern.
  /// - Throws: a `TicketPatternFault` that says what is wrong with it.
  public init(_ pattern: String) throws(TicketPatternFault) {
    self.pattern = pattern
    var parts: [Part] = []
    var names: Set<String> = []
    var length = 0
    var rest = Substring(pattern)
    while let first = rest.first {
      if first == "{" {
        guard let close = rest.firstIndex(of: "}") else { throw .unclosed }
        let field = try Self.field(rest[rest.index(after: rest.startIndex)..<close])
        guard names.insert(field.name).inserted else { throw .doubled(field: field.name) }
        parts.append(.field(field))
        length += field.width
        rest = rest[rest.index(after: close)...]
      } else {
        let text = rest.prefix { $0 != "{" }
        guard text.utf8.allSatisfy(Self.isAlphanumeric) else { throw .text(String(text)) }
        parts.append(.text(String(text)))
        length += text.utf8.count
        rest = rest[text.endIndex...]
      }
    }
    guard !names.isEmpty else { throw .noField }
    guard length <= Self.longest else { throw .tooLong(length: length) }
    self.parts = parts
    self.length = length
  }

  private static func field(_ text: Substring) throws(TicketPatternFault) -> Field {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, let width = Int(halves[1]), (1...longest).contains(width)
    else {
      throw .field(String(text))
    }
    return Field(name: String(halves[0]), width: width)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") <= 9 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}

/// 号码格式错误 — what is wrong with a pattern.
public enum TicketPatternFault: Error, Sendable, Hashable {
  /// A brace that is not closed.
  case unclosed
  /// Not `{name:width}` with a width of 1–30.
  case field(String)
  /// A field that stands twice.
  case doubled(field: String)
  /// Text between the fields that is not of ASCII letters and digits.
  case text(String)
  /// Without any field, so that all numbers would be the same.
  case noField
  /// Longer than any number may be.
  case tooLong(length: Int)
}
