/// 机构层级 — which organisation lies above which, told by the length of their codes alone (ORG-01): with lengths
/// 2, 4 and 6 the code 990701 is a site of the city 9907 of the province 99. The centre is the empty code.
public struct OrganisationLevels: Sendable, Equatable {
  /// The code lengths below the centre, from the highest level to the sites, in ascending order.
  public let codeLengths: [Int]

  /// Levels by their code lengths; they are put in order, and lengths that are not above 0 are left out.
  public init(codeLengths: [Int]) {
    self.codeLengths = Set(codeLengths).filter { $0 > 0 }.sorted()
  }

  /// The level of a code: 0 for the centre, 1 for the highest below it … nil where no level has codes so long, or
  /// the code holds anything but ASCII letters and digits.
  public func level(of code: String) -> Int? {
    guard code.utf8.allSatisfy(Self.isCodeByte) else { return nil }
    return code.isEmpty ? 0 : codeLengths.firstIndex(of: code.utf8.count).map { $0 + 1 }
  }

  /// Whether a code has the length of a site, the lowest level.
  public func isSite(_ code: String) -> Bool {
    level(of: code) == codeLengths.count && !code.isEmpty
  }

  /// The code of the organisation above: 9907 of 990701, the centre of 99. Nil for the centre and for codes of no
  /// level.
  public func parent(of code: String) -> String? {
    guard let level = level(of: code), level > 0 else { return nil }
    return level == 1 ? "" : String(code.prefix(codeLengths[level - 2]))
  }

  /// The code itself and those above it, upwards to the centre; empty for codes of no level.
  public func upwards(from code: String) -> [String] {
    guard let level = level(of: code) else { return [] }
    return level == 0 ? [""] : codeLengths.prefix(level).reversed().map { String(code.prefix($0)) } + [""]
  }

  /// Whether an organisation is `scope` or lies below it (ORG-02). Codes of no level lie nowhere, not even inside
  /// themselves.
  public func isWithin(_ code: String, scope: String) -> Bool {
    guard level(of: code) != nil, level(of: scope) != nil else { return false }
    return code.utf8.starts(with: scope.utf8)
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
