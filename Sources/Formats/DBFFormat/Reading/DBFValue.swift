/// DBF 字段值 — the text of a field's bytes.
struct DBFValue {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  let codePage: CodePage936

  /// Adds the text of a field to `text`; nothing where it is blank.
  /// - Returns: false where the bytes are no value of the field's type.
  func append(_ bytes: Bytes, of column: DBFColumn, to text: inout [UInt8]) -> Bool {
    switch column.type {
    case .text:
      return appendText(bytes, to: &text)
    case .date:
      let digits = Self.trimmed(bytes)
      guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return codePage.decode(digits, into: &text)
      }
      if digits.allSatisfy({ $0 == 0x30 }) { return true }
      for (index, digit) in digits.enumerated() {
        if index == 4 || index == 6 { text.append(0x2D) }
        text.append(digit)
      }
      return true
    case .logical:
      return bytes.first == 0x3F || codePage.decode(Self.trimmed(bytes), into: &text)
    case .memo, .general, .picture:
      // The text itself lies in another file; what the table holds is its place there.
      if bytes.count != 4 { return codePage.decode(Self.trimmed(bytes), into: &text) }
      let place = UInt32(truncatingIfNeeded: Self.integer(bytes))
      if place != 0 { text.append(contentsOf: String(place).utf8) }
      return true
    case .integer, .double, .currency, .moment:
      guard let value = Self.binary(bytes, column.type) else { return false }
      text.append(contentsOf: value.utf8)
      return true
    default:
      return codePage.decode(Self.trimmed(bytes), into: &text)
    }
  }

  /// Blanks and zero bytes behind a text are padding; blanks before it are kept.
  @inline(__always)
  private func appendText(_ bytes: Bytes, to text: inout [UInt8]) -> Bool {
    var end = bytes.endIndex
    while end > bytes.startIndex, bytes[end - 1] == .space || bytes[end - 1] == 0 { end -= 1 }
    let content = bytes[bytes.startIndex..<end]
    if content.contains(0) { return false }
    if content.allSatisfy({ $0 < 0x80 }) {
      text.append(contentsOf: content)
      return true
    }
    return codePage.decode(content, into: &text)
  }

  private static func trimmed(_ bytes: Bytes) -> Bytes {
    var rest = bytes
    while let last = rest.last, last == .space || last == 0 { rest.removeLast() }
    return rest.drop { $0 == .space }
  }

  private static func integer(_ bytes: Bytes) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The binary fields of Visual FoxPro.
  private static func binary(_ bytes: Bytes, _ type: DBFType) -> String? {
    let bits = integer(bytes)
    switch type {
    case .integer: return String(Int32(truncatingIfNeeded: bits))
    case .double:
      let number = Double(bitPattern: bits)
      if !number.isFinite { return nil }
      return Int64(exactly: number).map { String($0) } ?? String(number)
    case .currency:
      let units = Int64(bitPattern: bits)
      let fraction = String(10_000 + units.magnitude % 10_000).dropFirst()
      return "\(units < 0 ? "-" : "")\(units.magnitude / 10_000).\(fraction)"
    default: return moment(day: Int(bits & 0xFFFF_FFFF), milliseconds: Int(bits >> 32))
    }
  }

  /// A day counted from 4713 BC, and milliseconds of the day.
  private static func moment(day: Int, milliseconds: Int) -> String? {
    if day == 0 { return "" }
    guard (1_721_426...5_373_484).contains(day), (0...86_400_000).contains(milliseconds) else { return nil }
    // Counted in eras of 400 years from 1 March of the year 0, so that a leap day is the last of its year.
    let days = day - 1_721_120
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + days / 146_097 * 400 + (month <= 2 ? 1 : 0)
    let seconds = min((milliseconds + 500) / 1000, 86_399)
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * march + 2) / 5 + 1, 2))"
    return "\(date) \(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
