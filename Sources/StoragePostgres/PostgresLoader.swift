internal import CPostgres
internal import Storage

/// Loads rows through `COPY`, some mebibytes at a time: between two of them the session is free for other statements.
final class PostgresLoader: TableLoader {
  private let session: PostgresSession
  private let table: String
  private let columns: [String]
  private var buffer: [UInt8] = []
  private var rows = 0
  private var position = 0

  private static let pieceBytes = 4 << 20

  init(_ table: String, columns: [String], _ session: PostgresSession) {
    self.session = session
    self.table = table
    self.columns = columns
  }

  func add(_ value: SQLValue) throws(StoreError) {
    switch value {
    case .null: try add(nil as String?)
    case .text(let text): try add(text)
    case .integer(let number):
      beginValue()
      buffer += String(number).utf8
    case .real(let number):
      beginValue()
      buffer += String(number).utf8
    case .bytes(let bytes):
      beginValue()
      buffer += [UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x")]
      for byte in bytes {
        buffer.append(Self.hex[Int(byte >> 4)])
        buffer.append(Self.hex[Int(byte & 15)])
      }
    }
  }

  func add(_ text: String?) throws(StoreError) {
    beginValue()
    guard var text else {
      buffer += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
      return
    }
    let isGood = text.withUTF8 { append($0) }
    guard isGood else { throw .holdsNUL }
  }

  func endRow() throws(StoreError) {
    assert(position == columns.count, "A row of \(table) has \(position) values")
    buffer.append(UInt8(ascii: "\n"))
    position = 0
    rows += 1
    if buffer.count >= Self.pieceBytes { try flush() }
  }

  func finish() throws(StoreError) { try flush() }

  private func flush() throws(StoreError) {
    guard rows > 0 else { return }
    try session.copy(buffer, rows, into: table, columns: columns)
    buffer.removeAll(keepingCapacity: true)
    rows = 0
  }

  private func beginValue() {
    if position > 0 { buffer.append(UInt8(ascii: "\t")) }
    position += 1
  }

  /// Appends text, its special characters escaped; false where it holds a NUL.
  private func append(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text {
      switch byte {
      case 0: return false
      case UInt8(ascii: "\\"): buffer += [byte, byte]
      case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      default: buffer.append(byte)
      }
    }
    return true
  }

  private static let hex = Array("0123456789abcdef".utf8)
}

extension PostgresHandle {
  /// Hands over the rows of a `COPY` that has begun, and ends it.
  func putCopy(_ rows: [UInt8]) throws(StoreError) {
    let isSent = rows.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        stride(from: 0, to: characters.count, by: 1 << 16).allSatisfy { start in
          let count = min(1 << 16, characters.count - start)
          return PQputCopyData(connection, characters.baseAddress?.advanced(by: start), CInt(count)) == 1
        }
      }
    }
    guard isSent, PQputCopyEnd(connection, nil) == 1 else { throw fail(nil) }
    var failed: OpaquePointer?
    while let result = PQgetResult(connection) {
      if PQresultStatus(result) == PGRES_COMMAND_OK || failed != nil {
        PQclear(result)
      } else {
        failed = result
      }
    }
    if failed != nil || PQstatus(connection) == CONNECTION_BAD { throw fail(failed) }
  }
}
