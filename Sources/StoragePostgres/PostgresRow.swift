internal import CPostgres
internal import Glibc
internal import Storage
internal import Tabular

/// A row of a result. Values come as text.
struct PostgresRow: ResultRow {
  let result: OpaquePointer
  let row: CInt

  private func bytes(of column: Int) -> UnsafeBufferPointer<UInt8> {
    let count = Int(PQgetlength(result, row, CInt(column)))
    let start = UnsafeRawPointer(PQgetvalue(result, row, CInt(column)))
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, CInt(column)) != 0 }

  func integer(_ column: Int) -> Int {
    let text = bytes(of: column)
    guard let first = text.first else { return 0 }
    if first == UInt8(ascii: "t") { return 1 }
    // Digits are taken off rather than added, since there is one negative number more than there are positive ones.
    var number = 0
    for byte in text.dropFirst(first == UInt8(ascii: "-") ? 1 : 0) {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { break }
      number = number &* 10 &- Int(byte - UInt8(ascii: "0"))
    }
    return first == UInt8(ascii: "-") ? number : 0 &- number
  }

  func read(into row: inout TextRow) {
    row.removeAll()
    for column in 0..<Int(PQnfields(result)) {
      let text = bytes(of: column)
      if PQftype(result, CInt(column)) == PostgresType.bool, let first = text.first {
        row.append(first == UInt8(ascii: "t") ? 1 : 0)
      } else {
        row.append(text)
      }
    }
  }

  func real(_ column: Int) -> Double { strtod(PQgetvalue(result, row, CInt(column)), nil) }

  func text(_ column: Int) -> String {
    let text = bytes(of: column)
    if PQftype(result, CInt(column)) == PostgresType.bool {
      return text.isEmpty ? "" : text[0] == UInt8(ascii: "t") ? "1" : "0"
    }
    return String(decoding: text, as: UTF8.self)
  }

  func bytes(_ column: Int) -> [UInt8] {
    let text = bytes(of: column)
    guard PQftype(result, CInt(column)) == PostgresType.bytea else { return [UInt8](text) }
    // `\x` and two hexadecimal digits a byte.
    let count = max(0, (text.count - 2) / 2)
    return [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
      for index in 0..<count {
        bytes[index] = Self.digit(text[2 + 2 * index]) << 4 | Self.digit(text[3 + 2 * index])
      }
      initialized = count
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8 {
    byte <= UInt8(ascii: "9") ? byte &- UInt8(ascii: "0") : (byte | 0x20) &- UInt8(ascii: "a") &+ 10
  }
}
