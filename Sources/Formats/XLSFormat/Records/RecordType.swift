/// 记录类型 — the records of a workbook's stream that say something about cells, by their numbers.
enum RecordType {
  static let formula: UInt16 = 0x0006
  static let endOfPart: UInt16 = 0x000a
  static let dateMode: UInt16 = 0x0022
  static let password: UInt16 = 0x002f
  static let more: UInt16 = 0x003c
  static let codePage: UInt16 = 0x0042
  static let sheet: UInt16 = 0x0085
  static let packedNumbers: UInt16 = 0x00bd
  static let richText: UInt16 = 0x00d6
  static let style: UInt16 = 0x00e0
  static let sharedTexts: UInt16 = 0x00fc
  static let sharedText: UInt16 = 0x00fd
  static let number: UInt16 = 0x0203
  static let text: UInt16 = 0x0204
  static let booleanOrError: UInt16 = 0x0205
  static let formulaText: UInt16 = 0x0207
  static let packedNumber: UInt16 = 0x027e
  static let format: UInt16 = 0x041e
  static let beginOfPart: UInt16 = 0x0809
}
