/// 文字行 — the texts of one record, UTF-8: all in one buffer, each found by its place. The same value is filled again and
/// again, so that passing a record on allocates nothing; make Strings only of what a person is shown.
public struct TextRow: Sendable {
  /// What every field is a part of. What is in no field has no meaning: it is left over from the row before.
  public private(set) var bytes: [UInt8] = []
  /// Where each field lies in `bytes`.
  public private(set) var fields: [Range<Int>] = []
  /// Where the next text goes. The bytes behind it are there already, since writing over is cheaper than adding.
  private var end = 0

  /// A row without fields.
  public init() {}

  /// Forgets the fields and keeps the memory.
  public mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    end = 0
  }

  /// Adds a field.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) { fields.append(put(text)) }

  /// Adds a field that holds a number in digits.
  public mutating func append(_ number: Int) {
    let range = Self.withDigits(of: number) { put($0) }
    fields.append(range)
  }

  /// Gives a field another text.
  public mutating func rewrite(_ field: Int, _ text: [UInt8]) {
    fields[field] = text.withUnsafeBufferPointer { put($0) }
  }

  /// Whether a field holds a text.
  public func holds(_ text: [UInt8], in field: Int) -> Bool {
    let range = fields[field]
    return range.count == text.count && text.indices.allSatisfy { text[$0] == bytes[range.lowerBound + $0] }
  }

  /// The text of a field.
  public func text(_ field: Int) -> String {
    withBytes(of: field) { String(decoding: $0, as: UTF8.self) }
  }

  /// Shows the bytes of a field.
  public func withBytes<Result>(of field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[fields[field]])) }
  }

  /// Puts a text behind all others.
  private mutating func put(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let range = end..<end + text.count
    if range.upperBound > bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: max(256, range.upperBound)))
    }
    if let from = text.baseAddress {
      bytes.withUnsafeMutableBufferPointer { bytes in
        UnsafeMutableBufferPointer(rebasing: bytes[range]).baseAddress?.update(from: from, count: text.count)
      }
    }
    end = range.upperBound
    return range
  }

  /// Shows a number's decimal digits, a sign before them where it is negative.
  private static func withDigits<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // The longest has nineteen digits and a sign.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      var rest = number.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      return body(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}
