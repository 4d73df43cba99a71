import Tabular

/// The short way for the one form in which nearly all cells and strings are written. What it does not recognise, or
/// does not find whole in the window, it leaves to the general way, which reads the same and says what is wrong.
extension XMLScanner {
  /// Adds the text of `<si><t>…</t></si>` at `position` and passes it.
  /// - Returns: false, with nothing done, where something else stands there.
  mutating func appendPlainItem(to bytes: inout [UInt8]) -> Bool {
    guard let item = plainText(from: position, open: "<si><t>", close: "</t></si>") else { return false }
    window.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[item])) }
    position = item.upperBound + 9
    return true
  }

  /// The range between `open` and `close`, where the text in it stands for itself.
  @inline(__always)
  func plainText(from start: Int, open: StaticString, close: StaticString) -> Range<Int>? {
    let bytes = window.span
    let textStart = start + open.utf8CodeUnitCount
    guard textStart < end, bytes.starts(with: open, at: start) else { return nil }
    var index = textStart
    while index < end, XMLByte.isPlain(bytes[index]) { index += 1 }
    guard index + close.utf8CodeUnitCount <= end, bytes.starts(with: close, at: index) else { return nil }
    return textStart..<index
  }
}

extension Span<UInt8> {
  /// Whether these bytes stand at `start`; the caller knows that there are as many.
  @inline(__always)
  func starts(with wanted: StaticString, at start: Int) -> Bool {
    for offset in 0..<wanted.utf8CodeUnitCount where self[start + offset] != wanted.utf8Start[offset] {
      return false
    }
    return true
  }
}
