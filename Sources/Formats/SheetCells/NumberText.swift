internal import Glibc
public import Tabular

/// 数字文本 — a number cell's text as a person typed it. A workbook keeps a number as the decimal form of a double, so
/// that 55555 may stand there as `55555.0` and 0.1 as `0.10000000000000001`.
public enum NumberText {
  /// The most significant digits that a workbook keeps of what is typed into a cell (IDN-04).
  public static let digits = 15
  /// From here on a whole number has more digits than are kept.
  public static let firstLossy = 1e15

  /// Adds the number to `bytes`.
  /// - Returns: `.number`; `.lossyNumber` for a whole number of over 15 digits, of which the file's own text is kept;
  ///   nil, with nothing added, where the text is no number.
  public static func append(_ value: Span<UInt8>, to bytes: inout [UInt8]) -> CellKind? {
    if isAsTyped(value) {
      value.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      return .number
    }
    guard let number = parse(value) else { return nil }
    if abs(number) >= firstLossy {
      bytes.append(contentsOf: trimmed(value).utf8)
      return .lossyNumber
    }
    append(number, to: &bytes)
    return .number
  }

  /// The value of a number's text, blanks around it left out; nil where it is no finite number.
  public static func parse(_ value: Span<UInt8>) -> Double? {
    if let number = smallWhole(value) { return Double(number) }
    let text = trimmed(value)
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// Adds a number that a file keeps as a double, not as text.
  /// - Returns: `.number`; `.lossyNumber` for a whole number of over 15 digits, which is written as the file keeps it; nil,
  ///   with nothing added, for what is no finite number.
  public static func append(double number: Double, to bytes: inout [UInt8]) -> CellKind? {
    guard number.isFinite else { return nil }
    if abs(number) >= firstLossy {
      let text = "\(number)"
      bytes.append(contentsOf: (text.hasSuffix(".0") ? String(text.dropLast(2)) : text.uppercased()).utf8)
      return .lossyNumber
    }
    append(number, to: &bytes)
    return .number
  }

  /// Adds a number as a person would type it, with at most 15 significant digits.
  private static func append(_ number: Double, to bytes: inout [UInt8]) {
    var text = [CChar](repeating: 0, count: 32)
    let length = withVaList([number]) { vsnprintf(&text, text.count, "%.14e", $0) }
    let scientific = text[..<Int(length)].map { UInt8(bitPattern: $0) }
    guard let mark = scientific.firstIndex(of: UInt8(ascii: "e")),
      let exponent = Int(String(decoding: scientific[(mark + 1)...], as: UTF8.self))
    else { return }
    var digits = scientific[..<mark].filter { $0 >= 48 && $0 <= 57 }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    let isZero = digits == [UInt8(ascii: "0")]
    if number < 0, !isZero { bytes.append(UInt8(ascii: "-")) }
    place(digits, exponent: isZero ? 0 : exponent, in: &bytes)
  }

  /// Whether a text can be taken as it stands: at most 15 digits, no exponent, no zeros that nobody types.
  private static func isAsTyped(_ value: Span<UInt8>) -> Bool {
    var index = 0
    if value.count > 1, value[0] == UInt8(ascii: "-") { index = 1 }
    let first = index
    var point: Int?
    while index < value.count {
      let byte = value[index]
      if byte == UInt8(ascii: "."), point == nil {
        point = index
      } else if byte < UInt8(ascii: "0") || byte > UInt8(ascii: "9") {
        return false
      }
      index += 1
    }
    let whole = (point ?? index) - first
    guard whole > 0, index - first <= digits, whole == 1 || value[first] != UInt8(ascii: "0") else {
      return false
    }
    if let point { return point + 1 < index && value[index - 1] != UInt8(ascii: "0") }
    return first == 0 || value[first] != UInt8(ascii: "0")
  }

  /// Sets the decimal point: `exponent` is that of the first digit.
  private static func place(_ digits: [UInt8], exponent: Int, in bytes: inout [UInt8]) {
    let zero = UInt8(ascii: "0")
    let point = UInt8(ascii: ".")
    if exponent >= digits.count - 1 {
      bytes.append(contentsOf: digits)
      bytes.append(contentsOf: repeatElement(zero, count: exponent - digits.count + 1))
    } else if exponent >= 0 {
      bytes.append(contentsOf: digits[...exponent])
      bytes.append(point)
      bytes.append(contentsOf: digits[(exponent + 1)...])
    } else if exponent >= -10 {
      bytes.append(contentsOf: [zero, point])
      bytes.append(contentsOf: repeatElement(zero, count: -exponent - 1))
      bytes.append(contentsOf: digits)
    } else {
      bytes.append(digits[0])
      if digits.count > 1 {
        bytes.append(point)
        bytes.append(contentsOf: digits[1...])
      }
      bytes.append(contentsOf: "E\(exponent)".utf8)
    }
  }

  /// The value of one to nine digits and nothing else, which is how indices and nearly all dates are kept.
  @inlinable @inline(__always)
  public static func smallWhole(_ value: Span<UInt8>) -> Int? {
    guard !value.isEmpty, value.count <= 9 else { return nil }
    var number = 0
    for index in 0..<value.count {
      let digit = value[index] &- 48
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private static func trimmed(_ value: Span<UInt8>) -> String {
    var start = 0
    var end = value.count
    while start < end, isSpace(value[start]) { start += 1 }
    while end > start, isSpace(value[end - 1]) { end -= 1 }
    return value.extracting(start..<end).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0a).contains(byte) || byte == 0x0d
  }
}
