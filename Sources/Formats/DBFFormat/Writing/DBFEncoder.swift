public import Tabular

/// DBF 字段编码器 — turns values into the bytes of their fields: code page 936, fixed width, texts to the left and
/// numbers to the right. It can also only check, so that the problems of all records are known before a file
/// is begun.
public struct DBFEncoder: Sendable {
  private let codePage: CodePage936

  /// An encoder.
  /// - Throws: `.unsupported` where this machine's C library does not know GBK.
  public init() throws(FileError) {
    codePage = try CodePage936.shared()
  }

  /// Tells whether a value can stand in a field (DOC-07).
  /// - Returns: nil where it can.
  public func problem(
    with value: String, in column: DBFColumn, substitute: DBFSubstitute = .none
  ) -> DBFProblem? {
    var bytes: [UInt8] = []
    do {
      try encode(value, as: column, substitute: substitute, into: &bytes)
      return nil
    } catch {
      return error
    }
  }

  /// Adds exactly `column.width` bytes to `bytes`.
  /// - Throws: why the value does not fit; `bytes` is as it was then.
  public func encode(
    _ value: String, as column: DBFColumn, substitute: DBFSubstitute = .none, into bytes: inout [UInt8]
  ) throws(DBFProblem) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(.space, count: column.width))
    do {
      try Array(value.utf8).withUnsafeBufferPointer { text throws(DBFProblem) in
        try bytes.withUnsafeMutableBufferPointer { bytes throws(DBFProblem) in
          let slot = FieldSlot(UnsafeMutableBufferPointer(rebasing: bytes[start...]))
          try encode(text, as: column, substitute: substitute, into: slot)
        }
      }
    } catch {
      bytes.removeLast(bytes.count - start)
      throw error
    }
  }

  /// Puts a value, UTF-8, into a blank field of the column's width.
  /// - Throws: why it does not fit; the field is blank then.
  func encode(
    _ value: UnsafeBufferPointer<UInt8>, as column: DBFColumn, substitute: DBFSubstitute, into slot: FieldSlot
  ) throws(DBFProblem) {
    var slot = slot
    if column.type == .number {
      try put(number: value, as: column, into: &slot)
    } else if !put(value, substitute, into: &slot) {
      slot.clear()
      throw DBFProblem(column.name, .outsideCodePage(missing(from: value, substitute)))
    }
    if slot.needed > slot.width {
      slot.clear()
      throw DBFProblem(column.name, .tooLong(needed: slot.needed, available: slot.width))
    }
  }

  /// Puts the code of each character.
  /// - Returns: false where one has none, and no substitute.
  private func put(
    _ text: UnsafeBufferPointer<UInt8>, _ substitute: DBFSubstitute, into slot: inout FieldSlot
  ) -> Bool {
    // Most fields of most records are digits and letters, which are their own codes.
    var position = Self.plainBytes(of: text)
    slot.put(UnsafeBufferPointer(rebasing: text[..<position]))
    while position < text.count {
      let (scalar, length) = Self.scalar(text, position)
      position += length
      if let code = codePage.code(of: scalar) {
        if code > 0xFF { slot.put(UInt8(code >> 8)) }
        slot.put(UInt8(truncatingIfNeeded: code))
        continue
      }
      switch substitute {
      case .none: return false
      case .questionMarks:
        slot.put(UInt8(ascii: "?"))
        slot.put(UInt8(ascii: "?"))
      case .text(var text): if !text.withUTF8({ put($0, .none, into: &slot) }) { return false }
      }
    }
    return true
  }

  /// How many bytes at the beginning of a text are ASCII, U+0000 not among them; eight are looked at together, so that
  /// there may be a few more.
  private static func plainBytes(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    var count = 0
    while bytes.count - count >= 8 {
      let word = bytes.loadUnaligned(fromByteOffset: count, as: UInt64.self)
      // The highest bit of a byte is set, or becomes set by taking one off a zero.
      if (word | word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0 { break }
      count += 8
    }
    while count < bytes.count, (1..<0x80).contains(bytes[count]) { count += 1 }
    return count
  }

  /// The scalar at a position of UTF-8, and its length; U+FFFD, which no code page has, for bytes that are none.
  @inline(__always)
  private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ position: Int) -> (UInt32, Int) {
    let lead = UInt32(utf8[position])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, position + length <= utf8.count else { return (0xFFFD, 1) }
    var scalar = lead & (0x7F >> UInt32(length))
    for byte in utf8[position + 1..<position + length] {
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }

  /// The characters without a code: those of the value, or, where a text stands for them, those of the text.
  private func missing(
    from value: UnsafeBufferPointer<UInt8>, _ substitute: DBFSubstitute
  ) -> [Unicode.Scalar] {
    var text = String(decoding: value, as: UTF8.self)
    if case .text(let replacement) = substitute { text = replacement }
    var missing: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars
    where codePage.code(of: scalar.value) == nil && !missing.contains(scalar) {
      missing.append(scalar)
    }
    return missing
  }
}
