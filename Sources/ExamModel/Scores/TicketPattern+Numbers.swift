/// 编号错误 — why a number cannot be made from the values.
public enum TicketNumberFault: Error, Sendable, Hashable {
  /// There is no value for a field.
  case missing(field: String)
  /// The value has more characters than the field: the serial of a room ran over, say.
  case tooWide(field: String, value: String, width: Int)
  /// The value is not of ASCII letters and digits, or is shorter than its field and no number.
  case characters(field: String, value: String)
}

extension TicketPattern {
  /// Makes a number. Numbers shorter than their field get zeros in front; nothing is ever cut.
  /// - Parameter value: gives the value of a field by its name.
  /// - Throws: a `TicketNumberFault` that names the field.
  public func make(_ value: (String) -> String?) throws(TicketNumberFault) -> String {
    var number = ""
    number.reserveCapacity(length)
    for part in parts {
      switch part {
      case .text(let text): number += text
      case .field(let field):
        guard let value = value(field.name) else { throw .missing(field: field.name) }
        let width = value.utf8.count
        guard width <= field.width else {
          throw .tooWide(field: field.name, value: value, width: field.width)
        }
        let isNumber = width > 0 && value.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
        guard isNumber || (width == field.width && value.utf8.allSatisfy(Self.isAlphanumeric)) else {
          throw .characters(field: field.name, value: value)
        }
        for _ in width..<field.width { number += "0" }
        number += value
      }
    }
    return number
  }

  /// Takes a number apart: the values by their fields' names, or nil where it is not in this form.
  public func parse(_ number: String) -> [String: String]? {
    var rest = Substring(number).utf8
    guard rest.count == length, rest.allSatisfy(Self.isAlphanumeric) else { return nil }
    var values: [String: String] = [:]
    for part in parts {
      switch part {
      case .text(let text):
        guard rest.starts(with: text.utf8) else { return nil }
        rest = rest.dropFirst(text.utf8.count)
      case .field(let field):
        values[field.name] = String(Substring(rest.prefix(field.width)))
        rest = rest.dropFirst(field.width)
      }
    }
    return values
  }

  /// Whether a number is in this form.
  public func matches(_ number: String) -> Bool { parse(number) != nil }
}
