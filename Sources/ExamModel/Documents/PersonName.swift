/// 姓名 — the form of names: · (U+00B7) between the parts of a transcribed name, and no blanks but between Latin words.
public enum PersonName {
  /// 姓名错误 — what is wrong with the form of a name.
  public struct Faults: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A separator that looks like · but is another character: • ‧ ・ ． ∙ ⋅
    public static let separator = Faults(rawValue: 1 << 0)
    /// A blank that is not one plain blank between Latin words.
    public static let blank = Faults(rawValue: 1 << 1)
    /// A control character or a character without width.
    public static let invisible = Faults(rawValue: 1 << 2)
  }

  /// 姓名检查结果 — the faults of a name and the name as it should be.
  public struct Reading: Sendable, Hashable {
    /// What is wrong; empty for a good name.
    public var faults: Faults
    /// The name as it should be; nil where nothing is wrong or nothing is left.
    public var suggestion: String?

    /// A reading.
    public init(faults: Faults, suggestion: String? = nil) {
      self.faults = faults
      self.suggestion = suggestion
    }
  }

  /// Checks the form of a name.
  public static func read(_ name: String) -> Reading {
    if isPlain(name.utf8.span) { return Reading(faults: []) }
    var faults: Faults = []
    var previous: Unicode.Scalar?
    var blanks = 0
    var onlyPlainBlanks = true
    for scalar in name.unicodeScalars {
      if isInvisible(scalar) {
        faults.insert(.invisible)
      } else if TextCleaning.isBlank(scalar) {
        blanks += 1
        onlyPlainBlanks = onlyPlainBlanks && scalar == " "
      } else {
        if isWrongSeparator(scalar) { faults.insert(.separator) }
        if blanks > 0 {
          let isOne = blanks == 1 && onlyPlainBlanks
          if !isOne || !isBetweenLatin(previous, scalar) { faults.insert(.blank) }
          (blanks, onlyPlainBlanks) = (0, true)
        }
        previous = scalar
      }
    }
    if blanks > 0 { faults.insert(.blank) }
    return Reading(faults: faults, suggestion: faults.isEmpty ? nil : corrected(name))
  }

  /// The name without invisible characters, with · as separator, one plain blank between Latin words and none elsewhere;
  /// nil where nothing is left.
  private static func corrected(_ name: String) -> String? {
    var result = String.UnicodeScalarView()
    var hasBlank = false
    for scalar in name.unicodeScalars where !isInvisible(scalar) {
      if TextCleaning.isBlank(scalar) {
        hasBlank = true
        continue
      }
      if hasBlank, isBetweenLatin(result.last, scalar) { result.append(" ") }
      hasBlank = false
      result.append(isWrongSeparator(scalar) ? "\u{B7}" : scalar)
    }
    return result.isEmpty ? nil : String(result)
  }

  private static func isBetweenLatin(_ first: Unicode.Scalar?, _ second: Unicode.Scalar) -> Bool {
    first.map(isLatin) ?? false && isLatin(second)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    TextCleaning.isInvisible(scalar) || (scalar.value < 0x20 && !TextCleaning.isBlank(scalar))
  }

  /// Whether the bytes are only ASCII letters and characters whose first byte cannot begin a blank or a separator, which
  /// is so for nearly every Chinese name.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for place in 0..<bytes.count {
      switch bytes[place] {
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xE4...0xE9, 0xF0: continue
      default: return false
      }
    }
    return true
  }

  /// Letters of Latin words, with what else may end or begin one (`F.`, `O'Neil`, `Jean-Luc`).
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x2E, 0x27, 0x2D, 0x2019, 0x28, 0x29, 0x2C: true
    case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
    default: false
    }
  }

  private static func isWrongSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2022, 0x2027, 0x30FB, 0xFF0E, 0x2219, 0x22C5: true
    default: false
    }
  }
}
