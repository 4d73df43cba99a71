public import Tabular

/// DBF 写入问题 — why a value cannot stand in a DBF field as it is. Nothing is cut or replaced in silence
/// (DOC-07).
public struct DBFProblem: Error, Sendable, Equatable {
  /// What does not fit.
  public enum Reason: Sendable, Equatable {
    /// Characters that code page 936 does not have, each once, in the order of the value.
    case outsideCodePage([Unicode.Scalar])
    /// The value needs more bytes than the field has.
    case tooLong(needed: Int, available: Int)
    /// The field holds numbers, and the value is none.
    case notANumber
    /// The value has more decimals than the field.
    case tooPrecise(decimals: Int)
  }

  /// The field's name.
  public let field: String
  /// What does not fit.
  public let reason: Reason

  init(_ field: String, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }

  /// What is wrong and what to do, for a person.
  public var wording: Wording {
    switch reason {
    case .outsideCodePage(let scalars):
      let list = scalars.map(Self.describe).joined(separator: "、")
      return Wording(
        zh: "\(field)：\(list) 不在代码页 936 中，DBF 无法保存。请改用同音字，或选择以 ?? 代替。",
        en:
          "\(field): code page 936 does not have \(list), so a DBF file cannot hold it. Give a homophone, "
          + "or choose ??."
      )
    case .tooLong(let needed, let available):
      return Wording(
        zh: "\(field)：需要 \(needed) 字节，字段只有 \(available) 字节（汉字占 2 字节）。请缩短内容。",
        en:
          "\(field): \(needed) bytes are needed, the field has \(available) (a Chinese character takes "
          + "2). Shorten it."
      )
    case .notANumber:
      return Wording(
        zh: "\(field)：这一列是数值，内容不是数字。请改为数字或留空。",
        en: "\(field): the column holds numbers, and this is none. Give a number or leave it blank.")
    case .tooPrecise(let decimals):
      return Wording(
        zh: "\(field)：小数位超过 \(decimals) 位。请四舍五入后再导出。",
        en: "\(field): more than \(decimals) decimals. Round the number first.")
    }
  }

  private static func describe(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\(scalar) (U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits))"
  }
}
