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
    if column.type == .number {
      let digits = try number(value, as: column)
      try checkWidth(digits.utf8.count, column)
      Self.pad(&bytes, column.width - digits.utf8.count)
      bytes.append(contentsOf: digits.utf8)
    } else {
      let start = bytes.count
      if !append(value, substitute, to: &bytes) {
        bytes.removeLast(bytes.count - start)
        throw DBFProblem(column.name, .outsideCodePage(missing(from: value, substitute)))
      }
      let count = bytes.count - start
      if count > column.width { bytes.removeLast(count) }
      try checkWidth(count, column)
      Self.pad(&bytes, column.width - count)
    }
  }

  private func checkWidth(_ needed: Int, _ column: DBFColumn) throws(DBFProblem) {
    if needed > column.width {
      throw DBFProblem(column.name, .tooLong(needed: needed, available: column.width))
    }
  }

  private static let blanks = [UInt8](repeating: .space, count: 254)

  private static func pad(_ bytes: inout [UInt8], _ count: Int) {
    if count <= blanks.count {
      blanks.withUnsafeBufferPointer { blanks in
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: blanks[..<count]))
      }
    } else {
      bytes.append(contentsOf: repeatElement(.space, count: count))
    }
  }

  /// Adds the code of each character.
  /// - Returns: false where one has none, and no substitute.
  private func append(_ value: String, _ substitute: DBFSubstitute, to bytes: inout [UInt8]) -> Bool {
    var value = value
    return value.withUTF8 { utf8 in
      // Most fields of most records are digits: they need no table.
      if utf8.allSatisfy({ $0 < 0x80 && $0 != 0 }) {
        bytes.append(contentsOf: utf8)
        return true
      }
      var position = 0
      while position < utf8.count {
        let (scalar, length) = Self.scalar(utf8, position)
        position += length
        if let code = codePage.code(of: scalar) {
          if code > 0xFF { bytes.append(UInt8(code >> 8)) }
          bytes.append(UInt8(truncatingIfNeeded: code))
          continue
        }
        switch substitute {
        case .none: return false
        case .questionMarks: bytes.append(contentsOf: "??".utf8)
        case .text(let text): if !append(text, .none, to: &bytes) { return false }
        }
      }
      return true
    }
  }

  /// The scalar at a position of a String's UTF-8, which is always well-formed, and its length.
  @inline(__always)
  private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ position: Int) -> (UInt32, Int) {
    let lead = UInt32(utf8[position])
    func next(_ step: Int) -> UInt32 { UInt32(utf8[position + step]) & 0x3F }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | next(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  /// The characters without a code: those of the value, or, where a text stands for them, those of the text.
  private func missing(from value: String, _ substitute: DBFSubstitute) -> [Unicode.Scalar] {
    var text = value
    if case .text(let replacement) = substitute { text = replacement }
    var missing: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars
    where codePage.code(of: scalar.value) == nil && !missing.contains(scalar) {
      missing.append(scalar)
    }
    return missing
  }

  /// The number with as many decimals as the field has; blank stays blank.
  private func number(_ value: String, as column: DBFColumn) throws(DBFProblem) -> String {
    if value.isEmpty { return "" }
    let unsigned = value.hasPrefix("-") ? value.dropFirst() : value[...]
    let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    for part in parts where part.isEmpty || !part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      throw DBFProblem(column.name, .notANumber)
    }
    let fraction = parts.count > 1 ? parts[1] : ""
    if fraction.utf8.dropFirst(column.decimals).contains(where: { $0 != 0x30 }) {
      throw DBFProblem(column.name, .tooPrecise(decimals: column.decimals))
    }
    let whole = (value.hasPrefix("-") ? "-" : "") + parts[0]
    if column.decimals == 0 { return whole }
    let kept = fraction.prefix(column.decimals)
    return "\(whole).\(kept)\(String(repeating: "0", count: column.decimals - kept.count))"
  }
}

extension UInt8 {
  static let space: UInt8 = 0x20
}
