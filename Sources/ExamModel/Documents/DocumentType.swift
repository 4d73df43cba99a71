/// 证件类型 — the kinds of identity documents with their codes; which of them a programme takes is in its definition.
public enum DocumentType: String, Sendable, CaseIterable {
  /// 居民身份证
  case residentCard = "1"
  /// 港澳居民来往内地通行证
  case hongKongMacaoPermit = "2"
  /// 台湾居民来往大陆通行证
  case taiwanPermit = "3"
  /// 港澳台居民居住证
  case residencePermit = "4"
  /// 护照
  case passport = "5"
  /// 军官证
  case militaryCard = "6"
  /// 外国人永久居留身份证
  case permanentResidenceCard = "7"
  /// 其他
  case other = "9"

  /// The Chinese name, for messages.
  public var title: String {
    switch self {
    case .residentCard: "居民身份证"
    case .hongKongMacaoPermit: "港澳居民来往内地通行证"
    case .taiwanPermit: "台湾居民来往大陆通行证"
    case .residencePermit: "港澳台居民居住证"
    case .passport: "护照"
    case .militaryCard: "军官证"
    case .permanentResidenceCard: "外国人永久居留身份证"
    case .other: "其他"
    }
  }

  /// Whether `x` at the end stands for the check character `X`, so that both are the same number.
  public var hasCheckCharacter: Bool {
    switch self {
    case .residentCard, .residencePermit, .permanentResidenceCard: true
    case .hongKongMacaoPermit, .taiwanPermit, .passport, .militaryCard, .other: false
    }
  }

  /// Whether the number is free text, in which blanks and brackets may stand.
  public var isFreeText: Bool { self == .militaryCard || self == .other }

  /// The form in which a number is stored and compared: a check character `x` as `X`, all else as it was typed.
  public func stored(_ number: String) -> String {
    guard hasCheckCharacter, number.utf8.count == 18, number.utf8.last == UInt8(ascii: "x") else {
      return number
    }
    return number.dropLast() + "X"
  }
}
