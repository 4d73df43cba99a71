/// DBF 字段类型 — what a column holds, by the letter that stands for it in the header.
public enum DBFType: UInt8, Sendable, CaseIterable {
  /// `C`: text, blanks behind it.
  case text = 0x43
  /// `N`: a number in digits, blanks before it.
  case number = 0x4E
  /// `F`: a number in digits, as FoxPro has it.
  case float = 0x46
  /// `D`: a date of eight digits.
  case date = 0x44
  /// `L`: one letter, `T` or `F`; `?` where nothing was entered.
  case logical = 0x4C
  /// `M`: the place of a text in another file.
  case memo = 0x4D
  /// `G`: the place of an object in another file.
  case general = 0x47
  /// `P`: the place of a picture in another file.
  case picture = 0x50
  /// `I`: a binary whole number of four bytes (Visual FoxPro).
  case integer = 0x49
  /// `B`: a binary number of eight bytes (Visual FoxPro).
  case double = 0x42
  /// `Y`: binary money with four decimals (Visual FoxPro).
  case currency = 0x59
  /// `T`: a binary date with a time (Visual FoxPro).
  case moment = 0x54
  /// `0`: the hidden column of null flags (Visual FoxPro); never among a reader's columns.
  case nullFlags = 0x30

  /// The letter in the header.
  public var letter: Character { Character(Unicode.Scalar(rawValue)) }

  /// Whether a column of the type can have a width in bytes.
  func canHave(width: Int) -> Bool {
    switch self {
    case .integer: width == 4
    case .double, .currency, .moment, .date: width == 8
    case .logical: width == 1
    default: width > 0
    }
  }
}
